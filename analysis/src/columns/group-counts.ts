import type { Portion } from './coded.ts'

/**
 * Codes of several columns made into one code, so that one step over the respondents counts all pairs of two groups at
 * once: three items with five answers have 125 codes, two such groups 15,625 cells, nine tables in one.
 */
export type GroupInput = {
  /** Columns by group. */
  readonly groups: readonly (readonly GroupColumn[])[]
  /** Where the respondents of a portion begin in `codes`. */
  readonly starts: readonly number[]
  /** Group after group, one code a respondent. */
  readonly codes: Uint16Array
  /** Respondents of all portions: the length of a group in `codes`. */
  readonly length: number
}
export type GroupColumn = {
  readonly portions: readonly Portion[]
  /** By code: 0 for missing, else 1 + the place of the value. */
  readonly places: Uint16Array
  /** Number of values. */
  readonly steps: number
}

/** Codes of a group of complete respondents, and of those who may lack some. */
export const completeCells = (group: readonly GroupColumn[]): number =>
  group.reduce((cells, { steps }) => cells * steps, 1)
export const allCells = (group: readonly GroupColumn[]): number =>
  group.reduce((cells, { steps }) => cells * (steps + 1), 1)

/**
 * Writes the codes of one portion: complete respondents from the front of its place, the others from its back. Gives the
 * number of complete ones.
 */
export const groupCodes = (
  { groups, starts, codes, length }: GroupInput,
  portion: number,
): number => {
  const rows = groups[0]?.[0]?.portions[portion]?.length ?? 0
  const start = starts[portion] as number
  const lacking = new Uint8Array(rows)
  const all = groups.map((group) => {
    const sums = allCodes(group, portion)
    const lacks = lacksOf(group)
    mark(lacking, sums, lacks)
    return sums
  })
  const target = new Uint32Array(rows)
  let [front, back] = [start, start + rows]
  for (let row = 0; row < rows; row++) target[row] = lacking[row] === 1 ? --back : front++
  groups.forEach((group, g) => {
    const sums = all[g] as Uint16Array
    const cells = allCells(group)
    const written = new Uint16Array(2 * cells)
    for (let code = 0; code < cells; code++) {
      written[code] = completeCodeOf(group, code)
      written[cells + code] = code
    }
    const own = codes.subarray(g * length, (g + 1) * length)
    for (let row = 0; row < rows; row++)
      sums[row] = written[(sums[row] as number) + (lacking[row] as number) * cells] as number
    place(own, target, sums)
  })
  return front - start
}

const mark = (lacking: Uint8Array, sums: Uint16Array, lacks: Uint8Array): void => {
  for (let row = 0; row < sums.length; row++)
    lacking[row] = (lacking[row] as number) | (lacks[sums[row] as number] as number)
}

const place = (codes: Uint16Array, target: Uint32Array, sums: Uint16Array): void => {
  for (let row = 0; row < sums.length; row++) codes[target[row] as number] = sums[row] as number
}

/** The code of each respondent of a portion in a group, missing answers among the others. */
const allCodes = (group: readonly GroupColumn[], portion: number): Uint16Array => {
  const [one, two, three] = group.map(({ portions, places }, i) => {
    const stride = allCells(group.slice(0, i))
    return { own: portions[portion] as Portion, shares: places.map((place) => stride * place) }
  })
  const sums = new Uint16Array(one?.own.length ?? 0)
  if (one && two && three) addThree(sums, one, { two, three })
  else for (const side of [one, two]) if (side) addOne(sums, side)
  return sums
}

type Side = { readonly own: Portion; readonly shares: Uint16Array }

const addOne = (sums: Uint16Array, { own, shares }: Side): void => {
  for (let row = 0; row < sums.length; row++)
    sums[row] = (sums[row] as number) + (shares[own[row] as number] as number)
}

