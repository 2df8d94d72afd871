import { readFileSync } from 'node:fs'
import type { Instrument } from '../src/instrument.ts'

/** One of ANNA's instruments, fresh from its file. */
export const annaInstrument = (name: 'main' | 'prepost' | 'coach' | 'youth'): Instrument =>
  JSON.parse(
    readFileSync(`${import.meta.dirname}/../../../surveys/anna/instruments/${name}.json`, 'utf8'),
  ) as Instrument

/** A small instrument around a survey. */
export const instrumentOf = (survey: object, rest: Partial<Instrument> = {}): Instrument => ({
  instrument: 'x',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'reviewed', live: false },
  ],
  scales: [],
  variables: [],
  survey: survey as Instrument['survey'],
  ...rest,
})
