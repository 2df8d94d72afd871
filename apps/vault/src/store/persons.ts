import type { StratumId, StudyId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { Addressee } from '../frame/address-lines.ts'
import type { KnownPerson } from '../frame/check-frame.ts'
import type { PersonTable, SampleTable, Tables } from './tables.ts'

/** Rows written by one statement: SQLite takes 32,766 values. */
const AT_ONCE = 1_000

/** Everybody in the frame of a study, as far as a new file needs it to recognise them. */
export const listKnownPersons = async (
  db: Kysely<Tables>,
  study: StudyId,
): Promise<readonly KnownPerson[]> => {
  const rows = await db
    .selectFrom('sample')
    .innerJoin('person', 'person.person', 'sample.person')
    .select(['person.person', 'sample.reference', 'person.match_key', 'person.birth_year'])
    .where('sample.study', '=', study)
    .execute()
  return rows.map(({ person, reference, match_key, birth_year }) => ({
    person,
    reference,
    matchKey: match_key,
    birthYear: birth_year,
  }))
}

export const savePersons = async (
  db: Kysely<Tables>,
  persons: readonly Insertable<PersonTable>[],
) => {
  for (let start = 0; start < persons.length; start += AT_ONCE)
    await db
      .insertInto('person')
      .values(persons.slice(start, start + AT_ONCE))
      .execute()
}

/** Renews what the source says of a person who is in the frame already. */
export const updatePerson = (
  db: Kysely<Tables>,
  { person, ...columns }: Omit<PersonTable, 'person'> & { readonly person: string },
) => db.updateTable('person').set(columns).where('person', '=', person).execute()

export const saveSample = async (
  db: Kysely<Tables>,
  sample: readonly Pick<SampleTable, 'study' | 'person' | 'stratum' | 'household' | 'reference'>[],
) => {
  for (let start = 0; start < sample.length; start += AT_ONCE)
    await db
      .insertInto('sample')
      .values(
        sample
          .slice(start, start + AT_ONCE)
          .map((row) => ({ ...row, link_ct: null, blocked_on: null, undeliverable_on: null })),
      )
      .execute()
}

export const updateSample = (
  db: Kysely<Tables>,
  {
    study,
    person,
    ...columns
  }: Pick<SampleTable, 'study' | 'person'> & Partial<Omit<SampleTable, 'study' | 'person'>>,
) =>
  db
    .updateTable('sample')
    .set(columns)
    .where('study', '=', study)
    .where('person', '=', person)
    .execute()

/** Persons by stratum; those to whom nobody may write any more are not among them. */
export const countByStratum = async (
  db: Kysely<Tables>,
  study: StudyId,
): Promise<readonly { readonly stratum: StratumId; readonly persons: number }[]> =>
  db
    .selectFrom('sample')
    .select(({ fn }) => ['stratum', fn.countAll<number>().as('persons')])
    .where('study', '=', study)
    .groupBy('stratum')
    .orderBy('stratum')
    .execute()

export const countBlocked = async (db: Kysely<Tables>, study: StudyId): Promise<number> =>
  (
    await db
      .selectFrom('sample')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('study', '=', study)
      .where('blocked_on', 'is not', null)
      .executeTakeFirstOrThrow()
  ).n

/** A person's row as the letter sees it. */
export const addresseeOf = (row: Omit<PersonTable, 'person'>): Addressee => ({
  salutation: row.salutation,
  title: row.title,
  givenName: row.given_name,
  familyName: row.family_name,
  addition: row.addition,
  street: row.street,
  houseNumber: row.house_number,
  postcode: row.postcode,
  place: row.place,
})

/** A person of a study, or undefined. */
export const findPerson = (
  db: Kysely<Tables>,
  { study, person }: { readonly study: StudyId; readonly person: string },
) =>
  db
    .selectFrom('sample')
    .innerJoin('person', 'person.person', 'sample.person')
    .selectAll('person')
    .select('sample.blocked_on')
    .where('sample.study', '=', study)
    .where('sample.person', '=', person)
    .executeTakeFirst()

/** Everybody in the frame with this name at this address. */
export const listAlike = (
  db: Kysely<Tables>,
  { study, matchKey }: { readonly study: StudyId; readonly matchKey: string },
) =>
  db
    .selectFrom('sample')
    .innerJoin('person', 'person.person', 'sample.person')
    .select(['person.person', 'person.birth_year', 'sample.blocked_on'])
    .where('sample.study', '=', study)
    .where('person.match_key', '=', matchKey)
    .execute()

/** Changes whenever persons come into the frame or are blocked. */
export const countFrame = async (db: Kysely<Tables>, study: StudyId): Promise<string> => {
  const { persons, blocked } = await db
    .selectFrom('sample')
    .select(({ fn }) => [
      fn.countAll<number>().as('persons'),
      fn.count<number>('blocked_on').as('blocked'),
    ])
    .where('study', '=', study)
    .executeTakeFirstOrThrow()
  return `${persons}/${blocked}`
}

/** One sealed link secret a study, to see whether it opens. */
export const listSealedLinks = async (db: Kysely<Tables>) => {
  const rows = await db
    .selectFrom('sample')
    .select(({ fn }) => ['study', fn.min('person').as('person')])
    .where('link_ct', 'is not', null)
    .groupBy('study')
    .execute()
  return Promise.all(
    rows.map(({ study, person }) =>
      db
        .selectFrom('sample')
        .select(['study', 'person', 'link_ct'])
        .where('study', '=', study)
        .where('person', '=', person)
        .$narrowType<{ link_ct: string }>()
        .executeTakeFirstOrThrow(),
    ),
  )
}
