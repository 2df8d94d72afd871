import type { DispositionCode } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { Tables, TombstoneTable } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** Keeps a tombstone; says whether it is a new one. */
export const saveTombstone = async (
  db: Kysely<Tables>,
  tombstone: Insertable<TombstoneTable>,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('tombstone')
    .values(tombstone)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows > 0n
}

export const countTombstones = async (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  (
    await db
      .selectFrom('tombstone')
      .select(({ fn }) => ['disposition', fn.countAll<number>().as('n')])
      .where('study', '=', study)
      .where('wave', '=', wave)
      .where('disposition', 'is not', null)
      .groupBy('disposition')
      .execute()
  ).map(({ disposition, n }) => ({ disposition: disposition as DispositionCode, n }))

/** Persons who have withdrawn from a wave, whatever they had answered. */
export const countWithdrawn = async (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
): Promise<number> =>
  (
    await db
      .selectFrom('tombstone')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('study', '=', study)
      .where('wave', '=', wave)
      .executeTakeFirstOrThrow()
  ).n
