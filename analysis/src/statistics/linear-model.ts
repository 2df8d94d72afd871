import { fUpper } from '../numerics/distributions.ts'
import type { Doubled } from '../numerics/doubled.ts'
import {
  type LeastSquares,
  leastSquares,
  leveragesOf,
  unscaledCovariance,
} from '../numerics/least-squares.ts'
import { qrOf } from '../numerics/qr.ts'
import { notDefined } from '../problems.ts'
import { meanOf, sumOf, varianceOf } from './numbers.ts'

export type LinearModel = {
  readonly fit: LeastSquares
  readonly n: number
  readonly dfResidual: number
  readonly dfRegression: number
  readonly ssResidual: number
  readonly ssRegression: number
  readonly sigma: number
  readonly se: Float64Array
  readonly r2: number
  readonly adjustedR2: number
  readonly f: number
  readonly fP: number
  readonly logLikelihood: number
  readonly aic: number
  readonly bic: number
  /** Whether the model meets every value. */
  readonly exact: boolean
}

/**
 * Ordinary least squares. R² and F are about the mean, without an intercept about zero.
 * @throws notDefined if there are not more respondents than coefficients.
 * @see Weisberg (2014), Applied Linear Regression, 4th ed.
 */
export const linearModel = (
  columns: readonly (Float64Array | Doubled)[],
  y: Float64Array,
  { intercept }: { readonly intercept: boolean },
): LinearModel => {
  const n = y.length
  const found = leastSquares(columns, y)
  const p = found.kept.length
  if (p === 0) throw notDefined({ method: 'ols', reason: 'there is no predictor' })
  const dfResidual = n - p
  if (dfResidual < 1)
    throw notDefined({
      method: 'ols',
      reason: `${n} with all values are too few for ${p} coefficients`,
    })
  const dfRegression = p - Number(intercept)
  const center = intercept ? meanOf(y) : 0
  const total = sumOf(y.map((value) => (value - center) ** 2))
  const squares = sumOf(found.residuals.map((value) => value ** 2))
  const exact = squares <= 1e-28 * sumOf(y.map((value) => value ** 2))
  const fit = exact ? { ...found, residuals: new Float64Array(n) } : found
  const ssResidual = exact ? 0 : squares
  const ssRegression = sumOf(
    y.map((value, i) => (value - (fit.residuals[i] as number) - center) ** 2),
  )
  const sigma = Math.sqrt(ssResidual / dfResidual)
  const unscaled = unscaledCovariance(fit)
  const r2 = ssRegression / (ssRegression + ssResidual)
  const f = ssRegression / dfRegression / (ssResidual / dfResidual)
  const logLikelihood = (-n / 2) * (Math.log(2 * Math.PI) + 1 + Math.log(ssResidual / n))
  return {
    fit,
    n,
    dfResidual,
    dfRegression,
    ssResidual,
    ssRegression,
    sigma,
    se: Float64Array.from(unscaled, (row, j) => sigma * Math.sqrt(row[j] as number)),
    r2: total === 0 ? Number.NaN : r2,
    adjustedR2: total === 0 ? Number.NaN : 1 - ((1 - r2) * (n - Number(intercept))) / dfResidual,
    f: total === 0 || dfRegression === 0 ? Number.NaN : f,
    fP:
      total === 0 || dfRegression === 0
        ? Number.NaN
        : f === Infinity
          ? 0
          : fUpper(f, dfRegression, dfResidual),
    logLikelihood,
    aic: -2 * logLikelihood + 2 * (p + 1),
    bic: -2 * logLikelihood + Math.log(n) * (p + 1),
    exact,
  }
}

