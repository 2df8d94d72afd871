import { unreadable } from '@echolot/problem'
import { parse } from 'secure-json-parse'

/** Deepest nesting of lists and objects. */
export const JSON_DEPTH = 20

/**
 * Reads JSON as strictly as answers deserve, and puts every string into Unicode's normal form C.
 * @throws unreadable with `place` and `remedy` for: no JSON, more than 20 levels, a key given twice, `__proto__` and
 * `constructor.prototype`, NUL, half a surrogate pair, numbers too large to be kept exactly
 */
export const readJson = (text: string): unknown => {
  scan(text)
  let value: unknown
  try {
    value = parse(text, { protoAction: 'error', constructorAction: 'error' })
  } catch (error) {
    throw unreadable(
      isForbiddenKey(error)
        ? { place: 'a key', remedy: 'leave out keys named __proto__ or constructor' }
        : { place: placeOfFault(text), remedy: 'send one JSON value' },
    )
  }
  return isPlain(text) ? value : normalised(value)
}

/** ASCII without escaped characters is in normal form C already. */
const isPlain = (text: string) => !NOT_ASCII.test(text) && !text.includes('\\u')
const NOT_ASCII = /[^\t\n\r\x20-\x7e]/

type Level = { readonly keys?: Set<string>; place: string; count: number }

/** Walks the raw text once, before anything is built from it: grammar is left to the parser. */
const scan = (text: string) => {
  const levels: Level[] = []
  let position = 0
  while (position < text.length) {
    const symbol = text[position] as string
    if (symbol === '{' || symbol === '[') {
      if (levels.length === JSON_DEPTH)
        throw unreadable({
          place: placeOf(levels),
          remedy: `nest lists and objects ${JSON_DEPTH} levels deep at most`,
        })
      levels.push(
        symbol === '{' ? { keys: new Set(), place: '', count: 0 } : { place: '0', count: 0 },
      )
      position++
    } else if (symbol === '}' || symbol === ']') {
      levels.pop()
      position++
    } else if (symbol === ',') {
      const level = levels.at(-1)
      if (level && !level.keys) level.place = String(++level.count)
      position++
    } else if (symbol === '"') {
      const end = endOfString(text, position)
      const string = decoded(text.slice(position, end))
      const isKey = levels.at(-1)?.keys !== undefined && lengthAt(COLON, text, end) > 0
      if (isKey) enterKey(levels, string)
      refuseBadText(levels, string)
      position = end
    } else if (symbol === '-' || (symbol >= '0' && symbol <= '9')) {
      const length = lengthAt(NUMBER, text, position)
      refuseBadNumber(levels, text.slice(position, position + length))
      position += length
    } else position++
  }
}

const NUMBER = /[0-9.eE+-]+/y
const COLON = /[ \t\r\n]*:/y

/** How many characters `pattern` covers from `position` on; 0 when it does not stand there. */
const lengthAt = (pattern: RegExp, text: string, position: number): number => {
  pattern.lastIndex = position
  return pattern.exec(text)?.[0].length ?? 0
}

const endOfString = (text: string, start: number) => {
  let position = start + 1
  while (position < text.length && text[position] !== '"')
    position += text[position] === '\\' ? 2 : 1
  return position + 1
}

/** The string's value, or nothing when it is no JSON string; the parser will say so. */
const decoded = (literal: string): string => {
  if (!literal.includes('\\')) return literal.slice(1, -1)
  try {
    return String(JSON.parse(literal))
  } catch {
    return ''
  }
}

const enterKey = (levels: readonly Level[], key: string) => {
  const level = levels.at(-1)
  if (!level?.keys) return
  level.place = shown(key)
  if (key === '__proto__')
    throw unreadable({ place: placeOf(levels), remedy: 'leave out keys named __proto__' })
  const normal = key.normalize('NFC')
  if (level.keys.has(normal))
    throw unreadable({ place: placeOf(levels), remedy: 'give each key once' })
  level.keys.add(normal)
}

const refuseBadText = (levels: readonly Level[], string: string) => {
  if (string.includes('\0'))
    throw unreadable({ place: placeOf(levels), remedy: 'leave out the NUL character' })
  if (!string.isWellFormed())
    throw unreadable({
      place: placeOf(levels),
      remedy: 'send whole Unicode characters, no half of a surrogate pair',
    })
}

const refuseBadNumber = (levels: readonly Level[], literal: string) => {
  const value = Number(literal)
  const inexact = Number.isInteger(value) && !Number.isSafeInteger(value)
  if (inexact || value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
    throw unreadable({
      place: placeOf(levels),
      remedy: 'send numbers between −9007199254740991 and 9007199254740991',
    })
}

/** Keys may be anything a sender wrote; only those that look like names are said back. */
const shown = (key: string) => (/^[\w.@-]{1,64}$/.test(key) ? key : '…')
const placeOf = (levels: readonly Level[]) =>
  levels.map(({ place }) => place).join('.') || 'the body'

const isForbiddenKey = (error: unknown) =>
  error instanceof SyntaxError && error.message.includes('forbidden prototype property')

/** Line and column of the first fault of grammar; never the text itself. */
const placeOfFault = (text: string) => {
  const at = faultAt(text)
  if (at >= text.length) return 'the end of the body'
  const before = text.slice(0, at).split('\n')
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}

const SPACE = /[ \t\r\n]*/y
const STRING = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** How far `text` is JSON; engines tell the place of some faults only. The depth was checked before. */
const faultAt = (text: string): number => {
  let at = 0
  const takes = (pattern: RegExp) => {
    const length = lengthAt(pattern, text, at)
    at += length
    return length > 0
  }
  const takesSymbol = (symbol: string) => {
    takes(SPACE)
    if (text[at] !== symbol) return false
    at++
    return true
  }
  const members = (end: string, member: () => boolean): boolean => {
    if (takesSymbol(end)) return true
    do if (!member()) return false
    while (takesSymbol(','))
    return takesSymbol(end)
  }
  const keyed = () => {
    takes(SPACE)
    return takes(STRING) && takesSymbol(':') && value()
  }
  const value = (): boolean => {
    if (takesSymbol('{')) return members('}', keyed)
    if (takesSymbol('[')) return members(']', value)
    return takes(STRING) || takes(SCALAR)
  }
  if (value()) takes(SPACE)
  return at
}

const normalised = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(normalised)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key.normalize('NFC'), normalised(member)]),
  )
}
