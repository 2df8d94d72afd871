import type { DispositionCode, StudyId } from '@echolot/study'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** Outcomes of an anonymised wave whose rows are gone: refusals and withdrawals. */
export const countFinalDispositions = async (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  (
    await db
      .selectFrom('final_count')
      .select(['what', 'n'])
      .where('study', '=', study)
      .where('wave', '=', wave)
      .where('what', '!=', 'duplicate')
      .execute()
  ).map(({ what, n }) => ({ disposition: what as DispositionCode, n }))

/** Second attempts that an anonymised wave had. */
export const countFinalDuplicates = async (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
): Promise<number> =>
  (
    await db
      .selectFrom('final_count')
      .select('n')
      .where('study', '=', study)
      .where('wave', '=', wave)
      .where('what', '=', 'duplicate')
      .executeTakeFirst()
  )?.n ?? 0

/** Writes down what refusals, tombstones and set-aside attempts of a study come to, before they go. */
export const saveFinalCounts = async (db: Kysely<Tables>, study: StudyId) => {
  const counts = new Map<string, { wave: WavePlace['wave']; what: string; n: number }>()
  const add = (wave: WavePlace['wave'], what: string, n: number) => {
    const key = `${wave} ${what}`
    counts.set(key, { wave, what, n: (counts.get(key)?.n ?? 0) + n })
  }
  for (const table of ['refusal', 'tombstone'] as const)
    for (const { wave, disposition, n } of await db
      .selectFrom(table)
      .select(({ fn }) => ['wave', 'disposition', fn.countAll<number>().as('n')])
      .where('study', '=', study)
      .where('disposition', 'is not', null)
      .groupBy(['wave', 'disposition'])
      .execute())
      add(wave, disposition as string, n)
  for (const { wave, n } of await db
    .selectFrom('conflict')
    .select(({ fn }) => ['wave', fn.countAll<number>().as('n')])
    .where('study', '=', study)
    .groupBy('wave')
    .execute())
    add(wave, 'duplicate', n)
  for (const count of counts.values())
    await db
      .insertInto('final_count')
      .values({ study, ...count })
      .onConflict((conflict) =>
        conflict
          .columns(['study', 'wave', 'what'])
          .doUpdateSet(({ eb, ref }) => ({ n: eb('final_count.n', '+', ref('excluded.n')) })),
      )
      .execute()
}
