import type { Instrument } from '@echolot/instrument'

const TYPES = [
  'radiogroup',
  'checkbox',
  'dropdown',
  'matrix',
  'rating',
  'text',
  'comment',
  'boolean',
  'radiogroup',
  'ranking',
] as const
const FIVE = [1, 2, 3, 4, 5]
const CHOOSING = new Set(['radiogroup', 'checkbox', 'dropdown', 'ranking'])

const question = (number: number, type: string) => ({
  type,
  name: `q${number}`,
  title: `Frage ${number}: Wie sehr trifft das auf Sie zu?`,
  ...(CHOOSING.has(type) && {
    choices: FIVE.map((value) => ({ value, text: `Antwort ${value}` })),
  }),
  ...(type === 'matrix' && {
    columns: FIVE.map((value) => ({ value, text: `Stufe ${value}` })),
    rows: FIVE.map((row) => ({ value: `q${number}_${row}`, text: `Aussage ${row}` })),
  }),
  ...(number % 7 === 3 &&
    number > 20 && { visibleIf: `{q${number - 2 - ((number - 3) % 10)}} = 1` }),
})

/** A made-up questionnaire of mixed types: `pages` pages with `onEach` questions. */
export const bigInstrument = (pages = 25, onEach = 20): Instrument => {
  const survey = {
    title: 'Großer Fragebogen (erfunden)',
    locale: 'de',
    pages: Array.from({ length: pages }, (_, page) => ({
      name: `page${page + 1}`,
      title: `Seite ${page + 1}`,
      elements: Array.from({ length: onEach }, (_, place) =>
        question(page * onEach + place + 1, TYPES[place % TYPES.length] ?? 'text'),
      ),
    })),
  }
  const names = survey.pages.flatMap(({ elements }) =>
    elements.flatMap(({ name, ...more }) => [
      name,
      ...('rows' in more && more.rows ? more.rows.map(({ value }) => value) : []),
    ]),
  )
  return {
    instrument: 'big',
    version: '1.0.0',
    languages: [
      { tag: 'de', status: 'source', live: true },
      { tag: 'en', status: 'draft', live: false },
    ],
    survey,
    scales: [],
    variables: names.map((name) => ({ name, sensitivity: 'plain', purpose: 'Bench' })),
  }
}
