import type { Insertable, Kysely } from 'kysely'
import type { InstrumentHistoryTable, ProposalTable, Tables } from './tables.ts'

export const findDraft = (db: Kysely<Tables>, name: string) =>
  db.selectFrom('instrument_draft').selectAll().where('name', '=', name).executeTakeFirst()

export const listDrafts = (db: Kysely<Tables>) =>
  db.selectFrom('instrument_draft').selectAll().orderBy('name').execute()

/**
 * Keeps a draft as it is now, and in its history; says whether `revision` is still the next one. States that the editor
 * saved by itself take the place of the one before from the same person and ten minutes: nobody looks through
 * every keystroke.
 */
export const saveDraftRevision = async (
  db: Kysely<Tables>,
  saved: Insertable<InstrumentHistoryTable>,
): Promise<boolean> => {
  const { saved_by_name: _by, saved_at: _at, kind: _kind, ...draft } = saved
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('instrument_draft')
    .values(draft)
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet(({ ref }) => ({
          revision: ref('excluded.revision'),
          json: ref('excluded.json'),
          saved_on: ref('excluded.saved_on'),
          saved_by: ref('excluded.saved_by'),
        }))
        .where('instrument_draft.revision', '=', draft.revision - 1),
    )
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return false
  if (saved.kind === 'auto')
    await db
      .deleteFrom('instrument_history')
      .where('name', '=', saved.name)
      .where('revision', '=', saved.revision - 1)
      .where('kind', '=', 'auto')
      .where('saved_by', '=', saved.saved_by)
      .where('saved_at', '=', saved.saved_at ?? '')
      .execute()
  await db.insertInto('instrument_history').values(saved).execute()
  return true
}

const REVISION = ['revision', 'saved_on', 'saved_at', 'saved_by_name', 'kind'] as const

/** Kept states of a draft without their content, the newest first. */
export const listHistory = (db: Kysely<Tables>, name: string) =>
  db
    .selectFrom('instrument_history')
    .select(REVISION)
    .where('name', '=', name)
    .orderBy('revision', 'desc')
    .execute()

export const findRevision = (db: Kysely<Tables>, name: string, revision: number) =>
  db
    .selectFrom('instrument_history')
    .selectAll()
    .where('name', '=', name)
    .where('revision', '=', revision)
    .executeTakeFirst()

/** A state that was saved by itself stays for ever from now on. */
export const keepRevision = (db: Kysely<Tables>, name: string, revision: number) =>
  db
    .updateTable('instrument_history')
    .set({ kind: 'kept' })
    .where('name', '=', name)
    .where('revision', '=', revision)
    .execute()

/** Every state that an editor saved by itself, for thinning; the newest first. */
export const listAutomatic = (db: Kysely<Tables>) =>
  db
    .selectFrom('instrument_history')
    .select(['name', 'revision', 'saved_on', 'saved_at'])
    .where('kind', '=', 'auto')
    .orderBy('name')
    .orderBy('revision', 'desc')
    .execute()

export const deleteRevision = (db: Kysely<Tables>, name: string, revision: number) =>
  db
    .deleteFrom('instrument_history')
    .where('name', '=', name)
    .where('revision', '=', revision)
    .execute()

export const findProposal = (db: Kysely<Tables>, name: string) =>
  db.selectFrom('proposal').selectAll().where('name', '=', name).executeTakeFirst()

export const listProposals = (db: Kysely<Tables>) =>
  db.selectFrom('proposal').selectAll().orderBy('name').execute()

/** The newest proposal of a draft takes the place of the one before. */
export const saveProposal = async (db: Kysely<Tables>, proposal: Insertable<ProposalTable>) => {
  await deleteProposal(db, proposal.name)
  await db.insertInto('proposal').values(proposal).execute()
}

export const deleteProposal = (db: Kysely<Tables>, name: string) =>
  db.deleteFrom('proposal').where('name', '=', name).execute()
