import type { Insertable, Kysely } from 'kysely'
import type { QuestionPlace } from './codings.ts'
import type { CoderSeat, CodingTaskTable, Tables } from './tables.ts'

export const saveCodingTasks = async (
  db: Kysely<Tables>,
  tasks: readonly Insertable<CodingTaskTable>[],
) => {
  if (tasks.length > 0) await db.insertInto('coding_task').values(tasks).execute()
}

/** Whatever coders of a question have in hand, with the words they see. */
export const listCodingTasks = (db: Kysely<Tables>, { study, wave, item }: QuestionPlace) =>
  db
    .selectFrom('coding_task')
    .innerJoin('open_answer', 'open_answer.id', 'coding_task.answer')
    .selectAll('coding_task')
    .select('open_answer.words')
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('item', '=', item)
    .orderBy('coding_task.answer')
    .execute()

/** Codes an answer for its coder; says whether it was in the coder's hands. */
export const saveCode = async (
  db: Kysely<Tables>,
  { answer, coder, themes, version }: Omit<CodingTaskTable, 'seat'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('coding_task')
    .set({ themes, version })
    .where('answer', '=', answer)
    .where('coder', '=', coder)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Gives what a coder of a seat has not coded yet to another one; gives how many answers those are. */
export const handOverTasks = async (
  db: Kysely<Tables>,
  { study, wave, item }: QuestionPlace,
  { seat, from, to }: { readonly seat: CoderSeat; readonly from: string; readonly to: string },
): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('coding_task')
    .set({ coder: to })
    .where('seat', '=', seat)
    .where('coder', '=', from)
    .where('themes', 'is', null)
    .where('answer', 'in', (query) =>
      query
        .selectFrom('open_answer')
        .select('id')
        .where('study', '=', study)
        .where('wave', '=', wave)
        .where('item', '=', item),
    )
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
