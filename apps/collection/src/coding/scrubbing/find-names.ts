import type { Span, SpanReason } from '@echolot/contract/coding'
import { type Finder, spanOf, spansOf } from './found.ts'
import type { Word } from './text.ts'
import { EVERYDAY_NOUNS, isEverydayNoun } from './words/everyday-nouns.ts'
import { isGivenName, isSmallGivenName } from './words/given-names.ts'
import {
  FORMAL_TITLES,
  INTRODUCTIONS,
  PARTICLES,
  PLAIN_TITLES,
  RELATIONS,
  TITLES,
  TITLES_BEHIND,
} from './words/name-leads.ts'
import { writesNounsSmall } from './words/other-languages.ts'
import { OF_PERSONS, SMALL_ENDING, SMALL_WORDS } from './words/small-words.ts'

const INITIAL_BEHIND = /(?<!\p{L})\p{Lu}\p{Ll}{1,20} \p{Lu}\.(?!\p{L})/dgu
const INITIAL_BEFORE = /(?<![\p{L}.])(?<!\. ?)\p{Lu}\. ?\p{Lu}\p{Ll}{2,25}/dgu
const INITIALS = /(?<![\p{L}.])\p{Lu}\. ?\p{Lu}\.(?!\p{L})/dgu

/** Names that a list knows, or that a word beside them announces. */
export const findNames: Finder = ({ words, plain }) => {
  const isForeign = writesNounsSmall(words)
  return [
    ...words.flatMap((word, place) => [
      ...behindTitle(words, place),
      ...beforeTitle(words, place),
      ...behindRelation(words, place),
      ...(isForeign && word.capital === 'no' ? [] : givenName(words, place)),
      ...twoTogether(words, place),
      ...INTRODUCTIONS.flatMap((lead) => introduced(words, place, lead)),
      ...(isPatronymic(word) ? [named(words, place, { count: 1, reason: 'word-ending' })] : []),
    ]),
    ...[INITIAL_BEHIND, INITIAL_BEFORE, INITIALS].flatMap((form) =>
      spansOf(plain, form, { kind: 'name', reason: 'initial' }).filter(
        ({ start, end }) => !isAbbreviation(plain.slice(start, end)),
      ),
    ),
  ]
}

/** "Frau Ostrop"; "als Frau" and "meine Frau" lead to none, and small letters only where a small word does not follow. */
const behindTitle = (words: readonly Word[], place: number): readonly Span[] => {
  const [before, word, next] = [words[place - 1], words[place] as Word, words[place + 1]]
  if (!next || !TITLES.has(word.lower) || !isNear(word.gap)) return []
  const isPlain = PLAIN_TITLES.has(word.lower)
  const isOwned = before?.gap === ' ' && NO_TITLE_BEHIND.test(before.lower)
  if (next.capital === 'no' && !PARTICLES.has(next.lower)) {
    const isNamed =
      isPlain &&
      !isOwned &&
      !SMALL_WORDS.has(next.lower) &&
      !OF_PERSONS.has(next.lower) &&
      !EVERYDAY_NOUNS.has(next.lower) &&
      next.text.length > 2
    return isNamed ? [named(words, place, SURELY_TITLED(2))] : []
  }
  const isFormal = FORMAL_TITLES.has(word.lower)
  if (EVERYDAY_NOUNS.has(next.lower) && (!isFormal || isOwned)) return []
  if (EVERYDAY_NOUNS.has(next.lower) && RELATIONS.has(next.lower)) return []
  const count = nameLength(words, place + 1, isListedNoun)
  return count > 0 ? [named(words, place, SURELY_TITLED(count + 1))] : []
}
const SURELY_TITLED = (count: number) =>
  ({ count, reason: 'title-before', certainty: 'sure' }) as const
const NO_TITLE_BEHIND =
  /^(?:(?:m|d|s)?eine?[nmrs]?|unsere?[nmrs]?|ihre?[nmrs]?|als|jede[nmrs]?|keine?[nmr]?|der|dem|den|alleinstehende|junge)$/u

