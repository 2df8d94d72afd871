import type { DispositionCode } from '@echolot/study'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** Puts the vault's counts in the place of those it told before. */
export const saveDispositions = async (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
  counts: readonly { readonly code: DispositionCode; readonly count: number }[],
) => {
  await db.deleteFrom('disposition').where('study', '=', study).where('wave', '=', wave).execute()
  if (counts.length > 0)
    await db
      .insertInto('disposition')
      .values(counts.map(({ code, count }) => ({ study, wave, code, count })))
      .execute()
}

export const listDispositions = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('disposition')
    .select(['code', 'count'])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .orderBy('code')
    .execute()
