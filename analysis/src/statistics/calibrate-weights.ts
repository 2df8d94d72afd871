import { leastSquares } from '../numerics/least-squares.ts'
import { notDefined } from '../problems.ts'

export const CALIBRATIONS = ['linear', 'raking', 'logit'] as const
export type Calibration = (typeof CALIBRATIONS)[number]
/** Least and greatest factor by which a weight may change. */
export type Bounds = { readonly low: number; readonly high: number }

/** g(u), the factor on the base weight, and its slope; g(0) = 1 and g′(0) = 1. */
type Distance = (u: number) => readonly [g: number, slope: number]

const distanceOf = (kind: Calibration, bounds: Bounds | undefined): Distance => {
  if (kind === 'logit') {
    const { low, high } = bounds as Bounds
    const rate = (high - low) / ((1 - low) * (high - 1))
    return (u) => {
      const grown = Math.exp(Math.min(700, rate * u))
      const below = high - 1 + (1 - low) * grown
      const g = (low * (high - 1) + high * (1 - low) * grown) / below
      return [g, ((g - low) * (high - g) * rate) / (high - low)]
    }
  }
  const free: Distance = kind === 'linear' ? (u) => [1 + u, 1] : (u) => [Math.exp(u), Math.exp(u)]
  if (bounds === undefined) return free
  return (u) => {
    const [g, slope] = free(u)
    if (g < bounds.low) return [bounds.low, 0]
    return g > bounds.high ? [bounds.high, 0] : [g, slope]
  }
}

const MOST_ROUNDS = 200
const STILL = 1e-13

/**
 * Calibrates weights so that weighted totals of the columns meet the population's, as near to the base weights as the
 * distance allows: linear (GREG), multiplicative (raking) or logit between bounds. Newton's steps, each by QR.
 * @throws notDefined if the totals cannot be met.
 * @see Deville & Särndal (1992), JASA 87, 376–382, https://doi.org/10.1080/01621459.1992.10475217
 */
export const calibrateWeights = (
  base: Float64Array,
  columns: readonly Float64Array[],
  {
    totals,
    kind,
    bounds,
  }: { readonly totals: readonly number[]; readonly kind: Calibration; readonly bounds?: Bounds },
): Float64Array => {
  const n = base.length
  const distance = distanceOf(kind, bounds)
  const lambda = new Float64Array(columns.length)
  const at = (values: Float64Array) => {
    const weights = new Float64Array(n)
    const slopes = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      let u = 0
      for (let j = 0; j < values.length; j++)
        u += (values[j] as number) * ((columns[j] as Float64Array)[i] as number)
      const [g, slope] = distance(u)
      weights[i] = (base[i] as number) * g
      slopes[i] = (base[i] as number) * slope
    }
    const misfit = columns.map((column, j) => {
      let sum = 0
      for (let i = 0; i < n; i++) sum += (column[i] as number) * (weights[i] as number)
      return (totals[j] as number) - sum
    })
    return { weights, slopes, misfit, far: worstOf(misfit, totals) }
  }
  let now = at(lambda)
  let best = now.far
  for (let round = 0, idle = 0; round < MOST_ROUNDS; round++) {
    if (now.far < STILL) return now.weights
    const step = stepOf(columns, now.slopes, now.misfit)
    let share = 1
    let next = at(lambda.map((value, j) => value + (step[j] as number)))
    while (!(next.far < now.far) && share > 1e-6) {
      share /= 2
      next = at(lambda.map((value, j) => value + share * (step[j] as number)))
    }
    // At the last digits no step is better than none.
    if (!(next.far < now.far)) idle += 1
    for (let j = 0; j < lambda.length; j++)
      lambda[j] = (lambda[j] as number) + share * (step[j] as number)
    now = next
    best = Math.min(best, now.far)
    if (idle > 1) break
  }
  if (now.far < 1e-9) return now.weights
  throw notDefined({
    method: 'calibrate',
    reason: `the totals cannot be met${bounds === undefined ? '' : ` with factors between ${bounds.low} and ${bounds.high}`}`,
  })
}

const worstOf = (misfit: readonly number[], totals: readonly number[]): number =>
  misfit.reduce(
    (most, value, j) => Math.max(most, Math.abs(value) / (1 + Math.abs(totals[j] as number))),
    0,
  )

/** (Xᵀ diag(slopes) X)⁻¹ misfit as R⁻¹R⁻ᵀ misfit; 0 for columns that are combinations of others. */
const stepOf = (
  columns: readonly Float64Array[],
  slopes: Float64Array,
  misfit: readonly number[],
): Float64Array => {
  const roots = slopes.map(Math.sqrt)
  const { kept, inverse } = leastSquares(
    columns.map((column) => column.map((value, i) => value * (roots[i] as number))),
    new Float64Array(slopes.length),
    1e-6,
  )
  const inner = inverse.map((column) =>
    kept.reduce((sum, j, a) => sum + (column[a] as number) * (misfit[j] as number), 0),
  )
  const step = new Float64Array(columns.length)
  kept.forEach((j, a) => {
    step[j] = inverse.reduce(
      (sum, column, k) => sum + (column[a] as number) * (inner[k] as number),
      0,
    )
  })
  return step
}

/**
 * Takes the part that the calibration variables explain out of influences: those of calibrated weights vary only by what
 * is left.
 */
export const calibratedResidual = (
  base: Float64Array,
  weights: Float64Array,
  columns: readonly Float64Array[],
): ((influence: Float64Array) => Float64Array) => {
  const roots = base.map(Math.sqrt)
  const weighted = columns.map((column) => column.map((value, i) => value * (roots[i] as number)))
  const scale = weights.map((weight, i) =>
    (roots[i] as number) === 0 ? 0 : weight / (roots[i] as number),
  )
  return (influence) => {
    const { residuals } = leastSquares(
      weighted,
      influence.map((value, i) => ((scale[i] as number) === 0 ? 0 : value / (scale[i] as number))),
    )
    return residuals.map((value, i) => value * (scale[i] as number))
  }
}
