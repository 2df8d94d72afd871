import { sha256Hex } from '@echolot/crypto/digest'
import { identityOf } from '@echolot/crypto/keys'
import { verifyStatement } from '@echolot/crypto/peer'
import type { StudyId } from '@echolot/study'
import type { House } from '../house.ts'
import { findPeer } from '../store/peers.ts'
import { listAnchors, listProofs } from '../store/proofs.ts'
import { readStudy } from '../store/studies.ts'

/** A kept statement, and whether its signature and its place in the audit chain bear it out. */
export type CheckedProof = {
  readonly office: 'collection' | 'vault'
  readonly stage: string
  readonly keptOn: string
  readonly signature: 'right' | 'wrong'
  readonly inChain: 'yes' | 'no'
  readonly proof: unknown
  readonly statement: string
}

/** Every statement on a study, checked anew. @throws not-found */
export const checkProofs = async (
  house: House,
  study: StudyId,
): Promise<readonly CheckedProof[]> => {
  const { db, keyring } = house
  await readStudy(db, study)
  const peer = await findPeer(db)
  const signers = {
    vault: [identityOf(keyring.office()).sign],
    collection: peer ? [peer.identity.sign] : [],
  }
  const anchors = await listAnchors(db, study)
  return Promise.all(
    (await listProofs(db, study)).map(async ({ office, stage, kept_on, statement }) => {
      const proof = await verifyStatement(statement, signers[office]).catch(() => undefined)
      return {
        office,
        stage,
        keptOn: kept_on,
        signature: proof === undefined ? 'wrong' : 'right',
        inChain: anchors.has(await sha256Hex(JSON.stringify({ statement }))) ? 'yes' : 'no',
        proof: proof ?? null,
        statement,
      } as const
    }),
  )
}