const addThree = (
  sums: Uint16Array,
  one: Side,
  { two, three }: { readonly two: Side; readonly three: Side },
): void => {
  const [a, b, c] = [one.own, two.own, three.own]
  const [ofA, ofB, ofC] = [one.shares, two.shares, three.shares]
  for (let row = 0; row < sums.length; row++)
    sums[row] =
      (ofA[a[row] as number] as number) +
      (ofB[b[row] as number] as number) +
      (ofC[c[row] as number] as number)
}

/** By code of a group: 1 where an answer is missing. */
const lacksOf = (group: readonly GroupColumn[]): Uint8Array =>
  Uint8Array.from({ length: allCells(group) }, (_, code) =>
    Number(digitsOf(group, code, 1).includes(0)),
  )

/** The code among complete respondents; 0 for those who lack something. */
const completeCodeOf = (group: readonly GroupColumn[], code: number): number => {
  const digits = digitsOf(group, code, 1)
  return digits.includes(0)
    ? 0
    : digits.reduceRight((sum, digit, i) => sum * (group[i] as GroupColumn).steps + digit - 1, 0)
}

/** The places of which a group's code is made. `missing`: 1 if each column has a place for missing before the others. */
const digitsOf = (group: readonly GroupColumn[], code: number, missing: 0 | 1): number[] => {
  let rest = code
  return group.map(({ steps }) => {
    const digit = rest % (steps + missing)
    rest = Math.floor(rest / (steps + missing))
    return digit
  })
}

export type PairInput = GroupInput & {
  readonly pairs: readonly (readonly [number, number])[]
  /** Respondents and complete ones of each portion. */
  readonly rows: readonly number[]
  readonly complete: readonly number[]
}
/** Tables of one column of the first group with one of the second: rows × columns, of complete respondents and of those with both. */
export type PairTable = {
  readonly complete: Float64Array
  readonly present: Float64Array
}

/** Tables of all columns of one group with all of another, or with each other. */
export const groupPairs = (input: PairInput, unit: number): readonly PairTable[] => {
  const [a, b] = input.pairs[unit] as readonly [number, number]
  const first = input.groups[a] as readonly GroupColumn[]
  const second = input.groups[b] as readonly GroupColumn[]
  const sides = { a, b, first, second }
  const complete = tablesOf(input, { ...sides, missing: 0 })
  const lacking = tablesOf(input, { ...sides, missing: 1 })
  return complete.map((table, i) => ({
    complete: table,
    present: table.map((count, cell) => count + ((lacking[i] as Float64Array)[cell] as number)),
  }))
}

/** Which columns of two groups meet; inside a group each pair once. */
export const columnPairs = (
  first: readonly unknown[],
  second: readonly unknown[],
  same: boolean,
): readonly (readonly [number, number])[] =>
  first.flatMap((_, i) => second.flatMap((__, j) => (same && j <= i ? [] : [[i, j] as const])))

type Sides = {
  readonly a: number
  readonly b: number
  readonly first: readonly GroupColumn[]
  readonly second: readonly GroupColumn[]
  /** 0: complete respondents; 1: the others, with a place for missing before the values. */
  readonly missing: 0 | 1
}

/** Used again for each table of a thread. */
let room = new Uint32Array(0)
const emptyCells = (cells: number): Uint32Array => {
  if (room.length < cells) room = new Uint32Array(cells)
  return room.subarray(0, cells).fill(0)
}

const tablesOf = (input: PairInput, sides: Sides): readonly Float64Array[] => {
  const { a, b, first, second, missing } = sides
  const cells = missing === 0 ? completeCells : allCells
  const width = a === b ? 1 : cells(second)
  const counts = emptyCells(cells(first) * width)
  for (const [x, y] of stretchesOf(input, sides))
    if (a === b) countCodes(counts, x)
    else countPairs(counts, width, { x, y })
  if (a === b)
    return columnPairs(first, second, true).map(([i, j]) =>
      tableWithin(counts, first, { i, j, missing }),
    )
  const bySecond = second.map((_, j) => placesIn(second, j, missing))
  return first.flatMap((one, i) => {
    const rows = addedRows(counts, width, { places: placesIn(first, i, missing), steps: one.steps })
    return second.map((two, j) =>
      addedColumns(rows, width, {
        places: bySecond[j] as Int32Array,
        rows: one.steps,
        steps: two.steps,
      }),
    )
  })
}

