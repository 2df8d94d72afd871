import type { Insertable, Kysely } from 'kysely'
import type { InstrumentDraftTable, ProposalTable, Tables } from './tables.ts'

export const findDraft = (db: Kysely<Tables>, name: string) =>
  db.selectFrom('instrument_draft').selectAll().where('name', '=', name).executeTakeFirst()

export const listDrafts = (db: Kysely<Tables>) =>
  db.selectFrom('instrument_draft').selectAll().orderBy('name').execute()

/** Keeps a draft as it is now, and in its history; says whether `revision` is still the next one. */
export const saveDraftRevision = async (
  db: Kysely<Tables>,
  draft: Insertable<InstrumentDraftTable>,
): Promise<boolean> => {
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
  await db.insertInto('instrument_history').values(draft).execute()
  return true
}

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
