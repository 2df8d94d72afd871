import { type ForkProblem, forkProblems, type Instrument } from '@echolot/instrument'
import type { House } from '../house.ts'
import { findInstrument, listInstruments } from '../store/instruments.ts'
import { listWaves } from '../store/waves.ts'

/**
 * What is missing for a version to take the place of the one in the field: a reason, and for each item that
 * measures something else whether its answers may be pooled. Where open waves ask several, the newest counts.
 */
export const fieldProblems = async (
  instrument: Instrument,
  { db }: Pick<House, 'db'>,
): Promise<readonly ForkProblem[]> => {
  const asked = new Set(
    (await listWaves(db))
      .filter(({ opened_on, closed_on }) => opened_on !== null && closed_on === null)
      .map(({ instrument: id }) => id),
  )
  const newest = (await listInstruments(db))
    .filter(
      ({ id, name, version }) =>
        asked.has(id) && name === instrument.instrument && version !== instrument.version,
    )
    .toSorted((one, other) => one.version.localeCompare(other.version, 'en', { numeric: true }))
    .at(-1)
  const row = newest && (await findInstrument(db, newest.id))
  return row === undefined ? [] : forkProblems(JSON.parse(row.json) as Instrument, instrument)
}
