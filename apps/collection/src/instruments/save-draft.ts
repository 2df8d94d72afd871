import type { DraftSave } from '@echolot/contract/instruments'
import { dayOf } from '@echolot/study'
import { followRenames } from '../comments/follow-renames.ts'
import type { House } from '../house.ts'
import { draftStale } from '../problems.ts'
import { findDraft, keepRevision, saveDraftRevision } from '../store/instrument-drafts.ts'

/**
 * Saves a draft that was begun from `revision` (0 for a new one); gives the new revision.
 * @throws draft-stale when someone saved it in between
 */
export const saveDraft = async (
  {
    name,
    revision,
    instrument,
    kind,
    by,
  }: Pick<DraftSave, 'revision' | 'instrument' | 'kind'> & {
    readonly name: string
    readonly by: { readonly id: string; readonly name: string }
  },
  { db, now }: Pick<House, 'db' | 'now'>,
): Promise<number> => {
  const before = await findDraft(db, name)
  const newest = before?.revision ?? 0
  if (newest !== revision) throw draftStale({ revision: newest })
  const json = JSON.stringify(instrument)
  if (before?.json === json) {
    if (kind === 'kept') await keepRevision(db, name, newest)
    return newest
  }
  const saved = await saveDraftRevision(db, {
    name,
    revision: revision + 1,
    json,
    saved_on: dayOf(now()),
    saved_by: by.id,
    saved_by_name: by.name,
    saved_at: tenMinutesOf(now()),
    kind,
  })
  if (!saved) throw draftStale({ revision: newest })
  if (before) await followRenames({ name, before: before.json, after: instrument }, db)
  return revision + 1
}

/** The clock of staff is kept in steps: a history of drafts is no record of hours worked. */
const tenMinutesOf = (moment: Date) => `${moment.toISOString().slice(0, 15)}0:00Z`
