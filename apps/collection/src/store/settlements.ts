import type { Insertable, Kysely } from 'kysely'
import type { QuestionPlace } from './codings.ts'
import type { SettlementTable, Tables } from './tables.ts'

export const listSettlements = (db: Kysely<Tables>, { study, wave, item }: QuestionPlace) =>
  db
    .selectFrom('settlement')
    .innerJoin('open_answer', 'open_answer.id', 'settlement.answer')
    .selectAll('settlement')
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('item', '=', item)
    .execute()

/** The newest word on an answer stands. */
export const saveSettlement = (
  db: Kysely<Tables>,
  { answer, ...said }: Insertable<SettlementTable>,
) =>
  db
    .insertInto('settlement')
    .values({ answer, ...said })
    .onConflict((conflict) => conflict.column('answer').doUpdateSet(said))
    .execute()

/** Says whether there was one. */
export const deleteSettlement = async (db: Kysely<Tables>, answer: string): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('settlement')
    .where('answer', '=', answer)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
