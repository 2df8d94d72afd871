import type { Span } from './finding.ts'

/** One word of a text and where it stands. */
export type Word = Span & { readonly word: string }

const blank = (part: string) => ' '.repeat(part.length)

/** Longer than any word; patterns would take seconds over it. */
const NO_WORD = /[\p{L}\p{N}]{200,}/gu

/**
 * The text with everything blanked out that is not read as words – tags, entities, `{placeholders}` – so that places
 * in it are places in the text as written.
 */
export const plainOf = (text: string): string =>
  text
    .replaceAll(/<(?:style|script)\b[\s\S]*?<\/(?:style|script)\s*>/gi, blank)
    .replaceAll(
      /<(?:\/(?:p|li|h\d|div|ul|ol|tr)|br)\b[^<>]*>/gi,
      (tag) => `${' '.repeat(tag.length - 1)}\n`,
    )
    .replaceAll(/<\/?[a-z][^<>]*>|<!--[\s\S]*?-->/gi, blank)
    .replaceAll(/&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/gi, blank)
    .replaceAll(/\{[^{}\n]*\}/g, blank)
    .replaceAll(NO_WORD, blank)

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}·\u00AD'’]|[-‑](?=[\p{L}\p{N}]))*/gu

export const wordsOf = (plain: string): readonly Word[] =>
  [...plain.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }))

/** Letters only, as the formulas count them. */
export const lettersOf = (word: string): number => word.match(/\p{L}/gu)?.length ?? 0

/** Full stops that end no sentence. */
const ABBREVIATED =
  /(?:\b(?:z|d|u|i|o|v|s|a|b|h|R|Ä|B)\.\s?)+|\b(?:bzw|ggf|usw|etc|ca|evtl|inkl|Nr|Tel|Std|max|min|sog|vgl|Abs|Str|Dr|Prof|Mio|Mrd)\.|(?<=\d)\.(?=\s*\d)|\b\d{1,2}\.(?=\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Monat|Tag|Jahr|Klasse))/gu

/** Sentences with their places: ended by a full stop, question or exclamation mark, or by the end of a line. */
export const sentencesOf = (plain: string): readonly (Span & { readonly sentence: string })[] => {
  const guarded = plain.replaceAll(ABBREVIATED, (part) => part.replaceAll('.', ','))
  return [...guarded.matchAll(/[^.!?…؟\n]+[.!?…؟]*/gu)].flatMap(({ 0: part, index }) => {
    const lead = part.length - part.trimStart().length
    const sentence = plain.slice(index + lead, index + part.trimEnd().length)
    return /[\p{L}\p{N}]/u.test(sentence)
      ? [{ sentence, start: index + lead, end: index + lead + sentence.length }]
      : []
  })
}
