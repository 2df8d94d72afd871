import { isObject } from './json.ts'
import { isLocalizedObject } from './localized.ts'

/** Properties that hold answers: their keys are names of questions and choices, never languages. */
const ANSWERS = new Set(['defaultValue', 'defaultRowValue', 'correctAnswer', 'value', 'setValue'])

/**
 * A survey without its texts in `left` languages; everything else, also texts that stand in no declared language, stays
 * as it is. A text that has nothing but such languages is left out whole.
 * @param left tags of the languages to leave out
 */
export const withoutLanguages = <Json>(survey: Json, left: ReadonlySet<string>): Json =>
  left.size === 0 ? survey : (strip(survey, left) as Json)

const strip = (value: unknown, left: ReadonlySet<string>): unknown => {
  if (Array.isArray(value)) return value.map((entry) => strip(entry, left))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([property, inner]): [string, unknown][] => {
      if (ANSWERS.has(property)) return [[property, inner]]
      if (!isLocalizedObject(inner)) return [[property, strip(inner, left)]]
      const kept = Object.entries(inner).filter(([tag]) => !left.has(tag))
      return kept.length === 0 ? [] : [[property, Object.fromEntries(kept)]]
    }),
  )
}
