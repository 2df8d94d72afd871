import type { Scale } from '@echolot/instrument'

/** Answers given as an example, by item; an item without one was left blank. */
export type ExampleAnswers = { readonly [item: string]: number | undefined }

/** A score as a freeze would hold it, and how it came about. */
export type Score = {
  /** Mean of the valid items, reversed ones turned with min + max − x; undefined with too few. */
  readonly score: number | undefined
  /** The same from 0 to 100. */
  readonly percent: number | undefined
  readonly valid: number
  readonly parts: readonly { readonly item: string; readonly counted: number | undefined }[]
}

/** Answers outside the scale's range, missing codes among them, do not count. */
export const scoreOf = (
  { items, reversed, min, max, minValid }: Scale,
  answers: ExampleAnswers,
): Score => {
  const parts = items.map((item) => {
    const given = answers[item]
    const isValid = given !== undefined && given >= min && given <= max
    return {
      item,
      counted: !isValid ? undefined : reversed.includes(item) ? min + max - given : given,
    }
  })
  const counted = parts.flatMap((part) => part.counted ?? [])
  const isScored = counted.length >= Math.max(1, minValid)
  const score = isScored
    ? counted.reduce((sum, value) => sum + value, 0) / counted.length
    : undefined
  return {
    score,
    percent: score === undefined || max <= min ? undefined : ((score - min) / (max - min)) * 100,
    valid: counted.length,
    parts,
  }
}
