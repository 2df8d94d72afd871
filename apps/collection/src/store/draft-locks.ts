import type { Insertable, Kysely } from 'kysely'
import type { DraftLockTable, Tables } from './tables.ts'

export const findLock = (db: Kysely<Tables>, name: string) =>
  db.selectFrom('draft_lock').selectAll().where('name', '=', name).executeTakeFirst()

/** The lock of a draft is this one now, whoever had it before. */
export const saveLock = (db: Kysely<Tables>, lock: Insertable<DraftLockTable>) =>
  db
    .insertInto('draft_lock')
    .values(lock)
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet(({ ref }) => ({
        holder: ref('excluded.holder'),
        holder_name: ref('excluded.holder_name'),
        editor: ref('excluded.editor'),
        since: ref('excluded.since'),
        renewed_at: ref('excluded.renewed_at'),
      })),
    )
    .execute()

/** Gives the lock back, if this editor has it. */
export const deleteLock = (
  db: Kysely<Tables>,
  { name, holder, editor }: Pick<DraftLockTable, 'name' | 'holder' | 'editor'>,
) =>
  db
    .deleteFrom('draft_lock')
    .where('name', '=', name)
    .where('holder', '=', holder)
    .where('editor', '=', editor)
    .execute()
