import type { Insertable, Kysely } from 'kysely'
import type { QuestionPlace } from './codings.ts'
import type { Tables, ThemeBookTable } from './tables.ts'

/** All versions of a question's themes, the newest first. */
export const listThemeBooks = (db: Kysely<Tables>, { study, wave, item }: QuestionPlace) =>
  db
    .selectFrom('theme_book')
    .selectAll()
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('item', '=', item)
    .orderBy('version', 'desc')
    .execute()

export const saveThemeBook = (db: Kysely<Tables>, version: Insertable<ThemeBookTable>) =>
  db.insertInto('theme_book').values(version).execute()
