import { syllablesOf } from './syllables-of.ts'
import { lettersOf, plainOf, sentencesOf, wordsOf } from './words-of.ts'

/** How hard German words are to read. Formulas count letters and syllables; they do not know what is said. */
export type Readability = {
  readonly words: number
  readonly sentences: number
  readonly syllables: number
  /** Words with three syllables and more (MS), with more than six letters (IW), with one syllable (ES). */
  readonly threeSyllables: number
  readonly sixLetters: number
  readonly oneSyllable: number
  /** Flesch–Amstad, 180 − ASL − 58.5 × ASW: the higher the easier. */
  readonly flesch: number
  /** Wiener Sachtextformeln 1 to 4, as school grades; unclipped. */
  readonly wiener: readonly [number, number, number, number]
  /** Under 30 words the formulas jump; show the page instead. */
  readonly isUnstable: boolean
}

/** Fewest words for which the formulas say something. */
export const STABLE_WORDS = 30

/**
 * Readability of German text; several texts count as one, each ending its sentence. Undefined without any words.
 * @see https://fleschindex.de Flesch–Amstad
 * @example readabilityOf('Das Kind geht in die Schule. Es lernt gern.')?.flesch // 110.5
 */
export const readabilityOf = (texts: string | readonly string[]): Readability | undefined => {
  const plain = (typeof texts === 'string' ? [texts] : texts).map(plainOf)
  const words = plain.flatMap(wordsOf).map(({ word }) => word)
  if (words.length === 0) return undefined
  const sentences = Math.max(1, plain.flatMap(sentencesOf).length)
  const counted = words.map(syllablesOf)
  const syllables = counted.reduce((sum, count) => sum + count, 0)
  const threeSyllables = counted.filter((count) => count >= 3).length
  const oneSyllable = counted.filter((count) => count === 1).length
  const sixLetters = words.filter((word) => lettersOf(word) > 6).length
  const percent = (count: number) => (100 * count) / words.length
  const [ms, iw, es] = [percent(threeSyllables), percent(sixLetters), percent(oneSyllable)]
  const sl = words.length / sentences
  return {
    words: words.length,
    sentences,
    syllables,
    threeSyllables,
    sixLetters,
    oneSyllable,
    flesch: 180 - sl - 58.5 * (syllables / words.length),
    wiener: [
      0.1935 * ms + 0.1672 * sl + 0.1297 * iw - 0.0327 * es - 0.875,
      0.2007 * ms + 0.1682 * sl + 0.1373 * iw - 2.779,
      0.2963 * ms + 0.1905 * sl - 1.1144,
      0.2744 * ms + 0.2656 * sl - 1.693,
    ],
    isUnstable: words.length < STABLE_WORDS,
  }
}

/** A Vienna grade as it is printed: the scale runs from 4 to 15, short texts run beyond it. */
export const gradeWords = (grade: number): { readonly de: string; readonly en: string } => {
  if (grade < 4) return { de: 'unter 4', en: 'below 4' }
  if (grade > 15) return { de: 'über 15', en: 'above 15' }
  return { de: grade.toFixed(1).replace('.', ','), en: grade.toFixed(1) }
}

/** What texts should reach: survey texts FRE ≥ 65 and WSTF1 ≤ 7, easy language FRE ≥ 75 and WSTF1 ≤ 4. */
export const readabilityTarget = (
  language: string,
): { readonly flesch: number; readonly wiener1: number } =>
  isEasyLanguage(language) ? { flesch: 75, wiener1: 4 } : { flesch: 65, wiener1: 7 }

/** `de-x-ls` as ANNA writes it, and the other tags in use for easy language. */
export const isEasyLanguage = (language: string): boolean =>
  /-x-(ls|leicht|easy|plain|simple)\b|-simple\b/i.test(language)

export const isGerman = (language: string): boolean => /^de(-|$)/i.test(language)
