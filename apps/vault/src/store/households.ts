import type { StudyId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { HouseholdTable, Tables } from './tables.ts'

/** The sealed link secrets of a study's households. */
export const listHouseholds = async (
  db: Kysely<Tables>,
  study: StudyId,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('household')
    .select(['household', 'link_ct'])
    .where('study', '=', study)
    .execute()
  return new Map(rows.map(({ household, link_ct }) => [household, link_ct]))
}

const AT_ONCE = 1_000

export const saveHouseholds = async (
  db: Kysely<Tables>,
  rows: readonly Insertable<HouseholdTable>[],
) => {
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await db
      .insertInto('household')
      .values(rows.slice(start, start + AT_ONCE))
      .execute()
}
