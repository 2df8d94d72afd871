import { type Instrument, itemsOf, pagesOf } from '@echolot/instrument'
import type { Loss } from '../loss.ts'
import { because } from '../reasons/because.ts'

/** What a bare SurveyJS definition keeps of an instrument: the survey whole, nothing of its envelope. */
export const envelopeLosses = (instrument: Instrument): readonly Loss[] => [
  ...pagesOf(instrument).map(({ name, path }) => kept(path, `page “${name}”`)),
  ...itemsOf(instrument).map(({ name, type, path }) => kept(path, `${type} “${name}”`)),
  ...ENVELOPE.flatMap(([part, what]): readonly Loss[] => {
    const value = instrument[part]
    return value === undefined || (Array.isArray(value) && value.length === 0)
      ? []
      : [
          {
            fate: 'dropped',
            path: `/${part}`,
            what,
            reason: because('no-place-in-surveyjs'),
          },
        ]
  }),
]

const ENVELOPE = [
  ['languages', 'status of the languages'],
  ['scales', 'scales'],
  ['variables', 'notes on data protection class and purpose'],
  ['consent', 'item that asks for consent'],
  ['panelCounts', 'number items that repeated panels follow'],
  ['context', 'values that nobody is asked for'],
  ['personas', 'made-up persons for trying it out'],
  ['assertions', 'what must always be so'],
] as const

const kept = (path: string, what: string): Loss => ({
  fate: 'kept',
  path: `/survey${path}`,
  what,
  target: path,
})