/** "Zeliha abla", "Hüseyin Bey". */
const beforeTitle = (words: readonly Word[], place: number): readonly Span[] => {
  const [word, next] = [words[place] as Word, words[place + 1]]
  const isNamed =
    word.capital === 'yes' && word.gap === ' ' && next && TITLES_BEHIND.has(next.lower)
  return isNamed && !SMALL_WORDS.has(word.lower) && !isEverydayNoun(word.lower)
    ? [spanOf(word.start, next.end, { kind: 'name', reason: 'title-before', certainty: 'sure' })]
    : []
}

/** "meine Tochter Lena", "der Große, Frida,": a word that is no everyday noun, or a small one that no small word is. */
const behindRelation = (words: readonly Word[], place: number): readonly Span[] => {
  const [word, next] = [words[place] as Word, words[place + 1]]
  if (!next || !RELATIONS.has(word.lower) || !/^[ ,:(„"]{1,3}$/.test(word.gap)) return []
  if (TITLES.has(next.lower) || isEverydayNoun(next.lower)) return isArticled(words, place)
  if (next.capital === 'no') {
    const verb = words[place + 2]
    const isSubject = next.gap === ' ' && verb !== undefined && OF_PERSONS.has(verb.lower)
    return word.gap === ' ' && isSubject && couldBeName(next) && !/(?:t|en|te)$/.test(next.lower)
      ? [named(words, place + 1, { count: 1, reason: 'relation' })]
      : isArticled(words, place)
  }
  if (SMALL_WORDS.has(next.lower)) return isArticled(words, place)
  if (next.capital === 'none') {
    const isVerb = /^[يتنب]|^ال|^(?:لا|لم|لن|في|من|على|هو|هي|كان|ليس|عنده|عندها|و)/u.test(
      next.lower,
    )
    if (word.capital !== 'none' || (isVerb && !isGivenName(next.lower))) return []
  }
  const isInserted = /^[,)(“"]/.test(next.gap) || next.gap.trim() === '.'
  if (word.gap !== ' ' && !isInserted && !isGivenName(next.lower)) return []
  return [named(words, place + 1, { count: nameLength(words, place + 1), reason: 'relation' })]
}
/** "mein Kleiner, der Ilyas,". */
const isArticled = (words: readonly Word[], place: number): readonly Span[] => {
  const [article, name] = [words[place + 1], words[place + 2]]
  const isName =
    words[place]?.gap === ', ' &&
    /^(?:der|die|das|den|dem)$/.test(article?.lower ?? '') &&
    article?.gap === ' ' &&
    name?.capital === 'yes' &&
    !isEverydayNoun(name.lower)
  return isName ? [named(words, place + 2, { count: 1, reason: 'relation' })] : []
}

const givenName = (words: readonly Word[], place: number): readonly Span[] => {
  const word = words[place] as Word
  const isName = word.capital === 'no' ? isSmallGivenName(word.lower) : isGivenName(word.lower)
  if (!isName) return []
  const count = Math.max(1, nameLength(words, place, isListedNoun))
  return [named(words, place, { count, reason: 'known-word' })]
}
/** Behind a given name what only ends like a noun is a family name: Thekla Sonnenschein. */
const isListedNoun = (lower: string) => EVERYDAY_NOUNS.has(lower)

const introduced = (
  words: readonly Word[],
  place: number,
  lead: readonly string[],
): readonly Span[] => {
  if (lead.some((word, step) => words[place + step]?.lower !== word)) return []
  const from = place + lead.length
  const [last, next] = [words[from - 1], words[from]]
  if (!last || !next || !/^[ :,."„“'(\n]{1,4}$/.test(last.gap)) return []
  if (isEverydayNoun(next.lower) || SMALL_WORDS.has(next.lower)) return []
  if (next.capital === 'no' && (/[.\n]/.test(last.gap) || !NAMING.test(lead.at(-1) ?? '')))
    return []
  if (next.capital === 'no' && !couldBeName(next)) return []
  const count = Math.max(1, nameLength(words, from))
  return [named(words, from, { count, reason: 'introduced' })]
}
/** Behind these a name stands even if written small. */
const NAMING = /^(?:hei(?:ß|ss)en?|hei(?:ß|ss)t|namens|genannt|mich|ihn)$/u

/** Two capital words side by side, neither of them an everyday noun or a word that begins sentences: given and family name. */
const twoTogether = (words: readonly Word[], place: number): readonly Span[] => {
  const pair = words.slice(place, place + 2)
  const isPair =
    pair.length === 2 &&
    pair[0]?.gap === ' ' &&
    pair.every(
      ({ lower, capital, text }) =>
        capital === 'yes' &&
        text.length > 2 &&
        text !== text.toUpperCase() &&
        lower !== 'firma' &&
        couldBeName({ lower }),
    )
  return isPair ? [named(words, place, { count: 2, reason: 'introduced' })] : []
}

/** Ukrainian and Russian fathers' names and family names, by their ends. */
const isPatronymic = ({ lower, capital }: Word) =>
  capital === 'yes' &&
  /\p{Script=Cyrillic}{3}(?:ович|евич|івна|овна|евна|енко|ченко|чук)$/u.test(lower)

/** No small German word and no everyday noun. */
export const couldBeName = ({ lower }: Pick<Word, 'lower'>): boolean =>
  lower.length > 2 &&
  !SMALL_WORDS.has(lower) &&
  !SMALL_ENDING.test(lower) &&
  !isEverydayNoun(lower) &&
  !OF_PERSONS.has(lower)

export const named = (
  words: readonly Word[],
  from: number,
  {
    count,
    reason,
    certainty = 'likely',
  }: {
    readonly count: number
    readonly reason: SpanReason
    readonly certainty?: Span['certainty']
  },
): Span => {
  const first = words[from] as Word
  const last = words[from + Math.max(1, count) - 1] as Word
  return spanOf(first.start, last.end, { kind: 'name', reason, certainty })
}

/** How many words from here on are one name: given names, particles, a family name. */
export const nameLength = (
  words: readonly Word[],
  from: number,
  isNoun = isEverydayNoun,
): number => {
  let count = 0
  for (let step = 0; step < 4; step++) {
    const word = words[from + step]
    if (!word || !isPart(words, { from, step, isNoun })) break
    count = step + 1
    if (!isNear(word.gap)) break
  }
  return count
}
const isPart = (
  words: readonly Word[],
  {
    from,
    step,
    isNoun,
  }: {
    readonly from: number
    readonly step: number
    readonly isNoun: (lower: string) => boolean
  },
): boolean => {
  const word = words[from + step] as Word
  if (word.capital === 'yes') return step === 0 || !(isNoun(word.lower) || TITLES.has(word.lower))
  if (word.capital === 'none')
    return step < 2 && (step === 0 || isGivenName(words[from]?.lower ?? ''))
  return PARTICLES.has(word.lower) && leadsOn(words, from + step + 1)
}

/** Whether particles end in a name: "van der Linde", not "von uns". */
const leadsOn = (words: readonly Word[], from: number): boolean => {
  const word = words[from]
  if (!word || word.capital === 'none') return false
  return word.capital === 'yes'
    ? !isEverydayNoun(word.lower)
    : PARTICLES.has(word.lower) && words[from + 1]?.capital === 'yes'
}

const isNear = (gap: string) => gap === ' ' || gap === '. ' || gap === '.' || gap === '-'

const isAbbreviation = (text: string) =>
  /^(?:z|u|d|i|s|o|v)\./i.test(text) || /\b[A-Z]\. ?(?:Und|Oder)\b/.test(text)
