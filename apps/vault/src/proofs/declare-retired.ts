import { VaultProof } from '@echolot/contract/proofs'
import type { StudyFile } from '@echolot/contract/study'
import { keyFingerprintsOf } from '@echolot/crypto/keys'
import { signStatement } from '@echolot/crypto/peer'
import { inTransaction } from '@echolot/database'
import { Problem } from '@echolot/problem'
import { dayOf, type StudyId } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { findAuditHead } from '../store/audit.ts'
import { lockFor } from '../store/locks.ts'
import { findProof, listDeletions, saveProof } from '../store/proofs.ts'

/** Destroys K_vlink of a study; its fingerprint stays in the audit chain. */
export const destroyKeys = async (house: House, study: StudyId): Promise<void> => {
  const keys = await keysOf(house, study)
  if (!keys) return
  await inTransaction(house.db, async (db) => {
    await lockFor(db, `retire ${study}`)
    if ((await listDeletions(db, study)).some(({ act }) => act === 'keys.destroyed')) return
    const [vlink] = keyFingerprintsOf(keys, study)
    await writeAudit(
      { ...house, db },
      { actor: 'job', act: 'keys.destroyed', obj: study, params: vlink?.fingerprint ?? '' },
    )
  })
  await house.keyring.dropStudy(study)
}

const keysOf = async ({ keyring }: House, study: StudyId) => {
  try {
    return await keyring.ofStudy(study)
  } catch (problem) {
    if (problem instanceof Problem) return undefined
    throw problem
  }
}

/**
 * Signs what has been deleted of a study, once for each stage: `unlinked` after the last day of withdrawal, `erased` when
 * names and addresses are gone. To be called after the deleting.
 */
export const declareRetired = async (
  house: House,
  { study, waves, retention }: StudyFile,
): Promise<void> => {
  const today = dayOf(house.now())
  if (waves.some(({ withdrawUntil }) => today <= withdrawUntil)) return
  await declare(house, study, 'unlinked')
  if (today > retention.addresses) await declare(house, study, 'erased')
}

const declare = (house: House, study: StudyId, stage: VaultProof['stage']): Promise<void> =>
  inTransaction(house.db, async (db) => {
    await lockFor(db, `retire ${study}`)
    if (await findProof(db, { study, office: 'vault', stage })) return
    const done = await listDeletions(db, study)
    const sum = (act: string) =>
      done.filter((one) => one.act === act).reduce((total, { n }) => total + n, 0)
    const day = dayOf(house.now())
    const proof = VaultProof.parse({
      office: 'vault',
      study,
      stage,
      day,
      deleted: {
        credentials: sum('credentials.deleted'),
        links: sum('links.deleted'),
        persons: stage === 'erased' ? sum('persons.deleted') : 0,
      },
      keys: done
        .filter(({ act }) => act === 'keys.destroyed')
        .map(({ params }) => ({ key: 'vlink', fingerprint: params })),
      auditHead: (await findAuditHead(db))?.mac ?? '',
    } satisfies VaultProof)
    const statement = await signStatement(house.keyring.office().sign, proof)
    await saveProof(db, { study, office: 'vault', stage, kept_on: day, told_on: null, statement })
    await writeAudit(
      { ...house, db },
      { actor: 'job', act: 'proof.made', obj: study, params: { statement } },
    )
  })
