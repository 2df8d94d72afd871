import type { Instrument } from '@echolot/instrument'

/** A questionnaire to begin with: one language, one empty page. */
export const blankInstrument = ({
  name,
  title,
  language = 'de',
}: {
  readonly name: string
  readonly title: string
  readonly language?: string
}): Instrument => ({
  instrument: name,
  version: '1.0.0',
  languages: [{ tag: language, status: 'source', live: true }],
  survey: {
    title,
    locale: language,
    checkErrorsMode: 'onNextPage',
    clearInvisibleValues: 'onHidden',
    pages: [{ name: 'page_1', elements: [] }],
  },
  scales: [],
  variables: [],
})
