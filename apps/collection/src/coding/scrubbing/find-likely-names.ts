import type { Span } from '@echolot/contract/coding'
import { couldBeName, named, nameLength } from './find-names.ts'
import type { Finder } from './found.ts'
import type { Word } from './text.ts'
import { isGivenName } from './words/given-names.ts'
import { BARE, BEHIND_KNOWN, HARDLY_BARE } from './words/name-leads.ts'
import { writesNounsSmall } from './words/other-languages.ts'
import { OF_PERSONS } from './words/small-words.ts'
import { isDiminutive, soundsLikeName } from './words/sounds.ts'

/**
 * Words that no list knows and that stand where names stand, or look like one. German writes every noun with a capital; whatever
 * is an everyday noun, by list, root or end, is left out.
 */
export const findLikelyNames: Finder = ({ words }) => {
  const isForeign = writesNounsSmall(words)
  return words.flatMap((word, place): readonly Span[] => {
    if (word.capital !== 'yes' || isGivenName(word.lower) || !couldBeName(word)) return []
    const rules = isForeign
      ? [withinSentence]
      : [bareWord, doing, knownByArticle, diminutive, sounding]
    return rules.some((rule) => rule(words, place))
      ? [named(words, place, { count: nameLength(words, place), reason: 'introduced' })]
      : []
  })
}
type Rule = (words: readonly Word[], place: number) => boolean

const begins: Rule = (words, place) => place === 0 || /[.!?:\n…]/.test(words[place - 1]?.gap ?? '')

/** In Ukrainian or Polish only names have a capital there. */
const withinSentence: Rule = (words, place) => !begins(words, place)

/** "Danke an Cosima", "vermisse Tarek", "wenn Roya": German nouns hardly stand so. */
const bareWord: Rule = (words, place) => {
  const [before, word] = [words[place - 1], words[place] as Word]
  if (before?.gap !== ' ') return false
  if (/^gewisser?n?$/.test(before.lower)) return true
  if (!BARE.has(before.lower)) return false
  return (
    !HARDLY_BARE.has(before.lower) ||
    soundsLikeName(word.lower) ||
    isSubject(words, place) ||
    isFromSomewhere(words, place) ||
    (before.lower === 'und' && isGivenName(words[place - 2]?.lower ?? ''))
  )
}
/** Told of with where somebody belongs. */
const isFromSomewhere: Rule = (words, place) =>
  words[place]?.gap === ' ' && BEHIND_KNOWN.has(words[place + 1]?.lower ?? '')

const isSubject: Rule = (words, place) => {
  const [word, next] = [words[place] as Word, words[place + 1]]
  return word.gap === ' ' && next !== undefined && OF_PERSONS.has(next.lower)
}

/** "Kaltrina sagt": a word that begins a sentence, and what only persons do. */
const doing: Rule = (words, place) => {
  const [word, next, after] = [words[place] as Word, words[place + 1], words[place + 2]]
  if (!begins(words, place) || word.gap !== ' ' || !next) return false
  if (next.lower === 'und' && after?.capital === 'yes')
    return isGivenName(after.lower) || (soundsLikeName(word.lower) && soundsLikeName(after.lower))
  if (next.lower === 'und') return after?.lower === 'ich' || soundsLikeName(word.lower)
  return OF_PERSONS.has(next.lower) || (soundsLikeName(word.lower) && isFromSomewhere(words, place))
}

/** "die Petersen vom Amt", "der Kemper von oben". */
const knownByArticle: Rule = (words, place) => {
  const before = words[place - 1]?.lower ?? ''
  return /^(?:der|die|den|dem)$/.test(before) && isFromSomewhere(words, place)
}

/** "das Lenchen". */
const diminutive: Rule = (words, place) => isDiminutive(words[place]?.lower ?? '')

/** Within a sentence few German words sound so. */
const sounding: Rule = (words, place) => {
  const word = words[place] as Word
  return (
    !begins(words, place) && word.text !== word.text.toUpperCase() && soundsLikeName(word.lower)
  )
}
