import { CollectionProof, VaultProof } from '@echolot/contract/proofs'
import { sha256Hex } from '@echolot/crypto/digest'
import { identityOf } from '@echolot/crypto/keys'
import { peerUnsigned, signStatement, verifyStatement } from '@echolot/crypto/peer'
import { inTransaction } from '@echolot/database'
import { notFound } from '@echolot/problem'
import { dayOf, type StudyId } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { notPaired, proofDiffers } from '../problems.ts'
import { countAnonymous, countFreezesOf, findAnonymisation } from '../store/anonymisations.ts'
import { findAuditHead, listAuditOf } from '../store/audit.ts'
import { lockFor } from '../store/locks.ts'
import { findPeer } from '../store/peers.ts'
import { findProof, listProofs, saveProof } from '../store/proofs.ts'
import { findStudy, saveStudyState } from '../store/studies.ts'
import { listWaves } from '../store/waves.ts'

/** Ends an anonymisation: signs what has been done, once, and calls the study anonymous. Gives the statement. */
export const declareAnonymous = (study: StudyId, house: House): Promise<CollectionProof> =>
  inTransaction(house.db, async (db) => {
    await lockFor(db, `anonymise ${study}`)
    const before = await findProof(db, { study, office: 'collection', stage: 'anonymous' })
    if (before) return CollectionProof.parse(await verifyOwn(before.statement, house))
    const proof = await proofNow(study, { ...house, db })
    const statement = await signStatement(house.keyring.office().sign, proof)
    await saveProof(db, {
      study,
      office: 'collection',
      stage: 'anonymous',
      kept_on: proof.day,
      statement,
    })
    await saveStudyState(db, study, 'anonymous')
    await writeAudit(
      { ...house, db },
      { actor: 'command', act: 'proof.made', obj: study, params: { statement } },
    )
    return proof
  })

const proofNow = async (study: StudyId, house: House): Promise<CollectionProof> => {
  const { db } = house
  const [row, begun] = [await findStudy(db, study), await findAnonymisation(db, study)]
  if (!row?.anonymised_on || !begun) throw notFound({ what: 'study' })
  const rows = await countAnonymous(db, study)
  return CollectionProof.parse({
    office: 'collection',
    study,
    stage: 'anonymous',
    day: dayOf(house.now()),
    begunOn: row.anonymised_on,
    waves: (await listWaves(db, study))
      .filter(({ closed_on }) => closed_on !== null)
      .map(({ wave, closed_on }) => ({
        wave,
        closedOn: closed_on,
        responses: rows.find((one) => one.wave === wave)?.n ?? 0,
      })),
    deleted: JSON.parse(begun.deleted),
    // Neither study.json nor an instrument has a mark for it yet.
    coarsened: 0,
    freezes: await countFreezesOf(db, study),
    keys: JSON.parse(begun.keys),
    auditHead: (await findAuditHead(db))?.mac ?? '',
  })
}

const verifyOwn = (statement: string, { keyring }: Pick<House, 'keyring'>) =>
  verifyStatement(statement, [identityOf(keyring.office()).sign])

/**
 * Keeps what the vault has declared, within the caller's transaction.
 * @throws peer-unsigned when the vault has not signed it, or it is about another study
 * @throws proof-differs when it declared something else before
 */
export const keepProof = async (
  { study, statement }: { readonly study: StudyId; readonly statement: string },
  house: House,
): Promise<void> => {
  const peer = await findPeer(house.db)
  if (!peer) throw notPaired({})
  const read = VaultProof.safeParse(await verifyStatement(statement, [peer.identity.sign]))
  if (!read.success || read.data.study !== study)
    throw peerUnsigned({ reason: 'no statement on this study' })
  const place = { study, office: 'vault', stage: read.data.stage } as const
  const before = await findProof(house.db, place)
  if (before?.statement === statement) return
  if (before) throw proofDiffers({ stage: place.stage })
  await saveProof(house.db, { ...place, kept_on: dayOf(house.now()), statement })
  await writeAudit(house, {
    actor: 'vault',
    act: 'proof.received',
    obj: study,
    params: { statement },
  })
}

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
  study: StudyId,
  house: House,
): Promise<readonly CheckedProof[]> => {
  if (!(await findStudy(house.db, study))) throw notFound({ what: 'study' })
  const peer = await findPeer(house.db)
  const signers = {
    collection: [identityOf(house.keyring.office()).sign],
    vault: peer ? [peer.identity.sign] : [],
  }
  const anchored = new Set((await listAuditOf(house.db, study)).map(({ params }) => params))
  return Promise.all(
    (await listProofs(house.db, study)).map(async ({ office, stage, kept_on, statement }) => {
      const proof = await verifyStatement(statement, signers[office]).catch(() => undefined)
      const digest = await sha256Hex(JSON.stringify({ statement }))
      return {
        office,
        stage,
        keptOn: kept_on,
        signature: proof === undefined ? 'wrong' : 'right',
        inChain: anchored.has(digest) ? 'yes' : 'no',
        proof: proof ?? null,
        statement,
      } as const
    }),
  )
}