/** The codes of both groups, portion by portion. */
const stretchesOf = (
  { codes, length, starts, rows, complete }: PairInput,
  { a, b, missing }: Sides,
): readonly (readonly [Uint16Array, Uint16Array])[] =>
  starts.map((start, portion) => {
    const middle = start + (complete[portion] as number)
    const [from, to] = missing === 0 ? [start, middle] : [middle, start + (rows[portion] as number)]
    return [
      codes.subarray(a * length + from, a * length + to),
      codes.subarray(b * length + from, b * length + to),
    ]
  })

const countCodes = (counts: Uint32Array, x: Uint16Array): void => {
  for (let i = 0; i < x.length; i++) {
    const cell = x[i] as number
    counts[cell] = (counts[cell] as number) + 1
  }
}

const countPairs = (
  counts: Uint32Array,
  width: number,
  { x, y }: { readonly x: Uint16Array; readonly y: Uint16Array },
): void => {
  for (let i = 0; i < x.length; i++) {
    const cell = (x[i] as number) * width + (y[i] as number)
    counts[cell] = (counts[cell] as number) + 1
  }
}

/** The table of two columns of the same group. */
const tableWithin = (
  counts: Uint32Array,
  group: readonly GroupColumn[],
  { i, j, missing }: { readonly i: number; readonly j: number; readonly missing: 0 | 1 },
): Float64Array => {
  const [rows, columns] = [placesIn(group, i, missing), placesIn(group, j, missing)]
  const width = (group[j] as GroupColumn).steps
  const table = new Float64Array((group[i] as GroupColumn).steps * width)
  for (const [code, count] of counts.entries()) {
    const [row, column] = [rows[code] as number, columns[code] as number]
    if (row >= 0 && column >= 0)
      table[row * width + column] = (table[row * width + column] as number) + count
  }
  return table
}

/** Rows of a table added up by their places; those without a place are left out. */
const addedRows = (
  counts: Uint32Array,
  width: number,
  { places, steps }: { readonly places: Int32Array; readonly steps: number },
): Uint32Array => {
  const sums = new Uint32Array(steps * width)
  for (let x = 0; x < places.length; x++) {
    const place = places[x] as number
    if (place < 0) continue
    const [from, to] = [x * width, place * width]
    for (let y = 0; y < width; y++)
      sums[to + y] = (sums[to + y] as number) + (counts[from + y] as number)
  }
  return sums
}

const addedColumns = (
  counts: Uint32Array,
  width: number,
  {
    places,
    rows,
    steps,
  }: { readonly places: Int32Array; readonly rows: number; readonly steps: number },
): Float64Array => {
  const sums = new Float64Array(rows * steps)
  for (let row = 0; row < rows; row++)
    for (let y = 0; y < width; y++) {
      const place = places[y] as number
      if (place < 0) continue
      const cell = row * steps + place
      sums[cell] = (sums[cell] as number) + (counts[row * width + y] as number)
    }
  return sums
}

/** By code of a group: the place of the value of one of its columns, −1 where it is missing. */
const placesIn = (group: readonly GroupColumn[], i: number, missing: 0 | 1): Int32Array => {
  const places = new Int32Array(missing === 0 ? completeCells(group) : allCells(group))
  let stride = 1
  for (const { steps } of group.slice(0, i)) stride *= steps + missing
  const own = (group[i] as GroupColumn).steps + missing
  for (let code = 0; code < places.length; code++)
    places[code] = (Math.floor(code / stride) % own) - missing
  return places
}
