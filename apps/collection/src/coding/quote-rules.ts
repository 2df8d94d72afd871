import type { Span, SpanKind } from '@echolot/contract/coding'
import { findSpans } from './scrubbing/find-spans.ts'

/** What nobody may declare harmless: it names somebody whatever is meant. */
const NEVER_HARMLESS: ReadonlySet<SpanKind> = new Set([
  'phone',
  'email',
  'iban',
  'case-number',
  'address',
  'link',
])

/**
 * What may give somebody away in words meant for print: place, number of children, rare language, work, names and all else that
 * the assistant knows. Passages declared harmless are left out, but for numbers and addresses.
 */
export const tellingIn = (words: string, harmless: readonly string[]): readonly Span[] =>
  findSpans(words).filter(
    ({ start, end, kind }) =>
      NEVER_HARMLESS.has(kind) || !harmless.includes(words.slice(start, end)),
  )

/** Whether something sure can still be read: then a second person reads it, too. */
export const needsSecondReader = (...texts: readonly (string | null)[]): boolean =>
  texts.some(
    (text) => text !== null && findSpans(text).some(({ certainty }) => certainty === 'sure'),
  )
