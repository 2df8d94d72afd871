import { filled } from './filled.ts'
import type { Finding, Language, Lines, Section } from './model.ts'
import { WORDS } from './words.ts'

/**
 * The section with its heading and its three lines made from `wording` and `values`; the lines stand where the block
 * `lines` is, else at the end. A section without wording comes back as it is.
 */
export const worded = (section: Section, language: Language, recommendation?: string): Section => {
  const { wording } = section
  if (wording === undefined) return section
  const say = speakerOf(section, language)
  const lines: Lines = {
    see: say(wording.see),
    sure: say(wording.sure),
    ...(wording.follow ? { follow: say(wording.follow) } : {}),
    ...(recommendation ? { recommendation: say(recommendation) } : {}),
  }
  const block = { kind: 'lines' as const, ...lines }
  const placed = section.blocks.some(({ kind }) => kind === 'lines')
  return {
    ...section,
    heading: say(wording.heading),
    blocks: placed
      ? section.blocks.map((other) => (other.kind === 'lines' ? block : other))
      : [...section.blocks, block],
  }
}

/** What a section lends to the summary; nothing without a name and a strength. */
export const findingOf = (section: Section, language: Language): Finding | undefined => {
  const { id, short, strength, wording } = section
  if (short === undefined || strength === undefined || wording === undefined) return undefined
  const say = speakerOf(section, language)
  return { section: id, name: short, text: say(wording.brief ?? wording.see), strength }
}

/**
 * What the sentences of a section may bind, as words: its values and, as `strength`, the word for how far it carries,
 * so that the sentence follows when people judge otherwise.
 */
export const boundIn = (
  { values = {}, strength }: Section,
  language: Language,
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(values).map(([name, { words }]) => [name, words])),
  ...(strength === undefined ? {} : { strength: WORDS[language].strength[strength] }),
})

/** Says a sentence with the values of the section, its first letter a capital. */
const speakerOf = (section: Section, language: Language) => {
  const bound = boundIn(section, language)
  return (sentence: string): string => {
    const text = filled(sentence, bound).trim()
    return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
  }
}
