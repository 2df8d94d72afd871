import { afterErasure } from '@echolot/database'
import type { StudyId } from '@echolot/study'
import type { Kysely } from 'kysely'
import type { WavePlace } from './feeds.ts'
import type { Tables } from './tables.ts'

/** Whether anything of a wave could still be redeemed. */
export const hasCredentials = async (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
): Promise<boolean> =>
  (await db
    .selectFrom('credential')
    .select('credential')
    .where('study', '=', study)
    .where('wave', '=', wave)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Deletes which letter carried which credential, and whose it was; tells how many letters that were. */
export const deleteCredentials = async (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
): Promise<number> => {
  const ofWave = db
    .selectFrom('credential')
    .select('credential')
    .where('study', '=', study)
    .where('wave', '=', wave)
  await db
    .deleteFrom('letter')
    .where('study', '=', study)
    .where('credential', 'in', ofWave)
    .execute()
  const { numDeletedRows } = await db
    .deleteFrom('credential')
    .where('study', '=', study)
    .where('wave', '=', wave)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Deletes the secrets that link the waves of a person; tells how many there were. */
export const deleteLinks = async (db: Kysely<Tables>, study: StudyId): Promise<number> => {
  await db.deleteFrom('household').where('study', '=', study).execute()
  const { numUpdatedRows } = await db
    .updateTable('sample')
    .set({ link_ct: null })
    .where('study', '=', study)
    .where('link_ct', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Deletes names, addresses and all that happened to them; counts of files and mailings stay. */
export const deletePersons = async (db: Kysely<Tables>, study: StudyId): Promise<number> => {
  const ofStudy = db.selectFrom('sample').select('person').where('study', '=', study)
  const persons = (await ofStudy.execute()).map(({ person }) => person)
  for (const table of [
    'contact_event',
    'outcome',
    'household',
    'letter',
    'credential',
    'sample',
    'block',
  ] as const)
    await db.deleteFrom(table).where('study', '=', study).execute()
  for (let start = 0; start < persons.length; start += 1_000)
    await db
      .deleteFrom('person')
      .where('person', 'in', persons.slice(start, start + 1_000))
      .execute()
  return persons.length
}

/** Makes what was deleted unreadable on the disk. */
export const afterRetirement = (db: Kysely<Tables>): Promise<void> =>
  afterErasure(db, [
    'person',
    'sample',
    'household',
    'credential',
    'letter',
    'outcome',
    'contact_event',
    'block',
  ])
