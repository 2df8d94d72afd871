import { seeded } from './synthetic.testing.ts'

/**
 * Made-up answers in which small groups are planted: 3 and 2 in the table of `v` by `g`, a town of six, and an answer
 * that three people gave.
 */
const TABLE = [
  [3, 40, 17],
  [22, 2, 30],
  [30, 25, 28],
  [12, 33, 20],
  [8, 6, 24],
] as const
const TOWNS = [150, 100, 44, 6] as const
const OFFERS = [120, 90, 60, 27, 3] as const

type Row = { [Name in (typeof COLUMNS)[number]]: number }
const COLUMNS = ['v', 'g', 'town', 'a', 'b', 'm', 'k', 'q', 'r', 'hours'] as const

const csvOf = (rows: readonly Row[]) =>
  `${[COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((name) => row[name]).join(','))].join('\n')}\n`

const made = (): Row[] => {
  const random = seeded(20)
  const dealt = (sizes: readonly number[]) => {
    const codes = sizes.flatMap((size, i) => new Array<number>(size).fill(i + 1))
    return codes
      .map((code) => ({ code, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ code }) => code)
  }
  const towns = dealt(TOWNS)
  const offers = dealt(OFFERS)
  // In the small town both answers are few, before and after a swap.
  const few = { a: [1, 1, 1, 0, 0, 0], b: [0, 0, 0, 1, 1, 1] }
  const share = (name: 'a' | 'b', i: number, chance: number) =>
    towns[i] === 4 ? (few[name].pop() as number) : Number(random() < chance)
  return TABLE.flatMap((line, v) =>
    line.flatMap((count, g) => Array.from({ length: count }, () => ({ v: v + 1, g: g + 1 }))),
  ).map((cell, i) => ({
    ...cell,
    town: towns[i] as number,
    a: share('a', i, 0.55),
    b: share('b', i, 0.35),
    m: 10 * Math.floor(11 * random()),
    k: 10 * Math.floor(3 + 6 * random()),
    q: offers[i] as number,
    r: 1 + Math.floor(5 * random()),
    hours: Math.floor(40 * random()),
  }))
}

export const plantedAnswers = (): string => csvOf(made())

/** Answers that look the same to readers: only what must be hidden is different. */
export const plantedTwin = (): string => {
  const rows = made()
  const swap = (name: keyof Row, first: (row: Row) => boolean, second: (row: Row) => boolean) => {
    const [one, other] = [rows.find(first), rows.find(second)]
    if (one === undefined || other === undefined) throw new Error(`nobody to swap ${name} with`)
    ;[one[name], other[name]] = [other[name], one[name]]
  }
  swap(
    'v',
    ({ v, g }) => v === 1 && g === 2,
    ({ v, g }) => v === 2 && g === 1,
  )
  for (const name of ['a', 'b', 'm', 'k'] as const) {
    const there = rows.find(({ town }) => town === 4) as Row
    swap(
      name,
      (row) => row === there,
      (row) => row.town === 3 && row[name] !== there[name],
    )
  }
  const moved = rows.find(({ q }) => q === 4) as Row
  moved.q = 5
  return csvOf(rows)
}

const towns = {
  variable: 'town',
  groups: [1, 2, 3, 4].map((value) => ({ value, label: `Ort ${'ABCD'[value - 1]}` })),
}
export const PLANTED_PLAN = {
  plan: 'planted',
  data: { synthetic: true },
  analyses: [
    { id: 'often', method: 'frequencies', variables: ['v', 'g', 'town', 'q'] },
    { id: 'crossed', method: 'crosstab', rows: 'v', columns: 'g' },
    { id: 'said', method: 'weighted-shares', variables: ['a', 'b'], values: [1], by: towns },
    { id: 'height', method: 'weighted-means', variables: ['m', 'k'], by: towns },
    {
      id: 'offers',
      method: 'weighted-categories',
      variables: ['q', 'r'],
      categories: [
        { name: 'unknown', label: 'unbekannt', values: [1, 2] },
        { name: 'known', label: 'bekannt', values: [3, 4] },
        { name: 'used', label: 'genutzt', values: [5] },
      ],
    },
    { id: 'spread', method: 'histogram', variables: ['hours'], from: 0, to: 40, width: 5 },
  ],
  report: {
    languages: ['de', 'en'],
    ...Object.fromEntries(
      ['title', 'subtitle', 'study', 'publisher', 'client', 'population'].map((name) => [
        name,
        { de: 'erfunden', en: 'made up' },
      ]),
    ),
    names: { en: Object.fromEntries([...'ABCD'].map((town) => [`Ort ${town}`, `Place ${town}`])) },
    pages: [
      {
        page: 'shares',
        question: { de: 'Was sagen sie?', en: 'What do they say?' },
        short: { de: 'Gesagt.', en: 'Said.' },
        shares: 'said',
        items: [
          { variable: 'a', label: { de: 'dies', en: 'this' } },
          { variable: 'b', label: { de: 'jenes', en: 'that' } },
        ],
        finding: { de: '{share} sagen {item}', en: '{share} say {item}' },
        headline: {
          clear: { de: '{first} vorn', en: '{first} ahead' },
          close: { de: '{first} und {second}', en: '{first} and {second}' },
        },
      },
      {
        page: 'scores',
        question: { de: 'Wie hoch?', en: 'How high?' },
        short: { de: 'Höhe.', en: 'Height.' },
        means: 'height',
        items: ['m', 'k'].map((variable) => ({
          variable,
          label: { de: `Wert ${variable}`, en: `Value ${variable}` },
          meaning: { de: 'erfunden', en: 'made up' },
        })),
        headline: {
          firstHigher: { de: 'höher', en: 'higher' },
          secondHigher: { de: 'niedriger', en: 'lower' },
          same: { de: 'gleich', en: 'same' },
        },
      },
      {
        page: 'categories',
        question: { de: 'Was ist bekannt?', en: 'What is known?' },
        short: { de: 'Angebote.', en: 'Offers.' },
        categories: 'offers',
        items: ['q', 'r'].map((variable) => ({
          variable,
          label: { de: `Angebot ${variable}`, en: `Offer ${variable}` },
        })),
        unknown: 'unknown',
        known: 'known',
        used: 'used',
        finding: { de: '{item}: {known}, {used}', en: '{item}: {known}, {used}' },
        headline: { gap: { de: 'Lücke', en: 'Gap' }, noGap: { de: 'keine', en: 'none' } },
      },
      {
        page: 'distribution',
        question: { de: 'Wie verteilt?', en: 'How spread?' },
        histogram: 'spread',
        variable: 'hours',
        unit: { de: 'Stunden', en: 'hours' },
        headline: { de: 'Verteilung', en: 'Spread' },
      },
    ],
  },
}
