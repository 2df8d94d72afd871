import { codesOf, type Portion } from './shelf.ts'

export type FollowerInput = {
  readonly portions: readonly Portion[]
  /** By code: 0 for missing, else 1 + the place of the value. */
  readonly places: Uint16Array
  /** Number of values. */
  readonly steps: number
}
export type Followers = {
  /** How often a value (row) is followed by another (column), those who lack one stepped over. */
  readonly counts: Float64Array
  /** 1 + the places of the first and the last value; 0 if there is none. */
  readonly first: number
  readonly last: number
}

/** Which values follow which among the respondents of a portion. */
export const followerCounts = (
  { portions, places, steps }: FollowerInput,
  portion: number,
): Followers => {
  const width = steps + 1
  const followers = new Uint32Array(width * width)
  // The first value follows none: it stands in row 0.
  let last = 0
  const codes = codesOf(portions[portion] as Portion)
  for (let row = 0; row < codes.length; row++) {
    const place = places[codes[row] as number] as number
    if (place === 0) continue
    const cell = last * width + place
    followers[cell] = (followers[cell] as number) + 1
    last = place
  }
  const counts = new Float64Array(steps * steps)
  let first = 0
  for (let row = 0; row < width; row++)
    for (let column = 1; column < width; column++) {
      const found = followers[row * width + column] as number
      if (row > 0) counts[(row - 1) * steps + column - 1] = found
      else if (found > 0) first = column
    }
  return { counts, first, last }
}
