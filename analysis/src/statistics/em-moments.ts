import { qrOf } from '../numerics/qr.ts'
import { notDefined } from '../problems.ts'

export type Moments = {
  readonly mean: Float64Array
  /** Maximum likelihood, divided by n. */
  readonly covariance: readonly Float64Array[]
  readonly iterations: number
  /** Respondents with at least one value. */
  readonly n: number
}

const MOST_ROUNDS = 5000
const STILL = 1e-12

/** Respondents with the same values missing. */
export type Pattern = { readonly seen: readonly number[]; readonly rows: readonly number[] }

export const patternsOf = (columns: readonly Float64Array[]): readonly Pattern[] => {
  const found = new Map<string, { seen: number[]; rows: number[] }>()
  for (let row = 0; row < (columns[0]?.length ?? 0); row++) {
    const key = columns.map((column) => Number(Number.isNaN(column[row]))).join('')
    const pattern = found.get(key)
    if (pattern !== undefined) pattern.rows.push(row)
    else
      found.set(key, {
        seen: columns.flatMap((column, j) => (Number.isNaN(column[row]) ? [] : [j])),
        rows: [row],
      })
  }
  return [...found.values()]
}

/**
 * Means and covariances under normality where values are missing at random, by expectation and maximization. It starts
 * from all values there are for the means and from the complete respondents for the covariances.
 * @throws notDefined if a variable has no value or no spread, or a covariance becomes singular.
 * @see Dempster, Laird & Rubin (1977), JRSS B 39, 1–38; Little & Rubin (2019), Statistical Analysis with Missing Data, ch. 11
 */
export const emMoments = (
  columns: readonly Float64Array[],
  names: readonly string[],
  method: string,
): Moments => {
  const p = columns.length
  const patterns = patternsOf(columns).filter(({ seen }) => seen.length > 0)
  const n = patterns.reduce((sum, { rows }) => sum + rows.length, 0)
  const present = columns.map((column) => column.filter((value) => !Number.isNaN(value)))
  present.forEach((values, j) => {
    if (values.length === 0) throw notDefined({ method, reason: `${names[j]} has no value` })
    if (values.every((value) => value === values[0]))
      throw notDefined({ method, reason: `${names[j]} is the same for all` })
  })
  let mean = Float64Array.from(present, meanOf)
  let covariance = startOf(columns, present, patterns, p)
  let far = Number.POSITIVE_INFINITY
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const next = step(columns, patterns, { mean, covariance, n, method })
    const before = far
    far = 0
    next.mean.forEach((value, j) => {
      far = Math.max(far, Math.abs(value - (mean[j] as number)))
    })
    next.covariance.forEach((row, a) => {
      row.forEach((value, b) => {
        far = Math.max(far, Math.abs(value - (covariance[a]?.[b] as number)))
      })
    })
    ;({ mean, covariance } = next)
    const scale = Math.max(...covariance.map((row, j) => row[j] as number), ...mean.map(Math.abs))
    if (far < STILL || (far < 1e-13 * scale && far >= before))
      return { mean, covariance, iterations: round, n }
  }
  throw notDefined({ method, reason: `the estimates do not come to rest in ${MOST_ROUNDS} rounds` })
}

const meanOf = (values: Float64Array) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Covariances of the complete respondents, n − 1; without enough of them, the variances alone. */
const startOf = (
  columns: readonly Float64Array[],
  present: readonly Float64Array[],
  patterns: readonly Pattern[],
  p: number,
): Float64Array[] => {
  const rows = patterns.find(({ seen }) => seen.length === p)?.rows ?? []
  if (rows.length > p) {
    const complete = columns.map((column) => {
      const values = Float64Array.from(rows, (row) => column[row] as number)
      const mean = meanOf(values)
      return values.map((value) => value - mean)
    })
    if (qrOf(complete, 1e-10).rank === p)
      return complete.map((a) =>
        Float64Array.from(
          complete,
          (b) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0) / (rows.length - 1),
        ),
      )
  }
  return present.map((values, a) =>
    Float64Array.from(present, (_, b) => {
      if (a !== b) return 0
      const mean = meanOf(values)
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    }),
  )
}

type State = {
  readonly mean: Float64Array
  readonly covariance: readonly Float64Array[]
  readonly n: number
  readonly method: string
}

const step = (
  columns: readonly Float64Array[],
  patterns: readonly Pattern[],
  { mean, covariance, n, method }: State,
) => {
  const p = columns.length
  const sums = new Float64Array(p)
  const squares = Array.from({ length: p }, () => new Float64Array(p))
  const values = new Float64Array(p)
  for (const { seen, rows } of patterns) {
    const hidden = Array.from({ length: p }, (_, j) => j).filter((j) => !seen.includes(j))
    const slopes = regressionOn(covariance, seen, hidden, method)
    const rest = hidden.map((a, i) =>
      hidden.map(
        (b) =>
          (covariance[a]?.[b] as number) -
          seen.reduce(
            (sum, k, place) =>
              sum + (slopes[i]?.[place] as number) * (covariance[k]?.[b] as number),
            0,
          ),
      ),
    )
    for (const row of rows) {
      for (const j of seen) values[j] = (columns[j] as Float64Array)[row] as number
      hidden.forEach((j, i) => {
        values[j] = seen.reduce(
          (sum, k, place) =>
            sum + (slopes[i]?.[place] as number) * ((values[k] as number) - (mean[k] as number)),
          mean[j] as number,
        )
      })
      for (let a = 0; a < p; a++) {
        // About the old means, so that no digits are lost to large ones.
        const da = (values[a] as number) - (mean[a] as number)
        sums[a] = (sums[a] as number) + da
        const line = squares[a] as Float64Array
        for (let b = 0; b < p; b++)
          line[b] = (line[b] as number) + da * ((values[b] as number) - (mean[b] as number))
      }
    }
    hidden.forEach((a, i) => {
      hidden.forEach((b, k) => {
        const line = squares[a] as Float64Array
        line[b] = (line[b] as number) + (rest[i]?.[k] as number) * rows.length
      })
    })
  }
  const shift = sums.map((sum) => sum / n)
  return {
    mean: mean.map((value, j) => value + (shift[j] as number)),
    covariance: squares.map((line, a) =>
      line.map((value, b) => value / n - (shift[a] as number) * (shift[b] as number)),
    ),
  }
}

/** Coefficients of each hidden variable on the seen ones. */
const regressionOn = (
  covariance: readonly Float64Array[],
  seen: readonly number[],
  hidden: readonly number[],
  method: string,
): readonly Float64Array[] => {
  if (hidden.length === 0) return []
  const among = qrOf(
    seen.map((a) => Float64Array.from(seen, (b) => covariance[b]?.[a] as number)),
    1e-13,
  )
  if (among.rank < seen.length)
    throw notDefined({
      method,
      reason: 'the covariances are singular: a variable is a combination of others',
    })
  return hidden.map((h) =>
    Float64Array.from(
      among.solve(Float64Array.from(seen, (b) => covariance[b]?.[h] as number)),
      (value) => value as number,
    ),
  )
}
