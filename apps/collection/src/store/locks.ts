import { engineOf } from '@echolot/database'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/**
 * Until the transaction ends, nobody else works on the thing `name` names. SQLite has one writer anyway; PostgreSQL
 * takes an advisory lock.
 */
export const lockFor = async (db: Kysely<Tables>, name: string): Promise<void> => {
  if (engineOf(db) === 'postgres')
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db)
}

/** A freeze is entered, or somebody withdraws: one of the two is first, and the other knows of it. */
export const lockForFreezes = (db: Kysely<Tables>, { study, wave }: WavePlace): Promise<void> =>
  lockFor(db, `freezes of ${study}/${wave}`)
