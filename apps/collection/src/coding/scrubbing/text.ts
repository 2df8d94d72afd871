/** A word of an answer with its place in it. */
export type Word = {
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
  /** `none`: its script knows no capitals. */
  readonly capital: 'yes' | 'no' | 'none'
  /** What stands between it and the next word. */
  readonly gap: string
}

/** An answer made ready for the rules. */
export type Text = {
  readonly words: readonly Word[]
  /** Digits of whatever script written as 0 to 9; every place is as in the original. */
  readonly plain: string
}

/** Dashes and apostrophes belong to a word where they stand within it. */
const WORD = /[\p{L}\p{M}\p{Nl}]+(?:['’&-][\p{L}\p{M}]+)*/gu

export const textOf = (original: string): Text => {
  const found = [...original.matchAll(WORD)]
  return {
    plain: withPlainDigits(original),
    words: found.map((match, place) => {
      const [text] = match
      const end = match.index + text.length
      return {
        text,
        lower: text.toLocaleLowerCase('de'),
        start: match.index,
        end,
        capital: isShouted(found, place) ? 'no' : capitalOf(text),
        gap: original.slice(end, found[place + 1]?.index ?? original.length),
      }
    }),
  }
}

/** Capitals throughout tell nothing where the next word is written so, too. */
const isShouted = (found: readonly RegExpExecArray[], place: number) =>
  isAllCapitals(found[place]?.[0]) &&
  (isAllCapitals(found[place - 1]?.[0]) || isAllCapitals(found[place + 1]?.[0]))
const isAllCapitals = (word = '') => /^\p{Lu}[\p{Lu}ß-]+$/u.test(word)

const capitalOf = (word: string): Word['capital'] => {
  if (/^\p{Lu}/u.test(word)) return 'yes'
  return /^\p{Ll}/u.test(word) ? 'no' : 'none'
}

/** Decimal digits of one UTF-16 unit, from Arabic to Devanagari, become ASCII; signs that lead a number in other widths, too. */
const withPlainDigits = (original: string): string =>
  original.replaceAll(/[\p{Nd}＋‐‑–—−．]/gu, (sign) => {
    if (sign === '＋') return '+'
    if (sign === '．') return '.'
    if ('‐‑–—−'.includes(sign)) return '-'
    if (sign.length > 1) return sign
    const code = sign.charCodeAt(0)
    const row = code & ~0xf
    // Ten digits in a row begin at a sixteenth or six places behind one.
    return String(code - (/\p{Nd}/u.test(String.fromCharCode(row)) ? row : row + 6))
  })
