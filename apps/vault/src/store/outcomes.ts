import type { Insertable, Kysely } from 'kysely'
import type { WavePlace } from './feeds.ts'
import type { OutcomeTable, Tables } from './tables.ts'

/** Which of two outcomes of one person stands: withdrawn before done before refused. */
const RANK = { refused: 1, done: 2, withdrawn: 3 } as const

/** Keeps the stronger outcome; tells whether the person had none before. */
export const saveOutcome = async (
  db: Kysely<Tables>,
  row: Insertable<OutcomeTable>,
): Promise<boolean> => {
  const before = await db
    .selectFrom('outcome')
    .select('kind')
    .where('study', '=', row.study)
    .where('wave', '=', row.wave)
    .where('person', '=', row.person)
    .executeTakeFirst()
  if (!before) {
    await db.insertInto('outcome').values(row).execute()
    return true
  }
  if (RANK[row.kind] > RANK[before.kind])
    await db
      .updateTable('outcome')
      .set({ kind: row.kind })
      .where('study', '=', row.study)
      .where('wave', '=', row.wave)
      .where('person', '=', row.person)
      .execute()
  return false
}

/** Persons of a wave who need no more letters, by why. */
export const countOutcomes = async (db: Kysely<Tables>, { study, wave }: WavePlace) => {
  const rows = await db
    .selectFrom('outcome')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('n')])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .groupBy('kind')
    .execute()
  return new Map(rows.map(({ kind, n }) => [kind, n]))
}
