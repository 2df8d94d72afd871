import { Matrix, solve } from 'ml-matrix'
import { bivariateDensity, bivariateLower } from '../numerics/bivariate-normal.ts'
import { chiSquareUpper, normalUpper } from '../numerics/distributions.ts'
import { inverseOf } from '../numerics/symmetric.ts'
import { notDefined } from '../problems.ts'

/** Correlation, thresholds of the rows, thresholds of the columns. */
type Values = readonly number[]
type Start = {
  /** Counts without empty rows and columns. */
  readonly table: readonly (readonly number[])[]
  readonly rho: number
  readonly rowThresholds: readonly number[]
  readonly colThresholds: readonly number[]
}

const MOST_ROUNDS = 500
const LIMIT = 0.999999

/**
 * Polychoric correlation and thresholds by maximum likelihood all at once, from the estimates in two steps on, by
 * Fisher's scoring; the standard error is that of the observed information. χ² compares the counts with those that
 * two normal variables would give; a 2 × 2 table leaves it no degree of freedom.
 * @throws notDefined if the search does not come to rest inside −1 to 1.
 * @see Olsson (1979), Psychometrika 44, 443–460, https://doi.org/10.1007/BF02296207
 */
export const polychoricAtOnce = ({ table, rho, rowThresholds, colThresholds }: Start) => {
  const size = { rows: rowThresholds.length, columns: colThresholds.length }
  const counts = table.flat()
  const n = counts.reduce((sum, count) => sum + count, 0)
  let values: Values = [rho, ...rowThresholds, ...colThresholds]
  let likelihood = likelihoodOf(counts, probabilitiesAt(values, size))
  for (let round = 0; ; round++) {
    if (round === MOST_ROUNDS) throw unsettled('the search does not come to rest')
    const step = stepAt(values, counts, size)
    let length = 1
    let next = moved(values, step, 1)
    let there = likelihoodOf(counts, probabilitiesAt(next, size))
    while (!(there >= likelihood - 1e-12 * Math.abs(likelihood)) && length > 1e-9) {
      length /= 2
      next = moved(values, step, length)
      there = likelihoodOf(counts, probabilitiesAt(next, size))
    }
    if (length <= 1e-9) break
    const far = Math.max(...step.map((part) => Math.abs(part * length)))
    ;[values, likelihood] = [next, there]
    if (far < 1e-13) break
  }
  if (Math.abs(values[0] as number) > 0.9999)
    throw unsettled('empty cells: the likelihood grows up to a correlation of 1')
  const found = inverseOf(observedInformation(values, counts, size))
  if (found === undefined) throw unsettled('the counts do not tell all thresholds')
  const saturated = counts.reduce(
    (sum, count) => sum + (count === 0 ? 0 : count * Math.log(count / n)),
    0,
  )
  const df = size.rows * size.columns - 1
  const chiSquare = Math.max(0, 2 * (saturated - likelihood))
  return {
    rho: values[0] as number,
    se: Math.sqrt(found.inverse.get(0, 0)),
    rowThresholds: values.slice(1, 1 + size.rows),
    colThresholds: values.slice(1 + size.rows),
    ...(df > 0 ? { chiSquare, df, p: chiSquareUpper(chiSquare, df) } : {}),
  }
}

const unsettled = (reason: string) => notDefined({ method: 'polychoric', reason })

type Size = { readonly rows: number; readonly columns: number }

const moved = (values: Values, step: Values, length: number): Values =>
  values.map((value, i) => value + length * (step[i] as number))

const endsOf = (values: Values, { rows }: Size) => {
  const around = (cuts: Values) => [Number.NEGATIVE_INFINITY, ...cuts, Number.POSITIVE_INFINITY]
  return [around(values.slice(1, 1 + rows)), around(values.slice(1 + rows))] as const
}

