import type { ThemeBook } from '@echolot/contract/coding'
import type { Kysely } from 'kysely'
import type { QuestionPlace } from '../store/codings.ts'
import type { Tables } from '../store/tables.ts'
import { listThemeBooks } from '../store/theme-books.ts'

/** The newest themes of a question, and the way there. */
export const readThemeBook = async (
  db: Kysely<Tables>,
  place: QuestionPlace,
): Promise<ThemeBook> => {
  const rows = await listThemeBooks(db, place)
  return {
    version: rows[0]?.version ?? 0,
    themes: rows[0] ? JSON.parse(rows[0].themes) : [],
    versions: rows.map(({ version, saved_on, saved_by_name, note }) => ({
      version,
      on: saved_on,
      by: saved_by_name,
      note,
    })),
  }
}
