import type { Pseudonym } from '@echolot/study'
import { type Insertable, type Kysely, sql } from 'kysely'
import type { ResponseTable, Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** The whole response; for the rules on two of one person only. */
export const readResponse = (db: Kysely<Tables>, psn: Pseudonym) =>
  db.selectFrom('response').selectAll().where('psn', '=', psn).executeTakeFirst()

/** Takes responses away by their keys. */
export const deleteResponses = (db: Kysely<Tables>, psns: readonly Pseudonym[]) =>
  db.deleteFrom('response').where('psn', 'in', psns).execute()

/** Keeps responses in the order given, which must be a random one. */
export const saveResponses = async (
  db: Kysely<Tables>,
  responses: readonly Insertable<ResponseTable>[],
) => {
  if (responses.length > 0) await db.insertInto('response').values(responses).execute()
}

/** Takes the response of `psn` away; says whether there was one. */
export const deleteResponse = async (db: Kysely<Tables>, psn: Pseudonym): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('response')
    .where('psn', '=', psn)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Responses of a wave by their outcome. */
export const countByDisposition = (db: Kysely<Tables>, place: WavePlace) =>
  counted(db, place)
    .select(({ fn }) => ['disposition', fn.countAll<number>().as('n')])
    .groupBy('disposition')
    .execute()

/** Finished responses of a wave by stratum, language or week; those still in the inbox are not among them. */
export const countFinished = (
  db: Kysely<Tables>,
  place: WavePlace,
  by: 'stratum' | 'language' | 'completed_in',
): Promise<readonly { value: string; n: number }[]> =>
  counted(db, place)
    .select(({ fn }) => [sql<string>`${sql.ref(by)}`.as('value'), fn.countAll<number>().as('n')])
    .where('extent', '=', 'finished')
    // An anonymous response has no week.
    .where(by, 'is not', null)
    .groupBy(by)
    .execute()

/** Responses of a wave for counting, under a pseudonym or anonymous. */
const counted = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db.selectFrom(
    db
      .selectFrom('response')
      .select(['stratum', 'language', 'instrument', 'disposition', 'completed_in'])
      .select(
        sql<string>`case when completed_in is null then 'break-off' else 'finished' end`.as(
          'extent',
        ),
      )
      .where('study', '=', study)
      .where('wave', '=', wave)
      .unionAll(
        db
          .selectFrom('anonymous_response')
          .select(['stratum', 'language', 'instrument', 'disposition'])
          .select([sql<string | null>`cast(null as text)`.as('completed_in'), 'extent'])
          .where('study', '=', study)
          .where('wave', '=', wave),
      )
      .as('answered'),
  )

/** The keys of all responses of a wave with their sealed links. */
export const listLinks = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('response')
    .select(['psn', 'link'])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .execute()

/** Whole responses by their keys. */
export const listResponses = (db: Kysely<Tables>, psns: readonly Pseudonym[]) =>
  db.selectFrom('response').selectAll().where('psn', 'in', psns).execute()

/** Some responses of a wave in order of their keys, from behind the key `after` on; '' stands before the first. */
export const listResponsesAfter = (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
  { after, most }: { readonly after: string; readonly most: number },
) =>
  db
    .selectFrom('response')
    .selectAll()
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('psn', '>', after as Pseudonym)
    .orderBy('psn')
    .limit(most)
    .execute()

/** Every instrument version that the responses of a wave were given to. */
export const listInstrumentsAnswered = async (db: Kysely<Tables>, place: WavePlace) =>
  (await counted(db, place).select('instrument').distinct().orderBy('instrument').execute()).map(
    ({ instrument }) => instrument,
  )
