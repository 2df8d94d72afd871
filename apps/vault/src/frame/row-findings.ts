import type { FrameFinding } from '@echolot/contract/frames'
import { unprintableIn, widthOf } from '@echolot/documents'
import {
  ADDRESS_POINTS,
  ADDRESS_WIDTH,
  addressLinesOf,
  MOST_ADDRESS_LINES,
} from './address-lines.ts'
import { birthYearOf, type Candidate, protectionOf, salutationOf } from './candidate.ts'
import { type Column, HEADINGS } from './columns.ts'
import { communeOf, communesAt } from './communes.ts'
import { HOUSE_NUMBER } from './split-street.ts'

/** What the rows are judged against. */
export type FrameRules = {
  /** Stratum by every spelling in which the file may name it: its id and its labels. */
  readonly strata: ReadonlyMap<string, string>
  readonly languages: readonly string[]
  readonly thisYear: number
}

type Details = FrameFinding['details']
type Found = { readonly column: Column; readonly rule: string; readonly details?: Details }

/** All that is wrong with one row, in the order in which a clerk reads it. */
export const rowFindings = (row: Candidate, rules: FrameRules): readonly FrameFinding[] => [
  ...RULES.flatMap((rule) => rule(row, rules)).map((found) => finding(row.line, 'error', found)),
  ...HINTS.flatMap((hint) => hint(row, rules)).map((found) => finding(row.line, 'warning', found)),
]

const finding = (
  line: number,
  severity: 'error' | 'warning',
  { column, rule, details = {} }: Found,
): FrameFinding => ({ line, column: HEADINGS[column], severity, rule, details })

const LEAST_AGE = 18
const MOST_AGE = 120

const TEXTS = [
  'title',
  'givenName',
  'familyName',
  'addition',
  'street',
  'houseNumber',
  'place',
] as const

/** Words that stand where somebody did not know. */
const PLACEHOLDER =
  /^(unbekannt|unknown|k\.?\s?a\.?|n\.?\s?n\.?|o\.?\s?w\.?|\?+|-+|–|x{2,}|\.+|keine angabe|test)$/i
/** Characters that steer text instead of showing. Line breaks count as lines, not here. */
const INVISIBLE = /\p{Cc}|\p{Cf}/u
/** UTF-8 that was read as Windows-1252 and saved again: "MÃ¼ller". */
const GARBLED = /\uFFFD|Ã[\u0080-\u00BF\u0152-\u02DC\u2013-\u2122]|â€|Â[\u00A0-\u00BF]/

const required = (row: Candidate): readonly Found[] =>
  (['givenName', 'familyName', 'street', 'postcode', 'place', 'stratum'] as const)
    .filter((column) => row[column] === '')
    .map((column) => ({ column, rule: 'required' }))

const columnCount = ({ surplus, line: _line }: Candidate): readonly Found[] =>
  surplus > 0 ? [{ column: 'reference', rule: 'column-count', details: { surplus } }] : []

const postcodePattern = ({ postcode }: Candidate): readonly Found[] =>
  postcode === '' || /^\d{5}$/.test(postcode)
    ? []
    : [{ column: 'postcode', rule: 'plz-pattern', details: { value: postcode } }]

const commune = ({ place, postcode }: Candidate): readonly Found[] => {
  if (place === '' || PLACEHOLDER.test(place)) return []
  const found = communeOf(place)
  if (!found) return [{ column: 'place', rule: 'commune-unknown', details: { value: place } }]
  if (!/^\d{5}$/.test(postcode) || found.postcodes.includes(postcode)) return []
  const details = {
    postcode,
    place: found.name,
    expected: found.postcodes.join(', '),
    deliversTo: communesAt(postcode).join(', '),
  }
  return [{ column: 'postcode', rule: 'plz-commune', details }]
}

