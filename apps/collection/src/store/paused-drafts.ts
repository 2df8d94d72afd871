import type { Pseudonym } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { PausedDraftTable, Tables } from './tables.ts'

export const findPausedDraft = (db: Kysely<Tables>, psn: Pseudonym) =>
  db
    .selectFrom('paused_draft')
    .select(['verifier', 'tries', 'ciphertext'])
    .where('psn', '=', psn)
    .executeTakeFirst()

export const hasPausedDraft = async (db: Kysely<Tables>, psn: Pseudonym): Promise<boolean> =>
  (await db.selectFrom('paused_draft').select('psn').where('psn', '=', psn).executeTakeFirst()) !==
  undefined

/** Keeps the newest draft of a person. */
export const savePausedDraft = (db: Kysely<Tables>, draft: Insertable<PausedDraftTable>) =>
  db
    .insertInto('paused_draft')
    .values(draft)
    .onConflict((conflict) =>
      conflict.column('psn').doUpdateSet(({ ref }) => ({
        attempt: ref('excluded.attempt'),
        verifier: ref('excluded.verifier'),
        tries: ref('excluded.tries'),
        ciphertext: ref('excluded.ciphertext'),
      })),
    )
    .execute()

export const countWrongPin = (db: Kysely<Tables>, psn: Pseudonym, tries: number) =>
  db.updateTable('paused_draft').set({ tries }).where('psn', '=', psn).execute()

export const deletePausedDraft = (db: Kysely<Tables>, psn: Pseudonym) =>
  db.deleteFrom('paused_draft').where('psn', '=', psn).execute()

/** All drafts of a closed wave. */
export const deletePausedDraftsOf = (
  db: Kysely<Tables>,
  { study, wave }: Pick<PausedDraftTable, 'study' | 'wave'>,
) => db.deleteFrom('paused_draft').where('study', '=', study).where('wave', '=', wave).execute()
