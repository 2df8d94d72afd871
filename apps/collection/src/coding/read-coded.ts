import type { Theme } from '@echolot/contract/coding'
import type { Kysely } from 'kysely'
import { listCodingTasks } from '../store/coding-tasks.ts'
import { listSettlements } from '../store/settlements.ts'
import type { CodingTable, Tables } from '../store/tables.ts'
import { type Coded, codedAnswers } from './coded.ts'
import { readThemeBook } from './theme-book.ts'

/** The answers to a question with all that was said of them, under the newest themes. */
export const readCoded = async (
  db: Kysely<Tables>,
  coding: CodingTable,
): Promise<{ readonly themes: readonly Theme[]; readonly coded: readonly Coded[] }> => {
  const { themes } = await readThemeBook(db, coding)
  const tasks = await listCodingTasks(db, coding)
  return {
    themes,
    coded: codedAnswers(themes, tasks, await listSettlements(db, coding)),
  }
}
