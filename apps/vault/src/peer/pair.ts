import { readFile } from 'node:fs/promises'
import { PairFile } from '@echolot/contract/peer'
import { identityOf } from '@echolot/crypto/keys'
import { fingerprintOf, type PeerIdentity, thumbprintOf } from '@echolot/crypto/peer'
import { dayOf } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { writePeerRow } from '../restore/outside-backups.ts'
import { findPeerRow, savePeer } from '../store/peers.ts'

/** What this office shows the other: public keys, and the digits to be compared over the telephone. */
export const pairFileOf = ({ keyring }: Pick<House, 'keyring'>): PairFile => {
  const { office, sign, exchange, seal } = identityOf(keyring.office())
  const identity = { office, sign, exchange, ...(seal ? { seal } : {}) }
  return { fingerprint: fingerprintOf(identity), ...identity }
}

const digitsOf = (fingerprint: string) => fingerprint.replace(/\D/g, '')

/**
 * Pairs with the collection whose keys stand in `file`, once the digits heard over the telephone are theirs.
 * @returns undefined, or what is wrong
 */
export const confirmPair = async (
  { db, keyring, now, config }: House,
  { file, fingerprint }: { readonly file: string; readonly fingerprint: string },
): Promise<string | undefined> => {
  const read = PairFile.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!read.success) return 'this file does not hold the public keys of an office'
  const { office, sign, exchange } = read.data
  if (office !== 'collection') return `these are the keys of a ${office}, not of a collection`
  if ([sign, exchange].some((key) => thumbprintOf(key) !== key.kid))
    return 'a key in this file does not have the name it should have'
  const identity: PeerIdentity = { office, sign, exchange }
  const own = fingerprintOf(identity)
  if (digitsOf(own) !== digitsOf(fingerprint))
    return `the keys in this file have the fingerprint ${own}, another than the one given`
  await db.transaction().execute(async (transaction) => {
    await savePeer(transaction, { identity, fingerprint: own, confirmedOn: dayOf(now()) })
    await writeAudit(
      { db: transaction, keyring, now },
      { actor: 'command', act: 'pair.confirmed', obj: 'collection', params: { fingerprint: own } },
    )
  })
  const row = await findPeerRow(db)
  if (row) await writePeerRow(config.dataDirectory, row)
  return undefined
}
