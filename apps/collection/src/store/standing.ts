import type { Pseudonym } from '@echolot/study'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** What is known of one person in one wave before anything is kept: never what was answered. */
export type Standing = {
  readonly withdrawn: boolean
  readonly closed: boolean
  /** Attempts in the inbox, the earliest first. */
  readonly attempts: readonly Attempt[]
  /** Digests of the attempts that were finished, in the inbox or moved to the responses. */
  readonly finished: readonly string[]
}
export type Attempt = {
  readonly attempt: string
  readonly counter: number
  readonly ordinal: number
}

type Row = {
  readonly kind: 'tombstone' | 'response' | 'inbox' | 'wave' | 'study'
  readonly attempt: string
  readonly counter: number
  readonly ordinal: number
  readonly moment: string | null
}

/** One question to the database instead of four, for it is asked at every page. */
export const readStanding = async (
  db: Kysely<Tables>,
  {
    psn,
    tombstone,
    study,
    wave,
  }: WavePlace & { readonly psn: Pseudonym; readonly tombstone: string },
): Promise<Standing> => {
  const { rows } = await sql<Row>`
    select 'tombstone' as kind, '' as attempt, 0 as counter, 0 as ordinal, null as moment
      from tombstone where id = ${tombstone}
    union all select 'response', attempt, 0, 0, completed_in from response where psn = ${psn}
    union all select 'inbox', attempt, counter, ordinal, completed_in from inbox where psn = ${psn}
    union all select 'wave', '', 0, 0, closed_on from wave where study = ${study} and wave = ${wave}
    union all select 'study', '', 0, 0, state from study where study = ${study} and state <> 'field'
  `.execute(db)
  const round = rows.find(({ kind }) => kind === 'wave')
  return {
    withdrawn: rows.some(({ kind }) => kind === 'tombstone'),
    closed: !round || round.moment !== null || rows.some(({ kind }) => kind === 'study'),
    attempts: rows.filter(({ kind }) => kind === 'inbox').sort((a, b) => a.ordinal - b.ordinal),
    finished: rows
      .filter(({ kind, moment }) => (kind === 'inbox' || kind === 'response') && moment !== null)
      .map(({ attempt }) => attempt),
  }
}