const houseNumber = ({ street, houseNumber: number }: Candidate): readonly Found[] => {
  if (street === '' || PLACEHOLDER.test(street)) return []
  if (number === '') return [{ column: 'houseNumber', rule: 'house-number-missing' }]
  return number.length <= 14 && HOUSE_NUMBER.test(number)
    ? []
    : [
        {
          column: 'houseNumber',
          rule: 'house-number-pattern',
          details: { value: number.slice(0, 40) },
        },
      ]
}

const addressLines = (row: Candidate): readonly Found[] => {
  const lines = addressLinesOf(row)
  if (lines.length > MOST_ADDRESS_LINES)
    return [
      {
        column: 'addition',
        rule: 'address-lines',
        details: { lines: lines.length, most: MOST_ADDRESS_LINES },
      },
    ]
  const tooLong = lines.find((line) => widthOf(line, 'letter', ADDRESS_POINTS) > ADDRESS_WIDTH)
  return tooLong === undefined
    ? []
    : [{ column: 'addition', rule: 'line-too-long', details: { line: tooLong, mm: ADDRESS_WIDTH } }]
}

const characters = (row: Candidate): readonly Found[] =>
  TEXTS.flatMap((column): readonly Found[] => {
    const text = row[column]
    if (text === '') return []
    if (GARBLED.test(text)) return [{ column, rule: 'garbled', details: { value: text } }]
    const oneLine = text.replace(/[\r\n]/g, '')
    if (INVISIBLE.test(oneLine)) return [{ column, rule: 'invisible-character' }]
    const missing = unprintableIn(oneLine, 'letter')
    return missing.length === 0
      ? []
      : [{ column, rule: 'unprintable', details: { characters: missing.join(' ') } }]
  })

const placeholder = (row: Candidate): readonly Found[] =>
  (['givenName', 'familyName', 'street', 'place'] as const)
    .filter((column) => PLACEHOLDER.test(row[column]))
    .map((column) => ({ column, rule: 'placeholder', details: { value: row[column] } }))

const namePattern = (row: Candidate): readonly Found[] =>
  (['givenName', 'familyName'] as const)
    .filter((column) => /\d|[@<>{}[\]=_|]/.test(row[column]))
    .map((column) => ({ column, rule: 'name-pattern', details: { value: row[column] } }))

const stratum = (row: Candidate, { strata }: FrameRules): readonly Found[] =>
  row.stratum === '' || strata.has(row.stratum.toLowerCase())
    ? []
    : [
        {
          column: 'stratum',
          rule: 'stratum-unknown',
          details: { value: row.stratum, known: [...new Set(strata.values())].join(', ') },
        },
      ]

const birthYear = (row: Candidate, { thisYear }: FrameRules): readonly Found[] => {
  const year = birthYearOf(row.birthYear)
  if (year === null) return []
  if (year === undefined || year > thisYear || year < thisYear - MOST_AGE)
    return [{ column: 'birthYear', rule: 'birth-year', details: { value: row.birthYear } }]
  return thisYear - year < LEAST_AGE
    ? [{ column: 'birthYear', rule: 'under-age', details: { year, least: LEAST_AGE } }]
    : []
}

/** Nobody's address is used while it is unclear whether it is protected. */
const protection = (row: Candidate): readonly Found[] =>
  protectionOf(row.protected) === undefined
    ? [{ column: 'protected', rule: 'protection-unclear' }]
    : []

const RULES = [
  ...[columnCount, required, placeholder, namePattern, characters, addressLines, houseNumber],
  ...[postcodePattern, commune, stratum, birthYear, protection],
]

const salutation = (row: Candidate): readonly Found[] =>
  salutationOf(row.salutation) === undefined
    ? [{ column: 'salutation', rule: 'salutation-unknown', details: { value: row.salutation } }]
    : []

const language = (row: Candidate, { languages }: FrameRules): readonly Found[] =>
  row.language === '' || languages.includes(row.language)
    ? []
    : [
        {
          column: 'language',
          rule: 'language-unknown',
          details: { value: row.language, known: languages.join(', ') },
        },
      ]

const HINTS = [salutation, language]