/** Of all cells, row by row; none where the thresholds have lost their order or the correlation its bounds. */
const probabilitiesAt = (values: Values, size: Size): readonly number[] | undefined => {
  const [a, b] = endsOf(values, size)
  const rho = values[0] as number
  const ordered = (ends: Values) => ends.every((end, i) => i === 0 || end > (ends[i - 1] as number))
  if (!(Math.abs(rho) < LIMIT && ordered(a) && ordered(b))) return undefined
  return cornersOf(a.map((x) => b.map((y) => bivariateLower(x, y, rho))))
}

/** Sums over the four corners of each cell. */
const cornersOf = (at: readonly (readonly number[])[]): readonly number[] =>
  at
    .slice(1)
    .flatMap((row, i) =>
      row
        .slice(1)
        .map(
          (upper, j) =>
            upper - (at[i]?.[j + 1] as number) - (row[j] as number) + (at[i]?.[j] as number),
        ),
    )

const likelihoodOf = (
  counts: readonly number[],
  probabilities: readonly number[] | undefined,
): number =>
  probabilities === undefined
    ? Number.NEGATIVE_INFINITY
    : counts.reduce(
        (sum, count, k) =>
          count === 0
            ? sum
            : sum + count * Math.log(Math.max(probabilities[k] as number, Number.MIN_VALUE)),
        0,
      )

/** Slopes of each cell's probability by each value. */
const slopesAt = (values: Values, size: Size): readonly (readonly number[])[] => {
  const [a, b] = endsOf(values, size)
  const rho = values[0] as number
  const rest = Math.sqrt(1 - rho * rho)
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  /** Of P(X ≤ x, Y ≤ y) by x. */
  const along = (x: number, y: number) =>
    Number.isFinite(x) ? density(x) * normalUpper(-(y - rho * x) / rest) : 0
  const by = (of: (i: number, j: number) => number) =>
    cornersOf(a.map((_, i) => b.map((_y, j) => of(i, j))))
  return [
    by((i, j) => bivariateDensity(a[i] as number, b[j] as number, rho)),
    ...values
      .slice(1, 1 + size.rows)
      .map((_, cut) => by((i, j) => (i === cut + 1 ? along(a[i] as number, b[j] as number) : 0))),
    ...values
      .slice(1 + size.rows)
      .map((_, cut) => by((i, j) => (j === cut + 1 ? along(b[j] as number, a[i] as number) : 0))),
  ]
}

const scoreAt = (values: Values, counts: readonly number[], size: Size): readonly number[] => {
  const probabilities = probabilitiesAt(values, size) ?? []
  return slopesAt(values, size).map((slope) =>
    counts.reduce(
      (sum, count, k) =>
        count === 0
          ? sum
          : sum + (count * (slope[k] as number)) / Math.max(probabilities[k] as number, 1e-300),
      0,
    ),
  )
}

/** Fisher's scoring: the expected information's inverse times the score. */
const stepAt = (values: Values, counts: readonly number[], size: Size): readonly number[] => {
  const probabilities = probabilitiesAt(values, size) ?? []
  const slopes = slopesAt(values, size)
  const n = counts.reduce((sum, count) => sum + count, 0)
  const information = new Matrix(
    slopes.map((one) =>
      slopes.map((other) =>
        one.reduce(
          (sum, value, k) =>
            sum + (n * value * (other[k] as number)) / Math.max(probabilities[k] as number, 1e-300),
          0,
        ),
      ),
    ),
  )
  return solve(information, Matrix.columnVector([...scoreAt(values, counts, size)])).to1DArray()
}

/** Slopes of the score, by differences of the fourth order. */
const observedInformation = (values: Values, counts: readonly number[], size: Size): Matrix => {
  const h = Math.min(1e-4, (1 - Math.abs(values[0] as number)) / 10)
  return new Matrix(
    values.map((_, i) => {
      const at = (far: number) =>
        scoreAt(
          values.map((value, k) => (k === i ? value + far : value)),
          counts,
          size,
        )
      const [up, down, up2, down2] = [at(h), at(-h), at(2 * h), at(-2 * h)]
      return values.map(
        (_v, k) =>
          (8 * ((down[k] as number) - (up[k] as number)) -
            ((down2[k] as number) - (up2[k] as number))) /
          (12 * h),
      )
    }),
  )
}
