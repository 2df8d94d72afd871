import {
  type Doubled,
  divideBy,
  takeMultiple,
  type Wide,
  wideDifference,
  wideDot,
  wideProduct,
  wideQuotient,
  wideRoot,
} from './doubled.ts'

/** A least-squares fit by columns, with all that its variances need. */
export type LeastSquares = {
  /** Columns that are not combinations of those before them, in their order. */
  readonly kept: readonly number[]
  /** One for each kept column. */
  readonly coefficients: Float64Array
  readonly residuals: Float64Array
  /** Orthonormal columns Q of X = Q·R. */
  readonly q: readonly Float64Array[]
  /** Columns of R⁻¹, upper triangle: (XᵀX)⁻¹ = R⁻¹R⁻ᵀ, and XᵀX is never formed. */
  readonly inverse: readonly Float64Array[]
}
type Column = Float64Array | Doubled

/** Least share of a column's length, beside the columns before it, that still makes it one of its own. */
const OWN = 1e-13
/** Below this share digits are lost, and the fit is done again in twice the precision. */
const CLOSE = 1e-3

/**
 * Fits y by the columns: QR by Gram and Schmidt with every projection done twice; where columns are close to each
 * other, again in twice the precision. A column that is a combination of those before it is left out.
 * @see Björck (1996), Numerical Methods for Least Squares Problems, ch. 2; Giraud, Langou & Rozložník (2005), Numerische Mathematik 101, 87–100
 */
export const leastSquares = (
  columns: readonly Column[],
  y: Float64Array,
  close = CLOSE,
): LeastSquares =>
  (columns.some((column) => 'high' in column)
    ? undefined
    : quickFit(columns as Float64Array[], y, close)) ?? preciseFit(columns, y)

const quickFit = (
  columns: readonly Float64Array[],
  y: Float64Array,
  close: number,
): LeastSquares | undefined => {
  const q: Float64Array[] = []
  const r: Float64Array[] = []
  for (const given of columns) {
    const column = Float64Array.from(given)
    const length = Math.sqrt(dot(column, column))
    const shares = new Float64Array(columns.length)
    project(column, q, shares)
    const left = Math.sqrt(dot(column, column))
    if (!(left > close * length)) return undefined
    shares[q.length] = left
    r.push(shares)
    for (let i = 0; i < column.length; i++) column[i] = (column[i] as number) / left
    q.push(column)
  }
  const residuals = Float64Array.from(y)
  const shares = new Float64Array(columns.length)
  project(residuals, q, shares)
  const p = q.length
  const coefficients = shares
  for (let j = p - 1; j >= 0; j--) {
    const column = r[j] as Float64Array
    const value = (coefficients[j] as number) / (column[j] as number)
    coefficients[j] = value
    for (let i = 0; i < j; i++)
      coefficients[i] = (coefficients[i] as number) - value * (column[i] as number)
  }
  const inverse = r.map((_, j) => {
    const column = new Float64Array(p)
    column[j] = 1 / ((r[j] as Float64Array)[j] as number)
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0
      for (let k = i + 1; k <= j; k++)
        sum += ((r[k] as Float64Array)[i] as number) * (column[k] as number)
      column[i] = -sum / ((r[i] as Float64Array)[i] as number)
    }
    return column
  })
  return { kept: columns.map((_, j) => j), coefficients, residuals, q, inverse }
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** Takes the parts along `q` out of a column, twice, and adds them up in `shares`. */
const project = (column: Float64Array, q: readonly Float64Array[], shares: Float64Array) => {
  for (let round = 0; round < 2; round++)
    for (const [j, unit] of q.entries()) {
      const share = dot(unit, column)
      shares[j] = (shares[j] as number) + share
      for (let i = 0; i < column.length; i++)
        column[i] = (column[i] as number) - share * (unit[i] as number)
    }
}

const preciseFit = (columns: readonly Column[], y: Float64Array): LeastSquares => {
  const q: Doubled[] = []
  const r: Wide[][] = []
  const kept: number[] = []
  for (const [k, given] of columns.entries()) {
    const column = copyOf(given)
    const length = Math.sqrt(wideDot(column, column)[0])
    const shares = q.map((unit): Wide => {
      const share = wideDot(unit, column)
      takeMultiple(column, share, unit)
      return share
    })
    const left = wideRoot(wideDot(column, column))
    if (!(left[0] > OWN * length)) continue
    divideBy(column, left)
    q.push(column)
    r.push([...shares, left])
    kept.push(k)
  }
  const residuals = copyOf(y)
  const coefficients = q.map((unit): Wide => {
    const share = wideDot(unit, residuals)
    takeMultiple(residuals, share, unit)
    return share
  })
  const cell = (i: number, j: number) => (r[j] as Wide[])[i] as Wide
  const p = q.length
  for (let j = p - 1; j >= 0; j--) {
    const value = wideQuotient(coefficients[j] as Wide, cell(j, j))
    coefficients[j] = value
    for (let i = 0; i < j; i++)
      coefficients[i] = wideDifference(coefficients[i] as Wide, wideProduct(value, cell(i, j)))
  }
  const inverse = r.map((_, j) => {
    const column: Wide[] = Array.from({ length: p }, (): Wide => [0, 0])
    column[j] = wideQuotient([1, 0], cell(j, j))
    for (let i = j - 1; i >= 0; i--) {
      let sum: Wide = [0, 0]
      for (let k = i + 1; k <= j; k++)
        sum = wideDifference(sum, wideProduct(cell(i, k), column[k] as Wide))
      column[i] = wideQuotient(sum, cell(i, i))
    }
    return Float64Array.from(column, ([high]) => high)
  })
  return {
    kept,
    coefficients: Float64Array.from(coefficients, ([high]) => high),
    residuals: residuals.high,
    q: q.map(({ high }) => high),
    inverse,
  }
}

const copyOf = (column: Column): Doubled =>
  'high' in column
    ? { high: Float64Array.from(column.high), low: Float64Array.from(column.low) }
    : { high: Float64Array.from(column), low: new Float64Array(column.length) }

/** R⁻¹R⁻ᵀ: covariance of the coefficients up to σ². */
export const unscaledCovariance = ({ inverse }: LeastSquares): readonly Float64Array[] =>
  inverse.map((_, i) =>
    Float64Array.from(inverse, (_, j) => {
      let sum = 0
      for (let k = Math.max(i, j); k < inverse.length; k++)
        sum +=
          ((inverse[k] as Float64Array)[i] as number) * ((inverse[k] as Float64Array)[j] as number)
      return sum
    }),
  )

/** (XᵀX)⁻¹xᵢ for every row, by coefficient: what the coefficients gain when yᵢ gains 1. */
export const influences = ({ q, inverse }: LeastSquares): readonly Float64Array[] =>
  inverse.map((_, j) => {
    const gain = new Float64Array(q[0]?.length ?? 0)
    for (let k = j; k < inverse.length; k++) {
      const factor = (inverse[k] as Float64Array)[j] as number
      const unit = q[k] as Float64Array
      for (let i = 0; i < gain.length; i++)
        gain[i] = (gain[i] as number) + factor * (unit[i] as number)
    }
    return gain
  })

/** Diagonal of the hat matrix. */
export const leveragesOf = ({ q }: LeastSquares): Float64Array => {
  const sums = new Float64Array(q[0]?.length ?? 0)
  for (const unit of q)
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (unit[i] as number) ** 2
  return sums
}
