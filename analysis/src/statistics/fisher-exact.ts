import { logGamma } from '../numerics/distributions.ts'
import { rootFrom } from '../numerics/root.ts'

const logFactorial = (n: number) => logGamma(n + 1)
/** Tables are counted as not more likely than the observed one up to this relative difference (as in R). */
const LOG_SLACK = Math.log1p(1e-7)
/** More steps than this are not taken. */
const MOST_STEPS = 4e8

type Table = readonly (readonly number[])[]

/** Log probabilities of the upper left count of a 2 × 2 table, given its margins. */
const hypergeometric = ([[a = 0, b = 0] = [], [c = 0, d = 0] = []]: Table) => {
  const [m, n, k] = [a + c, b + d, a + b]
  const low = Math.max(0, k - n)
  const support = Array.from({ length: Math.min(k, m) - low + 1 }, (_, i) => low + i)
  const logs = support.map(
    (x) => -logFactorial(x) - logFactorial(m - x) - logFactorial(k - x) - logFactorial(n - k + x),
  )
  const largest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY)
  const whole = logs.reduce((sum, log) => sum + Math.exp(log - largest), 0)
  return { x: a, support, logs: logs.map((log) => log - largest - Math.log(whole)) }
}

/**
 * Fisher's exact test of a 2 × 2 table, one- and two-sided (tables not more likely than the observed one), with the
 * conditional maximum-likelihood odds ratio and its exact 95 % interval.
 * @see Fisher (1935), JRSS 98, 39–82, https://doi.org/10.2307/2342435
 */
export const fisherExact = (table: Table) => {
  const { x, support, logs } = hypergeometric(table)
  const own = logs[support.indexOf(x)] as number
  const sumOf = (of: (value: number, i: number) => boolean) =>
    Math.min(
      1,
      support.reduce((sum, value, i) => sum + (of(value, i) ? Math.exp(logs[i] as number) : 0), 0),
    )
  /** Σ over the support under log odds ratio `theta`. */
  const under = (theta: number, part: (value: number) => number) => {
    const tilted = support.map((value, i) => (logs[i] as number) + theta * value)
    const largest = tilted.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY)
    let [above, whole] = [0, 0]
    support.forEach((value, i) => {
      const weight = Math.exp((tilted[i] as number) - largest)
      above += weight * part(value)
      whole += weight
    })
    return above / whole
  }
  const [first, last] = [support[0] as number, support.at(-1) as number]
  const solve = (part: (value: number) => number, target: number) =>
    Math.exp(rootFrom((theta) => under(theta, part) - target, 0, 4))
  return {
    two: sumOf((_, i) => (logs[i] as number) <= own + LOG_SLACK),
    less: sumOf((value) => value <= x),
    greater: sumOf((value) => value >= x),
    odds: x === first ? 0 : x === last ? Number.POSITIVE_INFINITY : solve((value) => value, x),
    interval: [
      x === first ? 0 : solve((value) => Number(value >= x), 0.025),
      x === last ? Number.POSITIVE_INFINITY : solve((value) => Number(value <= x), 0.025),
    ] as const,
  }
}

/**
 * Fisher's exact p of an r × c table: the tables with the same margins that are not more likely than the observed one.
 * Columns are laid one after the other; equal remainders of the rows are brought together, and the last two columns
 * are looked up in the list of all ways to fill them. Undefined if that takes too long.
 * @see Freeman & Halton (1951), Biometrika 38, 141–149; Mehta & Patel (1983), JASA 78, 427–434
 */
export const fisherTable = (given: Table): number | undefined => {
  const table = given.length <= (given[0]?.length ?? 0) ? given : transposed(given)
  const rows = table.map((row) => row.reduce((a, b) => a + b, 0))
  const columns = transposed(table)
    .map((column) => ({ column, total: column.reduce((a, b) => a + b, 0) }))
    .sort((a, b) => a.total - b.total)
  const n = rows.reduce((a, b) => a + b, 0)
  if (
    stepsOf(
      columns.map(({ total }) => total),
      rows.length,
    ) > MOST_STEPS
  )
    return undefined
  const observed = columns.reduce(
    (sum, { column, total }) => sum + logWays(column, total),
    LOG_SLACK,
  )
  const constant = rows.reduce((sum, row) => sum + logFactorial(row), -logFactorial(n))
  let nodes = new Map<string, Map<number, number>>([[keyOf(rows), new Map([[0, 1]])]])
  for (const { total } of columns.slice(0, -2)) {
    const next: typeof nodes = new Map()
    for (const [key, pasts] of nodes)
      eachColumn(key.split(',').map(Number), total, (counts, left) => {
        const ways = logWays(counts, total)
        const node = keyOf(left)
        const into = next.get(node) ?? new Map<number, number>()
        for (const [past, times] of pasts) {
          const value = Number((past + ways).toFixed(9))
          into.set(value, (into.get(value) ?? 0) + times)
        }
        next.set(node, into)
      })
    nodes = next
  }
  const [before = 0, last = 0] = columns.slice(-2).map(({ total }) => total)
  let p = 0
  for (const [key, pasts] of nodes) {
    const found: number[] = []
    eachColumn(key.split(',').map(Number), before, (counts, left) => {
      found.push(logWays(counts, before) + logWays(left, last))
    })
    const sorted = Float64Array.from(found).sort()
    const cumulated = new Float64Array(sorted.length + 1)
    const largest = sorted.at(-1) ?? 0
    sorted.forEach((log, i) => {
      cumulated[i + 1] = (cumulated[i] as number) + Math.exp(log - largest)
    })
    for (const [past, times] of pasts) {
      const below = countUpTo(sorted, observed - past)
      p += times * Math.exp(constant + past + largest) * (cumulated[below] as number)
    }
  }
  return Math.min(1, p)
}

const transposed = (table: Table): readonly (readonly number[])[] =>
  (table[0] ?? []).map((_, j) => table.map((row) => row[j] as number))

const keyOf = (rows: readonly number[]) => [...rows].sort((a, b) => a - b).join(',')

/** ln of total! / Π counts!. */
const logWays = (counts: readonly number[], total: number) =>
  counts.reduce((log, count) => log - logFactorial(count), logFactorial(total))

const eachColumn = (
  rows: readonly number[],
  total: number,
  visit: (counts: readonly number[], left: readonly number[]) => void,
): void => {
  const room = rows.map((_, i) => rows.slice(i + 1).reduce((a, b) => a + b, 0))
  const counts = new Array<number>(rows.length).fill(0)
  const fill = (i: number, left: number): void => {
    const most = rows[i] as number
    if (i === rows.length - 1) {
      counts[i] = left
      visit(
        [...counts],
        rows.map((row, j) => row - (counts[j] as number)),
      )
      return
    }
    for (
      let count = Math.max(0, left - (room[i] as number));
      count <= Math.min(most, left);
      count++
    ) {
      counts[i] = count
      fill(i + 1, left - count)
    }
  }
  fill(0, total)
}

/** An upper bound of the work: ways to lay all columns but the last two, times those of the last but one. */
const stepsOf = (totals: readonly number[], rows: number) => {
  const ways = (total: number) =>
    Math.exp(logFactorial(total + rows - 1) - logFactorial(total) - logFactorial(rows - 1))
  return totals.slice(0, -1).reduce((product, total) => product * ways(total), 1)
}

const countUpTo = (sorted: Float64Array, limit: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
