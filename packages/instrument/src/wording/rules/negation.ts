import type { JudgedText } from '../judged-texts.ts'
import type { Hit } from '../text-rule.ts'
import { ASKED, places, SOURCES, type TextRule, wholeWords } from '../text-rule.ts'
import { wordsOf } from '../words-of.ts'

const GERMAN = wholeWords('nicht', 'kein\\p{L}*', 'nie', 'niemals', 'nirgends', 'kaum', 'weder')
const ENGLISH = wholeWords(
  'not',
  'no',
  'never',
  'none',
  'nobody',
  'nothing',
  'nowhere',
  'neither',
  'nor',
  'hardly',
  'cannot',
  "\\p{L}+n['’]t",
)
const UN_BUT_NO_NEGATION =
  /^(un[ds]$|uns(er|re)|unter|ungefähr|union|uni$|uniform|universi|unikat|unfall|unmittelbar|unterschied|ungarn|ungarisch)/i

/** Words negated by their form: `unzufrieden`, `arbeitslos`. */
const weakNegations = (plain: string): readonly Hit[] =>
  wordsOf(plain)
    .filter(
      ({ word }) =>
        (/^un\p{L}{3,}$/iu.test(word) && !UN_BUT_NO_NEGATION.test(word)) ||
        /\p{L}{3,}los(e[nmrs]?|er|igkeit)?$/iu.test(word),
    )
    .map(({ start, end }) => ({ start, end, severity: 'hint' }))

/** Negations in a German text, those by a word of their own. */
export const negationsIn = (plain: string): readonly Hit[] => places(plain, GERMAN)

/** L02. */
export const negation: TextRule = {
  id: 'L02',
  source: SOURCES.wording,
  kinds: ASKED,
  severity: 'warning',
  message: (words) => ({
    de: `„${words}“ verneint. Wer dazu „trifft nicht zu“ ankreuzt, verneint doppelt.`,
    en: `“${words}” negates. Whoever ticks “does not apply” negates twice.`,
  }),
  remedy: { de: 'Bejahend sagen, was gemeint ist.', en: 'Say what is meant without a negation.' },
  hits: ({ plain }) => [...negationsIn(plain), ...weakNegations(plain)],
}

/** L03: two negations in a text, or one on a scale that negates too. */
export const doubleNegation: TextRule = {
  id: 'L03',
  source: SOURCES.wording,
  kinds: ASKED,
  severity: 'error',
  message: (words) => ({
    de: `Doppelte Verneinung bei „${words}“: Antworten können das Gegenteil bedeuten.`,
    en: `Double negation at “${words}”: answers may mean the opposite.`,
  }),
  remedy: {
    de: 'Die Aussage bejahend fassen; die Skala darf dann verneinen.',
    en: 'Put the statement without negation; then the scale may negate.',
  },
  hits: (text, { language }) => {
    const strong = negationsIn(text.plain)
    const all = [...strong, ...weakNegations(text.plain)].sort(
      (one, other) => one.start - other.start,
    )
    const first = strong[0]
    if (first === undefined) return []
    const last = all.at(-1)
    if (all.length >= 2 && last !== undefined)
      return [{ start: Math.min(all[0]?.start ?? 0, first.start), end: last.end }]
    return hasNegatedScale(text, language) ? [{ start: first.start, end: first.end }] : []
  },
}

const MISSING_WORDS = /weiß.*nicht|möchte.*nicht|keine angabe|nicht sagen/i

const hasNegatedScale = ({ item }: JudgedText, language: string): boolean => {
  const graded = (item?.choices ?? []).filter(
    ({ value }) => typeof value !== 'number' || value > -10,
  )
  return graded.some(({ text }) => {
    const words = typeof text === 'string' ? text : (text[language] ?? text.default ?? '')
    return !MISSING_WORDS.test(words) && negationsIn(words).length > 0 && graded.length >= 3
  })
}

/** L02 and L03 for English: each negation, and two of them in one text. */
export const englishNegation: TextRule = {
  id: 'L02',
  source: SOURCES.wording,
  kinds: ASKED,
  severity: 'warning',
  message: negation.message,
  remedy: negation.remedy,
  hits: ({ plain }) => places(plain, ENGLISH),
}

export const englishDoubleNegation: TextRule = {
  ...doubleNegation,
  hits: ({ plain }) => {
    const found = places(plain, ENGLISH)
    const [first, last] = [found[0], found.at(-1)]
    return first === undefined || last === undefined || found.length < 2
      ? []
      : [{ start: first.start, end: last.end }]
  },
}
