import { auditRow } from '@echolot/crypto/audit'
import { sha256Hex } from '@echolot/crypto/digest'
import { dayOf } from '@echolot/study'
import type { House } from '../house.ts'
import { findAuditHead, saveAuditRow } from '../store/audit.ts'
import { lockFor } from '../store/locks.ts'

/** One act worth remembering: who (a staff id or a job), what, on which thing, how many. Never a person of a study. */
export type Act = {
  readonly actor: string
  readonly act: string
  readonly obj: string
  readonly n?: number
  /** What else belongs to the act; only its digest is kept. */
  readonly params?: object
}

/** Adds an act to the audit chain, within the caller's transaction. */
export const writeAudit = async (
  { db, keyring, now }: Pick<House, 'db' | 'keyring' | 'now'>,
  { actor, act, obj, n = 1, params }: Act,
): Promise<void> => {
  await lockFor(db, 'audit')
  const row = auditRow(keyring.office().audit, await findAuditHead(db), {
    day: dayOf(now()),
    actor,
    act,
    obj,
    n,
    params: params ? await sha256Hex(JSON.stringify(params)) : '',
  })
  await saveAuditRow(db, row)
}
