import type { Instrument } from '@echolot/instrument'

/** A questionnaire to begin with: German, one empty page. */
export const blankInstrument = ({
  name,
  title,
}: {
  readonly name: string
  readonly title: string
}): Instrument => ({
  instrument: name,
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: {
    title,
    locale: 'de',
    checkErrorsMode: 'onNextPage',
    clearInvisibleValues: 'onHidden',
    pages: [{ name: 'page_1', elements: [] }],
  },
  scales: [],
  variables: [],
})
