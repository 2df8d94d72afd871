import { codesOf, type Portion } from './shelf.ts'

/**
 * A column of few distinct values: a code for each respondent, and the value behind each code. A question has five
 * answers however many people give it, so that whatever does not ask for the order of respondents follows from counts.
 */
export type Coded = {
  readonly n: number
  /** All columns of the same data are cut at the same places. */
  readonly portions: readonly Portion[]
  /** By code: 0 for missing, else 1 + the place of its value in `steps`. */
  readonly places: Uint16Array
  /** The distinct values that occur, ascending. */
  readonly steps: Float64Array
  /** How many respondents have each of `steps`. */
  readonly counts: Float64Array
}

/** Values in which a column of its own may differ and still be coded. */
const MOST_STEPS = 255

/** A column from its codes: `behind` each code is its value, NaN where missing, `counts` are the respondents by code. */
export const codedFrom = (
  portions: readonly Portion[],
  counts: ArrayLike<number>,
  behind: (code: number) => number,
): Coded => {
  const respondents = new Map<number, number>()
  const values = new Float64Array(counts.length)
  let n = 0
  for (let code = 0; code < counts.length; code++) {
    const value = behind(code)
    const count = counts[code] as number
    values[code] = value
    n += count
    if (count > 0 && !Number.isNaN(value))
      respondents.set(value, (respondents.get(value) ?? 0) + count)
  }
  const steps = Float64Array.from(respondents.keys()).sort()
  return {
    n,
    portions,
    places: placesOf(values, steps),
    steps,
    counts: steps.map((value) => respondents.get(value) as number),
  }
}

/** By code: 1 + the place of its value among the steps, 0 if it is none of them. */
const placesOf = (values: Float64Array, steps: Float64Array): Uint16Array => {
  const placeOf = new Map<number, number>()
  for (let place = 0; place < steps.length; place++) placeOf.set(steps[place] as number, place + 1)
  const places = new Uint16Array(values.length)
  for (let code = 0; code < values.length; code++)
    places[code] = placeOf.get(values[code] as number) ?? 0
  return places
}

/** The same respondents with other values, e.g. a reversed item; not a pass over them. */
export const recoded = (column: Coded, made: (value: number) => number): Coded => {
  const values = valuesByCode(column).map((value) => (Number.isNaN(value) ? value : made(value)))
  // The respondents of a step may be spread over several codes; all of them may stand under the first.
  const counts = new Float64Array(values.length)
  const first = column.steps.map((_, place) => column.places.indexOf(place + 1))
  for (const [place, code] of first.entries()) counts[code] = column.counts[place] as number
  const { steps, counts: respondents } = codedFrom(
    column.portions,
    counts,
    (code) => values[code] as number,
  )
  const { n, portions } = column
  return { n, portions, places: placesOf(values, steps), steps, counts: respondents }
}

/** Codes for values (NaN where missing) if they differ in few; undefined if not. */
export const codedValues = (values: Float64Array, cuts: readonly number[]): Coded | undefined => {
  const codes = new Map<number, number>()
  const counts: number[] = [0]
  const found: number[] = [Number.NaN]
  const portions = cuts.map((rows) => sharedBytes(rows))
  let row = 0
  for (const portion of portions)
    for (let i = 0; i < portion.length; i++) {
      const value = values[row++] as number
      let code = Number.isNaN(value) ? 0 : codes.get(value)
      if (code === undefined) {
        code = found.length
        if (code > MOST_STEPS) return undefined
        codes.set(value, code)
        found.push(value)
        counts.push(0)
      }
      portion[i] = code
      counts[code] = (counts[code] as number) + 1
    }
  return codedFrom(portions, counts, (code) => found[code] as number)
}

/** The value behind each code, NaN where missing. */
export const valuesByCode = ({ places, steps }: Pick<Coded, 'places' | 'steps'>): Float64Array =>
  Float64Array.from(places, (place) => (place === 0 ? Number.NaN : (steps[place - 1] as number)))

/** One value per respondent, NaN where missing. */
export const valuesOf = ({ n, portions, places, steps }: Coded): Float64Array => {
  const behind = valuesByCode({ places, steps })
  const values = new Float64Array(n)
  let row = 0
  for (const portion of portions) {
    const codes = codesOf(portion)
    for (let i = 0; i < codes.length; i++) values[row++] = behind[codes[i] as number] as number
  }
  return values
}

/** Where each of some stretches that follow each other begins. */
export const startsOf = (lengths: readonly number[]): readonly number[] => {
  const starts: number[] = []
  let start = 0
  for (const length of lengths) {
    starts.push(start)
    start += length
  }
  return starts
}

export const sharedBytes = (length: number): Uint8Array =>
  new Uint8Array(new SharedArrayBuffer(length))
export const sharedWords = (length: number): Uint16Array =>
  new Uint16Array(new SharedArrayBuffer(2 * length))
