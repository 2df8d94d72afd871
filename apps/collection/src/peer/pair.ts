import { PairFile } from '@echolot/contract/peer'
import { identityOf } from '@echolot/crypto/keys'
import { fingerprintOf, type PeerIdentity } from '@echolot/crypto/peer'
import { inTransaction } from '@echolot/database'
import { dayOf } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import type { Keyring } from '../keyring.ts'
import { savePeer } from '../store/peers.ts'

/** What this office shows the vault: its public keys, and 40 digits to be compared by telephone. */
export const pairShow = (keyring: Keyring): PairFile => {
  const { office, sign, exchange } = identityOf(keyring.office())
  const identity = { office, sign, exchange }
  return { ...identity, fingerprint: fingerprintOf(identity) } as PairFile
}

/**
 * Believes a vault's public keys, after a person has compared the fingerprint over another way.
 * @throws RangeError when the file holds something else, or the fingerprint is another one
 */
export const pairConfirm = async (
  { shown, fingerprint }: { readonly shown: unknown; readonly fingerprint: string },
  house: House,
): Promise<void> => {
  const read = PairFile.safeParse(shown)
  if (!read.success || read.data.office !== 'vault' || !read.data.seal)
    throw new RangeError('the file does not hold the public keys of a vault')
  const { fingerprint: _claimed, ...identity } = read.data as PeerIdentity & PairFile
  if (digitsOf(fingerprint) !== digitsOf(fingerprintOf(identity)))
    throw new RangeError('the fingerprint is not the one of these keys; compare again by telephone')
  await inTransaction(house.db, async (db) => {
    await savePeer(db, {
      identity,
      fingerprint: fingerprintOf(identity),
      confirmedOn: dayOf(house.now()),
    })
    await writeAudit(
      { ...house, db },
      { actor: 'command', act: 'peer.paired', obj: 'vault', params: identity },
    )
  })
}

const digitsOf = (fingerprint: string) => fingerprint.replaceAll(/\D/g, '')
