import type { InstrumentEnvelope, PublishedInstrument } from '@echolot/contract/instruments'
import type { ShelvedInstrument } from './instrument-shelf.ts'

/** What of the envelope the page needs; nothing else is told, whatever it may be called. */
const TOLD = ['instrument', 'version', 'survey', 'consent', 'panelCounts', 'context'] as const

/**
 * A published version as respondents get it: without what only the researchers need (scales, purposes, measures, who
 * translated and reviewed what, made-up persons and assertions, why a version was left).
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
