import type { StratumId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { FrameTable, Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** Renews the cells the vault has told; cells told before and not named now stay. */
export const saveFrame = async (db: Kysely<Tables>, cells: readonly Insertable<FrameTable>[]) => {
  if (cells.length === 0) return
  await db
    .insertInto('frame')
    .values(cells)
    .onConflict((conflict) =>
      conflict.columns(['study', 'wave', 'stratum']).doUpdateSet(({ ref }) => ({
        label: ref('excluded.label'),
        gross: ref('excluded.gross'),
        population: ref('excluded.population'),
      })),
    )
    .execute()
}

export const listFrame = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('frame')
    .selectAll()
    .where('study', '=', study)
    .where('wave', '=', wave)
    .orderBy('stratum')
    .execute()

/** Whether letters were drawn in this cell: a stratum outside the frame could mark a single person. */
export const isInFrame = async (
  db: Kysely<Tables>,
  { study, wave, stratum }: WavePlace & { readonly stratum: StratumId },
): Promise<boolean> => {
  const cell = await db
    .selectFrom('frame')
    .select('gross')
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('stratum', '=', stratum)
    .executeTakeFirst()
  return cell !== undefined && cell.gross > 0
}
