import type { InstrumentEnvelope, PublishedInstrument } from '@echolot/contract/instruments'
import { withoutLanguages } from '@echolot/instrument'
import type { ShelvedInstrument } from './instrument-shelf.ts'

/** What of the envelope the page needs; nothing else is told, whatever it may be called. */
const TOLD = ['instrument', 'version', 'consent', 'panelCounts', 'context'] as const

/**
 * A published version as respondents get it: without what only the researchers need (scales, purposes, measures, who
 * translated and reviewed what, made-up persons and assertions, why a version was left) and without the texts of
 * languages that are not live: they may be drafts that nobody has read.
 */
export const publicInstrumentOf = ({
  id,
  digest,
  instrument,
}: Pick<ShelvedInstrument, 'id' | 'digest' | 'instrument'>): PublishedInstrument => ({
  id,
  digest,
  instrument: {
    ...Object.fromEntries(
      TOLD.flatMap((part) => (instrument[part] === undefined ? [] : [[part, instrument[part]]])),
    ),
    survey: withoutLanguages(
      instrument.survey,
      new Set(instrument.languages.filter(({ live }) => !live).map(({ tag }) => tag)),
    ),
    languages: instrument.languages.filter(({ live }) => live),
    scales: [],
    variables: instrument.variables.map(({ name, sensitivity, missing, reminder }) => ({
      name,
      sensitivity,
      ...(missing ? { missing } : {}),
      ...(reminder ? { reminder } : {}),
    })),
  } as unknown as InstrumentEnvelope,
})
