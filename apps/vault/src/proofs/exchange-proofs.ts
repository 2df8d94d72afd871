import { CollectionProof, type StudyState } from '@echolot/contract/proofs'
import { verifyStatement } from '@echolot/crypto/peer'
import { inTransaction } from '@echolot/database'
import { dayOf, type StudyId } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { tellProofs } from '../peer/messages.ts'
import { peerAnswerInvalid, proofDiffers } from '../problems.ts'
import { findPeer } from '../store/peers.ts'
import { findProof, listProofs, markTold, saveProof } from '../store/proofs.ts'

/**
 * M7: tells the collection what was deleted here and keeps what it declares. Gives where the study stands there.
 * @throws what asking the collection throws; peer-answer-invalid for a statement that is not the collection's on this
 *   study; proof-differs when it declared something else before
 */
export const exchangeProofs = async (house: House, study: StudyId): Promise<StudyState> => {
  const { db, collection } = house
  const own = (await listProofs(db, study))
    .filter(({ office }) => office === 'vault')
    .map(({ statement }) => statement)
  const { state, statements } = await tellProofs(collection, study, own)
  await inTransaction(db, async (transaction) => {
    if (own.length > 0)
      await markTold(transaction, { study, statements: own, day: dayOf(house.now()) })
    for (const statement of statements)
      await keepProof({ ...house, db: transaction }, { study, statement })
  })
  return state
}

/** Whether the collection still has to hear or to say something. */
export const proofsPending = async ({ db }: House, study: StudyId): Promise<boolean> => {
  const proofs = await listProofs(db, study)
  const own = proofs.filter(({ office }) => office === 'vault')
  if (own.length === 0) return false
  return (
    own.some(({ told_on }) => told_on === null) ||
    !proofs.some(({ office }) => office === 'collection')
  )
}

const keepProof = async (
  house: House,
  { study, statement }: { readonly study: StudyId; readonly statement: string },
) => {
  const { db } = house
  const peer = await findPeer(db)
  const told = await verifyStatement(statement, peer ? [peer.identity.sign] : []).catch(() => {
    throw peerAnswerInvalid({ reason: 'a statement is not signed by the collection' })
  })
  const read = CollectionProof.safeParse(told)
  if (!read.success || read.data.study !== study)
    throw peerAnswerInvalid({ reason: 'a statement is not on this study' })
  const place = { study, office: 'collection', stage: read.data.stage } as const
  const before = await findProof(db, place)
  if (before?.statement === statement) return
  if (before) throw proofDiffers({ stage: place.stage })
  const day = dayOf(house.now())
  await saveProof(db, { ...place, kept_on: day, told_on: null, statement })
  await writeAudit(house, {
    actor: 'collection',
    act: 'proof.received',
    obj: study,
    params: { statement },
  })
}
