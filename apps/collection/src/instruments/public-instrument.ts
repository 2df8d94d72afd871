import type { InstrumentEnvelope, PublishedInstrument } from '@echolot/contract/instruments'
import type { ShelvedInstrument } from './instrument-shelf.ts'

/** A published version as respondents get it: without what only the researchers need (scales, purposes, measures). */
export const publicInstrumentOf = ({
  id,
  digest,
  instrument,
}: Pick<ShelvedInstrument, 'id' | 'digest' | 'instrument'>): PublishedInstrument => ({
  id,
  digest,
  instrument: {
    ...instrument,
    languages: instrument.languages.filter(({ live }) => live),
    scales: [],
    variables: instrument.variables.map(({ name, sensitivity, missing, reminder }) => ({
      name,
      sensitivity,
      ...(missing ? { missing } : {}),
      ...(reminder ? { reminder } : {}),
    })),
  } as InstrumentEnvelope,
})
