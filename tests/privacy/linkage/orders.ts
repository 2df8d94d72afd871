import { chanceToReach, ranksOf } from './chance.ts'
import type { Finding, Outcome } from './finding.ts'
import { donePersons, liveTables, type Pair } from './known-pairs.ts'
import {
  answersOf,
  answerTables,
  type Office,
  personTables,
  type Row,
  type Table,
  textOf,
  type Value,
} from './read-office.ts'

/** How an attacker may lay one side's rows in a row: one number or text for each pair. */
type Order = { readonly name: string; readonly keys: readonly (string | number)[] }
type Chance = { readonly alpha: number; readonly tries: number; readonly seed: number }

/** Tables that keep the order of arrival, which is half of a link; the other office's order would be the other half. */
export const keptArrival = (vault: Office, collection: Office): readonly Finding[] =>
  [...personTables(vault), ...answerTables(collection)]
    .filter(({ arrival, rows }) => arrival && rows.length > 0)
    .map(({ name, rows }) => ({
      place: name,
      what: `${rows.length} rows lie in the order in which they came`,
      remedy: 'make the table WITHOUT ROWID with a random primary key',
    }))

/**
 * With the truth at hand: every order of the persons (place in a file, any column, any length) against every order of
 * their answers (the same, and each item), within a stratum, for both offices know the stratum. Two scores: the strongest
 * rank correlation, which sees a shared order even when rows are missing, and the most hits of laying the two orders side
 * by side, which is re-identification itself. p counts how often shuffled truth does as well as the best of all attempts.
 *
 * Cannot see: an order by a secret function of a column, and more than two columns at once.
 */
export const guessByOrders = (
  pairs: readonly Pair[],
  vault: Office,
  collection: Office,
  { alpha, tries, seed }: Chance,
): readonly Outcome[] => {
  const cells = cellsOf(pairs.map(({ stratum }) => stratum))
  const persons = ordersOfPersons(pairs, vault)
  const answers = ordersOfAnswers(pairs, collection)
  const tried = `${persons.length} orders of persons against ${answers.length} orders of answers, ${pairs.length} known pairs in ${cells.length} strata, ${tries} shuffles`
  const side = (orders: readonly Order[]) => orders.map(({ keys }) => standardised(keys, cells))
  const [left, right] = [side(persons), side(answers)]
  const within = { cells, size: pairs.length, tries, seed }
  const correlation = chanceToReach((order) => strongest(left, right, order), within)
  const guesses = left.flatMap((a) =>
    right.flatMap((b) => [1, -1].map((sign) => guessOf(a, b, sign, cells))),
  )
  const hits = chanceToReach((order) => mostHits(guesses, order), within)
  return [
    scored(
      'orders: rank correlation',
      tried,
      correlation,
      alpha,
      bestPair(persons, answers, left, right),
    ),
    scored('orders: persons found', tried, hits, alpha, 'laying two orders side by side'),
  ]
}

const scored = (
  attack: string,
  tried: string,
  score: Omit<NonNullable<Outcome['score']>, 'alpha'>,
  alpha: number,
  place: string,
): Outcome => {
  const ok = score.p > alpha
  const finding = {
    place,
    what: `${score.reached.toFixed(2)}, where chance gives ${score.expected.toFixed(2)} (p = ${score.p.toPrecision(2)})`,
    remedy:
      'find what both offices write in the same order or of the same size, and shuffle or pad it at one',
  }
  return { attack, tried, ok, findings: ok ? [] : [finding], notes: [], score: { ...score, alpha } }
}

/**
 * Without truth: do the strata of those who have answered follow each other at the vault as they do among the answers?
 * They would if both had been written in the same order. Only places in the files count here, for columns may rightly go
 * with the stratum. Says nothing where there is one stratum only.
 */
export const compareFiles = (
  vault: Office,
  collection: Office,
  { alpha, tries, seed }: Chance,
): Outcome => {
  const done = donePersons(vault, collection)
  const attack = 'orders: strata in both files'
  const sequences = answerTables({ ...collection, tables: liveTables(collection) })
    .map(({ rows }) => rows.map((row) => textOf(row.stratum)))
    .filter((rows) => rows.length > 0)
  const whole = sequences.flat()
  const tables = personTables({ ...vault, tables: liveTables(vault) })
  const among = new Map(done.map(({ person, stratum }) => [person, stratum]))
  const files = tables
    .map(({ rows }) =>
      [...new Set(rows.map((row) => textOf(row.person)))].flatMap((one) => among.get(one) ?? []),
    )
    .filter((strata) => strata.length > 0)
  const tried = `the place of ${done.length} persons in ${files.length} tables against ${whole.length} responses in ${sequences.length}`
  if (new Set(whole).size < 2 || done.length < 10 || whole.length < 10)
    return { attack, tried, ok: true, findings: [], notes: ['too few strata or persons to tell'] }
  // Rows of the largest table of answers; the others hold left-overs.
  const longest = sequences.reduce((a, b) => (b.length > a.length ? b : a))
  const aligned = files.map((strata) =>
    strata.map(
      (stratum, i) =>
        [stratum, Math.round((i * (longest.length - 1)) / Math.max(1, strata.length - 1))] as const,
    ),
  )
  const score = (order: Int32Array) =>
    Math.max(
      ...aligned.map(
        (pairs) =>
          pairs.reduce(
            (n, [stratum, i]) => n + (longest[order[i] as number] === stratum ? 1 : 0),
            0,
          ) / pairs.length,
      ),
    )
  const cells = [longest.map((_, i) => i)]
  return scored(
    attack,
    tried,
    chanceToReach(score, { cells, size: longest.length, tries, seed }),
    alpha,
    'the order of the rows',
  )
}

