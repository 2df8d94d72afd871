import { randomId } from '@echolot/crypto/random'
import type { Insertable, Kysely } from 'kysely'
import type { WavePlace } from './feeds.ts'
import type { ContactEventTable, Tables } from './tables.ts'

const AT_ONCE = 1_000

/** Adds events; none is ever changed. */
export const saveContactEvents = async (
  db: Kysely<Tables>,
  events: readonly Omit<Insertable<ContactEventTable>, 'event'>[],
) => {
  for (let start = 0; start < events.length; start += AT_ONCE)
    await db
      .insertInto('contact_event')
      .values(
        events.slice(start, start + AT_ONCE).map((event) => ({ event: randomId(), ...event })),
      )
      .execute()
}

/** How many letters of a wave each person got so far. */
export const countSent = async (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('contact_event')
    .select(({ fn }) => ['person', fn.countAll<number>().as('n')])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('kind', '=', 'sent')
    .groupBy('person')
    .execute()
  return new Map(rows.map(({ person, n }) => [person, n]))
}

/** Letters sent and returned in a wave, of persons of whom the collection told nothing; oldest first. */
export const listOpenContacts = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('contact_event')
    .innerJoin('sample', (join) =>
      join
        .onRef('sample.person', '=', 'contact_event.person')
        .onRef('sample.study', '=', 'contact_event.study'),
    )
    .leftJoin('outcome', (join) =>
      join
        .onRef('outcome.person', '=', 'contact_event.person')
        .on('outcome.study', '=', study)
        .on('outcome.wave', '=', wave),
    )
    .select([
      'contact_event.person',
      'contact_event.kind',
      'contact_event.reason',
      'contact_event.attempt',
      'sample.blocked_on',
    ])
    .where('contact_event.study', '=', study)
    .where('contact_event.wave', '=', wave)
    .where('contact_event.kind', 'in', ['sent', 'returned'])
    .where('outcome.kind', 'is', null)
    .orderBy('contact_event.day')
    .orderBy('contact_event.attempt')
    .execute()

/** Letters of this wave that one person got. */
export const countSentTo = async (
  db: Kysely<Tables>,
  { study, wave, person }: WavePlace & { readonly person: string },
): Promise<number> =>
  (
    await db
      .selectFrom('contact_event')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('study', '=', study)
      .where('wave', '=', wave)
      .where('person', '=', person)
      .where('kind', '=', 'sent')
      .executeTakeFirstOrThrow()
  ).n
