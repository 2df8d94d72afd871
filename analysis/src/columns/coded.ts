/** Codes of respondents who follow each other; on shared memory, so that threads need no copy. */
export type Portion = Uint8Array | Uint16Array

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
  const values = Float64Array.from(counts, (_, code) => behind(code))
  let n = 0
  for (const [code, value] of values.entries()) {
    const count = counts[code] as number
    n += count
    if (count > 0 && !Number.isNaN(value))
      respondents.set(value, (respondents.get(value) ?? 0) + count)
  }
  const steps = Float64Array.from(respondents.keys()).sort()
  const placeOf = new Map(Array.from(steps, (value, place) => [value, place + 1]))
  return {
    n,
    portions,
    places: Uint16Array.from(values, (value) => placeOf.get(value) ?? 0),
    steps,
    counts: Float64Array.from(steps, (value) => respondents.get(value) as number),
  }
}

/** The same respondents with other values, e.g. a reversed item; not a pass over them. */
export const recoded = (column: Coded, made: (value: number) => number): Coded => {
  const counts = new Float64Array(column.places.length)
  const values = Array.from(column.places, (place) =>
    place === 0 ? Number.NaN : made(column.steps[place - 1] as number),
  )
  // The respondents of a step may be spread over several codes; all of them may stand under the first.
  const first = new Map<number, number>()
  for (const [code, place] of column.places.entries())
    if (place > 0 && !first.has(place)) {
      first.set(place, code)
      counts[code] = column.counts[place - 1] as number
    }
  const { steps, counts: respondents } = codedFrom(
    column.portions,
    counts,
    (code) => values[code] as number,
  )
  const placeOf = new Map(Array.from(steps, (value, place) => [value, place + 1]))
  return {
    n: column.n,
    portions: column.portions,
    places: Uint16Array.from(values, (value) => placeOf.get(value) ?? 0),
    steps,
    counts: respondents,
  }
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
  for (const portion of portions)
    for (let i = 0; i < portion.length; i++) values[row++] = behind[portion[i] as number] as number
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
