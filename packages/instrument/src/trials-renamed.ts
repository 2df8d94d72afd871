import type { Assertion, Instrument, Persona } from './instrument.ts'
import { isObject } from './json.ts'

/**
 * What the questionnaire is tried with, speaking of an item by its new name: answers of personas, what they expect, and
 * assertions. `inText` renames within an expression.
 */
export const trialsRenamed = (
  { personas, assertions }: Pick<Instrument, 'personas' | 'assertions'>,
  {
    from,
    to,
    inText,
  }: { readonly from: string; readonly to: string; readonly inText: (text: string) => string },
): Pick<Instrument, 'personas' | 'assertions'> => {
  const name = (known: string) => (known === from ? to : known)
  const names = (known: readonly string[] | undefined) => known?.map(name)
  return {
    ...(personas && {
      personas: personas.map(
        (persona): Persona => ({
          ...persona,
          answers: keysRenamed(persona.answers, name) as Persona['answers'],
          ...(persona.expect && { expect: mapped(persona.expect, (list) => names(list)) }),
        }),
      ),
    }),
    ...(assertions && {
      assertions: assertions.map(
        (assertion): Assertion => ({
          ...assertion,
          ...(assertion.when !== undefined && { when: inText(assertion.when) }),
          expect: mapped(assertion.expect, (one) =>
            typeof one === 'string' ? name(one) : names(one),
          ),
        }),
      ),
    }),
  }
}

const mapped = <Parts extends object>(
  parts: Parts,
  change: (part: Parts[keyof Parts]) => unknown,
): Parts =>
  Object.fromEntries(
    Object.entries(parts).map(([key, part]) => [key, change(part as Parts[keyof Parts])]),
  ) as Parts

/** Names of items are the keys of answers, in entries of panels and rows of matrices, too. */
const keysRenamed = (value: unknown, name: (known: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((entry) => keysRenamed(entry, name))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [name(key), keysRenamed(inner, name)]),
  )
}
