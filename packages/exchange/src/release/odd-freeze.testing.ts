import { type Freeze, type FreezeRow, readFreeze, writeFreeze } from '@echolot/freeze'
import type { Codebook, Instrument, Variable } from '@echolot/instrument'

const variable = (name: string, about: Partial<Variable> = {}): Variable => ({
  name,
  item: name,
  label: name,
  measure: 'nominal',
  type: 'integer',
  missing: [],
  sensitivity: 'plain',
  ...about,
})

const ARABIC = 'هذا نص طويل باللغة العربية '
/** 600 bytes and more; umlauts lie across every border there is. */
export const LONG_TEXT = `${'Ärger über Öl '.repeat(30)}${ARABIC.repeat(8)}Ende`

export const ODD_VARIABLES: readonly Variable[] = [
  variable('satisfied', {
    label: { default: 'Wie zufrieden sind Sie?', en: 'How satisfied are you?', ar: 'ما مدى رضاك؟' },
    measure: 'ordinal',
    values: [
      { value: 1, label: { default: 'gar nicht', en: 'not at all', ar: 'إطلاقًا' } },
      { value: 5, label: { default: 'völlig', en: 'fully', ar: 'تمامًا' } },
      { value: -77, label: { default: 'weiß nicht', en: "don't know" } },
    ],
    missing: [-77, -88, -99],
    purpose: 'Shows how satisfied people are.\nUsed in the report.',
  }),
  variable('hours', {
    label: 'Stunden je Woche',
    measure: 'scale',
    type: 'number',
    missing: [-99],
    range: { min: 0, max: 80 },
  }),
  variable('five_codes', {
    values: [
      { value: 1, label: 'ja' },
      { value: 2, label: 'nein' },
      { value: 2, label: 'nein, anders gesagt' },
    ],
    missing: [-77, -88, -99, -66, -55],
  }),
  variable('open_codes', { type: 'number', missing: [-77, -88, -99, -66] }),
  variable('born', { type: 'date', label: 'Tag der Geburt', measure: 'text' }),
  variable('met', { type: 'date', label: 'Termin', measure: 'text' }),
  variable('language_used', {
    type: 'text',
    values: [
      { value: 'de', label: 'Deutsch' },
      { value: 'ar', label: 'العربية' },
    ],
  }),
  variable('reason', {
    type: 'text',
    values: [
      {
        value: 'no_childcare',
        label: { default: 'keine Betreuung für die Kinder', en: 'no childcare' },
      },
      { value: 'other_reason', label: 'anderer Grund' },
    ],
    missing: [-88, -99],
  }),
  variable('wish', {
    type: 'text',
    measure: 'text',
    sensitivity: 'free-text',
    label: 'Was wünschen Sie sich?',
  }),
  variable('phone', { type: 'text', measure: 'text', sensitivity: 'direct' }),
  variable('All'),
  variable('Frage 1: wie?'),
  variable('frage_1_wie'),
  variable('a_very_long_name_that_goes_on_and_on_and_on_until_it_has_more_than_64_bytes'),
  variable('big', { type: 'number', measure: 'scale' }),
  variable('topic_2', {
    item: 'topic',
    label: 'Themen – Wohnen',
    values: [
      { value: 1, label: 'gewählt' },
      { value: 0, label: 'nicht gewählt' },
    ],
  }),
  variable('topic_1', {
    item: 'topic',
    label: `Themen – ${'sehr lange Frage über Öl, '.repeat(14)}`,
    values: [
      { value: 1, label: 'gewählt' },
      { value: 0, label: 'nicht gewählt' },
    ],
  }),
]

const codebook: Codebook = {
  instrument: 'odd',
  version: '1.0.0',
  languages: ['de', 'en', 'ar'],
  variables: ODD_VARIABLES,
  scales: [
    {
      name: 'SAT',
      label: { default: 'Zufriedenheit', en: 'Satisfaction' },
      items: ['satisfied'],
      reversed: [],
      min: 1,
      max: 5,
      minValid: 1,
    },
  ],
}