const cellsOf = (strata: readonly string[]): readonly (readonly number[])[] => [
  ...Map.groupBy(strata.keys(), (i) => strata[i]).values(),
]

const ordersOfPersons = (pairs: readonly Pair[], vault: Office): readonly Order[] => {
  const tables = liveTables(vault)
  const byCredential = new Map(
    (tables.find(({ table }) => table === 'credential')?.rows ?? []).map((row) => [
      textOf(row.credential),
      textOf(row.person),
    ]),
  )
  return tables.flatMap((table) => {
    const personOf = (row: Row) =>
      table.columns.includes('person')
        ? textOf(row.person)
        : byCredential.get(textOf(row.credential))
    if (!table.columns.some((column) => column === 'person' || column === 'credential')) return []
    const first = new Map<string, number>()
    for (const [i, row] of table.rows.entries()) {
      const person = personOf(row)
      if (person !== undefined && !first.has(person)) first.set(person, i)
    }
    return ordersIn(
      table,
      pairs.map(({ person }) => first.get(person)),
    )
  })
}

const ordersOfAnswers = (pairs: readonly Pair[], collection: Office): readonly Order[] => {
  const tables = answerTables({ ...collection, tables: liveTables(collection) })
  const rows = new Map(
    tables.flatMap((table) => table.rows.map((row, i) => [row, { table, i }] as const)),
  )
  const items = [...new Set(pairs.flatMap(({ row }) => Object.keys(answersOf(row))))]
  return [
    ...tables.flatMap((table) =>
      ordersIn(
        table,
        pairs.map(({ row }) => (rows.get(row)?.table === table ? rows.get(row)?.i : undefined)),
      ),
    ),
    ...items.map((item) => ({
      name: `item ${item}`,
      keys: pairs.map(({ row }) => JSON.stringify(answersOf(row)[item] ?? '')),
    })),
  ].filter(({ keys }) => new Set(keys).size > 1)
}

/** The place in the file, each column, and each column's length. */
const ordersIn = (table: Table, places: readonly (number | undefined)[]): readonly Order[] => {
  const at = (i: number | undefined) => (i === undefined ? undefined : table.rows[i])
  return [
    { name: `${table.name}: place`, keys: places.map((i) => i ?? -1) },
    ...table.columns.flatMap((column) => [
      {
        name: `${table.name}.${column}`,
        keys: comparable(places.map((i) => at(i)?.[column])),
      },
      {
        name: `${table.name}.${column}: length`,
        keys: places.map((i) => textOf(at(i)?.[column]).length),
      },
    ]),
  ].filter(({ keys }) => new Set(keys).size > 1)
}

const comparable = (values: readonly (Value | undefined)[]): readonly (string | number)[] =>
  values.every((value) => value === null || value === undefined || typeof value === 'number')
    ? values.map((value) => Number(value ?? -1))
    : values.map((value) => textOf(value))

/** Ranks within each stratum, of mean 0 there and length 1 over all. */
const standardised = (
  keys: readonly (string | number)[],
  cells: readonly (readonly number[])[],
) => {
  const out = new Float64Array(keys.length)
  for (const cell of cells) {
    const ranks = ranksOf(cell.map((i) => keys[i] as string | number))
    const mean = (cell.length - 1) / 2
    for (const [k, i] of cell.entries()) out[i] = (ranks[k] as number) - mean
  }
  const length = Math.sqrt(out.reduce((sum, x) => sum + x * x, 0))
  return length === 0 ? out : out.map((x) => x / length)
}

const correlationOf = (a: Float64Array, b: Float64Array, order: Int32Array) => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[order[i] as number] as number)
  return Math.abs(sum)
}

const strongest = (
  left: readonly Float64Array[],
  right: readonly Float64Array[],
  order: Int32Array,
) => {
  let best = 0
  for (const a of left) for (const b of right) best = Math.max(best, correlationOf(a, b, order))
  return best
}

const bestPair = (
  persons: readonly Order[],
  answers: readonly Order[],
  left: readonly Float64Array[],
  right: readonly Float64Array[],
) => {
  const straight = Int32Array.from({ length: left[0]?.length ?? 0 }, (_, i) => i)
  let best = { name: '', r: -1 }
  for (const [i, a] of left.entries())
    for (const [j, b] of right.entries()) {
      const r = correlationOf(a, b, straight)
      if (r > best.r) best = { name: `${persons[i]?.name} ~ ${answers[j]?.name}`, r }
    }
  return best.name
}

/** Which row of answers each person would be, if both sides lay in this order within each stratum. */
const guessOf = (
  a: Float64Array,
  b: Float64Array,
  sign: number,
  cells: readonly (readonly number[])[],
) => {
  const guess = new Int32Array(a.length)
  for (const cell of cells) {
    const by = (keys: Float64Array, s: number) =>
      // Ties are broken differently on both sides, or the numbering of the truth would tell itself.
      [...cell].sort(
        (i, j) => s * ((keys[i] as number) - (keys[j] as number)) || mixed(i, s) - mixed(j, s),
      )
    const [who, which] = [by(a, 3), by(b, sign)]
    for (const [k, i] of who.entries()) guess[i] = which[k] as number
  }
  return guess
}
const mixed = (i: number, side: number) => Math.imul((i + 1) * (side + 5), 0x9e3779b1) >>> 0

const mostHits = (guesses: readonly Int32Array[], order: Int32Array) => {
  let best = 0
  for (const guess of guesses) {
    let hits = 0
    for (let i = 0; i < order.length; i++) if (guess[i] === order[i]) hits += 1
    if (hits > best) best = hits
  }
  return best
}
