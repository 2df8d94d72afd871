import type { InstrumentId, StudyId, WaveId } from '@echolot/study'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Which round of which study. */
export type WavePlace = { readonly study: StudyId; readonly wave: WaveId }

export const findWave = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('wave')
    .selectAll()
    .where('study', '=', study)
    .where('wave', '=', wave)
    .executeTakeFirst()

export const listWaves = (db: Kysely<Tables>, study?: StudyId) =>
  db
    .selectFrom('wave')
    .selectAll()
    .$if(study !== undefined, (query) => query.where('study', '=', study as StudyId))
    .orderBy('study')
    .orderBy('opens_on')
    .orderBy('wave')
    .execute()

/** Waves that ask a published version, by version. */
export const listWavesAsking = (db: Kysely<Tables>, name: string) =>
  db
    .selectFrom('wave')
    .select(['study', 'wave', 'instrument'])
    .where('instrument', 'like', `${name}@%` as InstrumentId)
    .orderBy('study')
    .orderBy('wave')
    .execute()

/** Adds a wave or renews its announced days; what has happened to it stays. */
export const saveWave = (
  db: Kysely<Tables>,
  wave: WavePlace & { readonly opens_on: string; readonly closes_on: string },
) =>
  db
    .insertInto('wave')
    .values({ ...wave, instrument: null, opened_on: null, closed_on: null, flushed_on: null })
    .onConflict((conflict) =>
      conflict.columns(['study', 'wave']).doUpdateSet(({ ref }) => ({
        opens_on: ref('excluded.opens_on'),
        closes_on: ref('excluded.closes_on'),
      })),
    )
    .execute()

const changeWave = (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
  change: {
    instrument?: InstrumentId
    opened_on?: string
    closed_on?: string
    flushed_on?: string
  },
) =>
  db.updateTable('wave').set(change).where('study', '=', study).where('wave', '=', wave).execute()

export const saveWaveInstrument = (
  db: Kysely<Tables>,
  place: WavePlace,
  instrument: InstrumentId,
) => changeWave(db, place, { instrument })
export const markOpened = (db: Kysely<Tables>, place: WavePlace, opened_on: string) =>
  changeWave(db, place, { opened_on })
export const markClosed = (db: Kysely<Tables>, place: WavePlace, closed_on: string) =>
  changeWave(db, place, { closed_on })
export const markFlushed = (db: Kysely<Tables>, place: WavePlace, flushed_on: string) =>
  changeWave(db, place, { flushed_on })
