import type { StratumId } from '@echolot/study'
import { type Kysely, sql } from 'kysely'
import { folded } from '../frame/match-key.ts'
import type { WavePlace } from './feeds.ts'
import type { Tables } from './tables.ts'

/** Mailings whose letters exist no more: what they carried does not count as a letter. */
const DEAD = ['lost', 'failed'] as const

/** Credentials of a wave whose letter is out or on its way. */
const liveCredentials = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('credential')
    .innerJoin('mailing', 'mailing.mailing', 'credential.mailing')
    .where('credential.study', '=', study)
    .where('credential.wave', '=', wave)
    .where('credential.state', '!=', 'revoked')
    .where('mailing.state', 'not in', DEAD)

/** Persons of the frame to whom a letter can be sent, with what has happened in this wave. */
const cases = (db: Kysely<Tables>, place: WavePlace) =>
  db
    .selectFrom('sample')
    .innerJoin('person', 'person.person', 'sample.person')
    .leftJoin('outcome', (join) =>
      join
        .onRef('outcome.person', '=', 'sample.person')
        .on('outcome.study', '=', place.study)
        .on('outcome.wave', '=', place.wave),
    )
    .leftJoin(
      liveCredentials(db, place)
        .select(({ fn }) => ['credential.person as person', fn.countAll<number>().as('letters')])
        .groupBy('credential.person')
        .as('written'),
      'written.person',
      'sample.person',
    )
    .where('sample.study', '=', place.study)

type Selection = 'to-invite' | 'to-remind' | 'all'

const selected = (db: Kysely<Tables>, place: WavePlace, selection: Selection) => {
  const all = cases(db, place)
  if (selection === 'all') return all
  const reachable = all
    .where('outcome.kind', 'is', null)
    .where('sample.blocked_on', 'is', null)
    .where('sample.undeliverable_on', 'is', null)
  return selection === 'to-invite'
    ? reachable.where('written.person', 'is', null)
    : reachable.where('written.person', 'is not', null)
}

/** Narrowed to persons in whose name or address every word of `words` occurs, however it is spelt. */
const searched = (db: Kysely<Tables>, place: WavePlace, selection: Selection, words: string) =>
  words
    .split(/\s+/)
    .map(folded)
    .filter((word) => word !== '')
    .reduce(
      (query, word) => query.where('person.match_key', 'like', `%${word}%`),
      selected(db, place, selection),
    )

export const countCases = async (
  db: Kysely<Tables>,
  place: WavePlace,
  { selection, words = '' }: { readonly selection: Selection; readonly words?: string },
): Promise<number> =>
  (
    await searched(db, place, selection, words)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

/** How many letters an order would make, by stratum. */
export const countCasesByStratum = async (
  db: Kysely<Tables>,
  place: WavePlace,
  selection: Selection,
): Promise<ReadonlyMap<StratumId, number>> => {
  const rows = await selected(db, place, selection)
    .select(({ fn }) => ['sample.stratum', fn.countAll<number>().as('n')])
    .groupBy('sample.stratum')
    .execute()
  return new Map(rows.map(({ stratum, n }) => [stratum, n]))
}

/** Whom a mailing writes to, sorted as the post likes it. */
export const listRecipients = (
  db: Kysely<Tables>,
  place: WavePlace,
  selection: 'to-invite' | 'to-remind',
) =>
  selected(db, place, selection)
    .selectAll('person')
    .select(['sample.stratum', 'sample.household', 'sample.link_ct'])
    .orderBy('person.postcode')
    .orderBy('person.place')
    .orderBy('person.street')
    .orderBy('person.house_number')
    .orderBy('person.person')
    .execute()
export type Recipient = Awaited<ReturnType<typeof listRecipients>>[number]

/** One page of the case list, by name. */
export const listCases = (
  db: Kysely<Tables>,
  place: WavePlace,
  {
    selection,
    words = '',
    page,
    size,
  }: {
    readonly selection: 'to-remind' | 'all'
    readonly words?: string
    readonly page: number
    readonly size: number
  },
) =>
  searched(db, place, selection, words)
    .selectAll('person')
    .select([
      'sample.stratum',
      'sample.blocked_on',
      'sample.undeliverable_on',
      'outcome.kind as outcome',
      sql<number>`coalesce(written.letters, 0)`.as('letters'),
    ])
    .orderBy('person.family_name')
    .orderBy('person.given_name')
    .orderBy('person.person')
    .limit(size)
    .offset((page - 1) * size)
    .execute()

/** Cases to which a letter of this wave was drawn, by stratum: the gross sample. */
export const countGross = async (
  db: Kysely<Tables>,
  place: WavePlace,
): Promise<ReadonlyMap<StratumId, number>> => {
  const rows = await liveCredentials(db, place)
    .innerJoin('sample', (join) =>
      join
        .onRef('sample.person', '=', 'credential.person')
        .onRef('sample.study', '=', 'credential.study'),
    )
    .select(({ fn }) => [
      'sample.stratum',
      fn.count<number>('credential.person').distinct().as('n'),
    ])
    .groupBy('sample.stratum')
    .execute()
  return new Map(rows.map(({ stratum, n }) => [stratum, Number(n)]))
}
