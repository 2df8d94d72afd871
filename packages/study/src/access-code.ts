import type { AccessCode } from './ids.ts'

/** Crockford base 32: digits and capitals without I, L, O, U. A symbol's place is its value, 0 to 31. */
export const ACCESS_CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const DATA_SYMBOLS = 11
const GROUP = 4

/** α·x in GF(2⁵) with x⁵ + x² + 1. */
const timesAlpha = (x: number) => ((x << 1) ^ (x & 16 ? 0b100101 : 0)) & 31
/** Weight of symbol 1 … 11 is α¹ … α¹¹; the check symbol's own weight is 1. All differ, none is 0. */
const WEIGHTS = Array.from({ length: DATA_SYMBOLS + 1 }, (_, place) => {
  if (place === DATA_SYMBOLS) return 1
  let weight = 1
  for (let power = 0; power <= place; power++) weight = timesAlpha(weight)
  return weight
})
const times = (a: number, b: number): number => {
  let product = 0
  for (let bit = 0, x = a; bit < 5; bit++, x = timesAlpha(x)) if (b & (1 << bit)) product ^= x
  return product
}
const valuesOf = (symbols: string) =>
  Array.from(symbols, (symbol) => ACCESS_CODE_ALPHABET.indexOf(symbol))
const syndromeOf = (values: readonly number[]) =>
  values.reduce((sum, value, place) => sum ^ times(WEIGHTS[place] as number, value), 0)

/**
 * The twelfth symbol of a code: Σ αⁱ·sᵢ over GF(2⁵) of the eleven before it. Any single wrong symbol and any
 * two swapped symbols change it.
 * @throws RangeError unless `data` is eleven symbols of the alphabet.
 */
export const checkSymbolOf = (data: string): string => {
  const values = valuesOf(data)
  if (values.length !== DATA_SYMBOLS || values.includes(-1))
    throw new RangeError('eleven symbols of the access-code alphabet are needed')
  return ACCESS_CODE_ALPHABET[syndromeOf(values)] as string
}

/** The code as it stands in a letter: `7K3M-9QXT-4C2P`. */
export const printedAccessCode = (code: AccessCode): string =>
  [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-')

/** What was typed: a code, or where to look. `groups` are 1, 2, 3, the likeliest first. */
export type AccessCodeReading =
  | { readonly code: AccessCode }
  | { readonly fault: 'empty' }
  | { readonly fault: 'length'; readonly symbols: number; readonly groups: readonly number[] }
  | { readonly fault: 'symbol'; readonly symbol: string; readonly groups: readonly number[] }
  | { readonly fault: 'check'; readonly groups: readonly number[] }

/**
 * Reads a code as people type it: any case, spaces, dashes, full-width and Arabic-Indic digits, O for 0, I or L
 * for 1, Cyrillic look-alikes. Whatever is not a code comes back with the group to look at; for a code that fails
 * its check that is the group where a usual slip (S for 5, two neighbours swapped) would explain it, or all three.
 */
export const readAccessCode = (typed: string): AccessCodeReading => {
  const groupsTyped = tidied(typed)
    .split(/[\s\p{Pd}./_|]+/u)
    .filter(Boolean)
  const symbols = groupsTyped.join('')
  if (symbols === '') return { fault: 'empty' }
  const strange = [...symbols].findIndex((symbol) => !ACCESS_CODE_ALPHABET.includes(symbol))
  if (strange >= 0)
    return {
      fault: 'symbol',
      symbol: [...symbols][strange] as string,
      groups: [Math.min(3, Math.floor(strange / GROUP) + 1)],
    }
  if (symbols.length !== DATA_SYMBOLS + 1)
    return {
      fault: 'length',
      symbols: symbols.length,
      groups: groupsOfWrongLength(groupsTyped, symbols.length),
    }
  const values = valuesOf(symbols)
  const syndrome = syndromeOf(values)
  if (syndrome === 0) return { code: symbols as AccessCode }
  return { fault: 'check', groups: likelySlips(values, syndrome) }
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ O: '0', I: '1', L: '1' },
  ...{ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: '0', Р: 'P', С: 'C', Т: 'T', Х: 'X' },
  ...{ У: 'Y', І: '1', Ѕ: 'S', Ј: 'J', З: '3' },
}
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu
/** First digit of each decimal block that phones in our languages type besides ASCII. */
const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6]

const tidied = (typed: string) =>
  [...typed.normalize('NFKC').replace(INVISIBLE, '').toUpperCase()]
    .map((symbol) => LOOK_ALIKES[symbol] ?? asciiDigit(symbol))
    .join('')

const asciiDigit = (symbol: string) => {
  const point = symbol.codePointAt(0) as number
  const zero = DIGIT_ZEROS.find((first) => point >= first && point < first + 10)
  return zero === undefined ? symbol : String(point - zero)
}

/** With the three groups typed apart, those not four long; otherwise where the symbols end too soon or run over. */
const groupsOfWrongLength = (groups: readonly string[], symbols: number) => {
  const uneven = groups.flatMap((group, i) => (group.length === GROUP ? [] : [i + 1]))
  if (groups.length === 3) return uneven
  return [Math.min(3, Math.floor(symbols / GROUP) + 1)]
}

/** Pairs of symbols that hands and eyes confuse. */
const CONFUSABLE = new Set(
  [
    '5S',
    '8B',
    '2Z',
    '6G',
    '17',
    '0D',
    '0Q',
    'MN',
    'VW',
    'VY',
    'PR',
    'EF',
    'CG',
    '4A',
    'KX',
    '1J',
    'HN',
    '9G',
    '38',
  ].flatMap((pair) => [pair, pair[1] + (pair[0] as string)]),
)

const likelySlips = (values: readonly number[], syndrome: number): readonly number[] => {
  const places = values.flatMap((value, place) => {
    const swapped = values[place + 1]
    const neighbours =
      swapped !== undefined &&
      times((WEIGHTS[place] as number) ^ (WEIGHTS[place + 1] as number), value ^ swapped) ===
        syndrome
    const misread = [...ACCESS_CODE_ALPHABET].some(
      (symbol, meant) =>
        CONFUSABLE.has(ACCESS_CODE_ALPHABET[value] + symbol) &&
        times(WEIGHTS[place] as number, value ^ meant) === syndrome,
    )
    return neighbours || misread ? [place] : []
  })
  const groups = new Set(places.map((place) => Math.floor(place / GROUP) + 1))
  return groups.size > 0 ? [...groups] : [1, 2, 3]
}
