import type { InstrumentEnvelope, PublishedInstrument } from '@echolot/contract/instruments'
import type { ShelvedInstrument } from './instrument-shelf.ts'

/**
 * A published version as respondents get it: without what only the researchers need (scales, purposes, measures, who
 * translated and reviewed what, made-up persons and assertions, why a version was left).
 */
export const publicInstrumentOf = ({
  id,
  digest,
  instrument,
}: Pick<ShelvedInstrument, 'id' | 'digest' | 'instrument'>): PublishedInstrument => {
  const {
    translations: _,
    acceptedWording: __,
    personas: ___,
    assertions: ____,
    fork: _____,
    ...told
  } = instrument
  return {
    id,
    digest,
    instrument: {
      ...told,
      languages: instrument.languages.filter(({ live }) => live),
      scales: [],
      variables: instrument.variables.map(({ name, sensitivity, missing, reminder }) => ({
        name,
        sensitivity,
        ...(missing ? { missing } : {}),
        ...(reminder ? { reminder } : {}),
      })),
    } as InstrumentEnvelope,
  }
}
