import type { Insertable, Kysely } from 'kysely'
import type { OutcomeTable, Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** Keeps a refusal; says whether it is a new one. */
export const saveRefusal = async (
  db: Kysely<Tables>,
  refusal: Insertable<OutcomeTable>,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('refusal')
    .values(refusal)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows > 0n
}

/** Someone who had refused has answered after all. */
export const deleteRefusals = async (db: Kysely<Tables>, ids: readonly string[]) => {
  if (ids.length > 0) await db.deleteFrom('refusal').where('id', 'in', ids).execute()
}

export const countRefusals = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('refusal')
    .select(({ fn }) => ['disposition', fn.countAll<number>().as('n')])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .groupBy('disposition')
    .execute()