const instrument: Instrument = {
  instrument: 'odd',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'reviewed', live: true },
    { tag: 'ar', status: 'draft', live: false },
  ],
  survey: {
    pages: [
      {
        name: 'p1',
        elements: [
          {
            type: 'radiogroup',
            name: 'satisfied',
            title: { default: 'Wie zufrieden sind Sie?', en: 'How satisfied are you?' },
            description: { default: 'Eine Antwort genügt.', en: 'One answer is enough.' },
            visibleIf: '{consent} = 1',
            choices: [1, 5, -77],
          },
          {
            type: 'checkbox',
            name: 'topic',
            title: { default: 'Über welche Themen?', en: 'Which topics?' },
            choices: [1, 2],
          },
        ],
      },
    ],
  },
  scales: codebook.scales,
  variables: [],
}

const BLANK: FreezeRow['values'] = Object.fromEntries(ODD_VARIABLES.map(({ name }) => [name, null]))

/** Four rows: usual values, every missing value, texts that are hard, nothing at all. */
export const ODD_ROWS: readonly FreezeRow['values'][] = [
  {
    ...BLANK,
    satisfied: 5,
    hours: 19.5,
    five_codes: 1,
    open_codes: 3.25,
    born: '1987-02-28',
    met: '2027-05-01T09:30',
    language_used: 'de',
    reason: 'no_childcare',
    wish: LONG_TEXT,
    phone: '0000',
    All: 1,
    'Frage 1: wie?': 2,
    frage_1_wie: 3,
    a_very_long_name_that_goes_on_and_on_and_on_until_it_has_more_than_64_bytes: 4,
    big: 1e15 + 0.5,
    topic_1: 1,
  },
  {
    ...BLANK,
    satisfied: -77,
    hours: -99,
    five_codes: -55,
    open_codes: -66,
    born: '1900-02-29',
    met: '2027-05-02',
    language_used: 'ar',
    reason: '-88',
    wish: '=1+1',
    All: -100,
    'Frage 1: wie?': 151,
    frage_1_wie: 152,
    big: -0.1,
    topic_1: 0,
  },
  {
    ...BLANK,
    satisfied: -88,
    wish: ` ${'ü'.repeat(127)}`,
    language_used: 'ذك',
    reason: 'Öffnungszeiten, "lange"',
  },
  BLANK,
]

/** Writes the odd freeze to `folder` and opens it; `copies` repeats its rows. */
export const oddFreeze = async (
  folder: string,
  {
    copies = 1,
    synthetic = true,
    notes = {},
  }: { copies?: number; synthetic?: boolean; notes?: Partial<Instrument> } = {},
): Promise<Freeze> => {
  const count = ODD_ROWS.length * copies
  await writeFreeze(folder, {
    study: 'odd',
    wave: 'w1',
    madeOn: '2027-06-01',
    codeVersion: '0.1.0',
    instruments: [{ ...instrument, ...notes }],
    codebook,
    rows: Array.from({ length: count }, (_, row) => ({
      case: String(row).padStart(8, '0'),
      stratum: '1',
      mode: row % 2 === 0 ? 'web' : 'paper',
      language: 'de',
      week: row % 2 === 0 ? '2027-W18' : '2027-W20',
      disposition: '1.1',
      completed: row % 4 !== 3,
      values: ODD_ROWS[row % ODD_ROWS.length] as FreezeRow['values'],
      missingReasons: {},
    })),
    omitted: [{ reason: 'withdrawn', count: 1 }],
    frame: [{ stratum: '1', label: 'Öde, Stadt', population: 100, mailed: 40 }],
    dispositions: [
      { code: '1.1', count: 24 },
      { code: '2.11', count: 3 },
      { code: '3.19', count: 12 },
      { code: '3.30', count: 1 },
    ],
    studyFile: {
      synthetic,
      title: { de: 'Was hilft', en: 'What helps' },
      purpose: { de: 'Zeigt, was hilft.', en: 'Shows what helps.' },
      population: 'Households',
      controller: 'DEMO Institute',
      sampling: 'named-adult',
      waves: [{ wave: 'w1', opensOn: '2027-05-01', closesOn: '2027-05-31' }],
    },
  })
  return readFreeze(folder)
}
