import { filled } from './filled.ts'
import type { Finding, Language, Lines, Section, Values } from './model.ts'

/**
 * The section with its heading and its three lines made from `wording` and `values`; the lines stand where the block
 * `lines` is, else at the end. A section without wording comes back as it is.
 */
export const worded = (section: Section, language: Language, recommendation?: string): Section => {
  const { wording, values = {} } = section
  if (wording === undefined) return section
  const say = (sentence: string) => spoken(sentence, values, language)
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
  const { id, short, strength, wording, values = {} } = section
  if (short === undefined || strength === undefined || wording === undefined) return undefined
  return {
    section: id,
    name: short,
    text: spoken(wording.brief ?? wording.see, values, language),
    strength,
  }
}

/** A sentence with its values, its first letter a capital. */
const spoken = (sentence: string, values: Values, language: Language): string => {
  const words = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.words]),
  )
  const text = filled(sentence, words).trim()
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}