/** βᵀV⁻¹β / q of coefficients whose covariance is the cross-product of `scores`: Wald's F; NaN if V is singular. */
export const waldF = (coefficients: readonly number[], scores: readonly Float64Array[]): number => {
  const { rank, r, pivot } = qrOf(scores)
  const q = coefficients.length
  if (q === 0 || rank < q) return Number.NaN
  // z = R⁻ᵀβ by forward substitution: βᵀV⁻¹β = |z|².
  const z = new Float64Array(q)
  for (let i = 0; i < q; i++) {
    let value = coefficients[pivot[i] as number] as number
    for (let k = 0; k < i; k++) value -= ((r[k] as Float64Array)[i] as number) * (z[k] as number)
    z[i] = value / ((r[i] as Float64Array)[i] as number)
  }
  return z.reduce((sum, value) => sum + value * value, 0) / q
}

/** The largest distance of Cook, and the largest leverage; leverage 1 has no distance. */
export const extremesOf = ({
  fit,
  sigma,
}: LinearModel): { readonly cooks: number; readonly leverage: number } => {
  const leverages = leveragesOf(fit)
  const p = fit.coefficients.length
  let [cooks, leverage] = [Number.NaN, 0]
  leverages.forEach((h, i) => {
    leverage = Math.max(leverage, h)
    if (1 - h < 1e-12 || sigma === 0) return
    const distance = (((fit.residuals[i] as number) / (sigma * (1 - h))) ** 2 * h) / p
    cooks = Number.isNaN(cooks) ? distance : Math.max(cooks, distance)
  })
  return { cooks, leverage }
}

/**
 * Breusch and Pagan's test of equal variances, studentized by Koenker: n·R² of the squared residuals on the predictors.
 * @see Koenker (1981), Journal of Econometrics 17, 107–112
 */
export const breuschPagan = ({ fit, n }: LinearModel): number => {
  const squares = fit.residuals.map((value) => value ** 2)
  const mean = meanOf(squares)
  const centered = squares.map((value) => value - mean)
  let explained = 0
  for (const unit of fit.q) {
    let share = 0
    for (let i = 0; i < n; i++) share += (unit[i] as number) * (squares[i] as number)
    explained += share * share
  }
  const total = sumOf(centered.map((value) => value ** 2))
  return (n * (explained - n * mean * mean)) / total
}

/** Σ (uᵢ − uᵢ₋₁)² / Σ u², in the order of the data. */
export const durbinWatson = ({ fit: { residuals }, ssResidual }: LinearModel): number => {
  let sum = 0
  for (let i = 1; i < residuals.length; i++)
    sum += ((residuals[i] as number) - (residuals[i - 1] as number)) ** 2
  return sum / ssResidual
}

/**
 * Generalized variance inflation of each term: det R₁₁ · det R₂₂ / det R of the predictors' correlations, by QR of the
 * centred columns.
 * @see Fox & Monette (1992), JASA 87, 178–183
 */
export const varianceInflation = (
  columns: readonly Float64Array[],
  terms: readonly (readonly number[])[],
): readonly number[] => {
  const centered = columns.map((column) => {
    const mean = meanOf(column)
    return column.map((value) => value - mean)
  })
  const logDeterminant = (of: readonly Float64Array[]): number => {
    const { r, rank, pivot } = qrOf(of, 1e-13)
    if (rank < of.length) return Number.NEGATIVE_INFINITY
    return r.reduce((sum, row, i) => {
      const column = of[pivot[i] as number] as Float64Array
      const length = column.reduce((part, value) => part + value * value, 0)
      return sum + 2 * Math.log(Math.abs(row[i] as number)) - Math.log(length)
    }, 0)
  }
  const whole = logDeterminant(centered)
  return terms.map((term) => {
    const inside = centered.filter((_, j) => term.includes(j))
    const others = centered.filter((_, j) => !term.includes(j))
    return Math.exp(logDeterminant(inside) + logDeterminant(others) - whole)
  })
}

/** b · s(x) / s(y). */
export const standardized = (coefficient: number, column: Float64Array, y: Float64Array): number =>
  coefficient * Math.sqrt(varianceOf(column) / varianceOf(y))
