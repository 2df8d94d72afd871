import { logGamma } from '../numerics/distributions.ts'
import type { Doubled } from '../numerics/doubled.ts'
import {
  influences,
  type LeastSquares,
  leastSquares,
  unscaledCovariance,
} from '../numerics/least-squares.ts'
import { notDefined } from '../problems.ts'

/** Outcomes of a generalized linear model: 0/1 with the logit, or counts with the logarithm. */
export type Family = 'binomial' | 'poisson'

export type GeneralizedModel = {
  readonly fit: LeastSquares
  readonly coefficients: Float64Array
  readonly fitted: Float64Array
  readonly covariance: readonly Float64Array[]
  readonly deviance: number
  readonly logLikelihood: number
  /** y − μ over μ′: with `weights`, what each row adds to the score. */
  readonly scores: readonly Float64Array[]
}

type Given = {
  readonly offset?: Float64Array
  /** Prior weights; all 1 without. */
  readonly weights?: Float64Array
  /** Relative change of the deviance at rest. */
  readonly still?: number
}

const MOST_ROUNDS = 60
const STILL = 1e-15
/** Columns closer than this are fitted in twice the precision in every round. */
const CLOSE = 1e-6

const inverseLink = (family: Family, eta: number): number =>
  family === 'poisson'
    ? Math.exp(eta)
    : eta < 0
      ? Math.exp(eta) / (1 + Math.exp(eta))
      : 1 / (1 + Math.exp(-eta))

/** μ′ = dμ/dη, which is the variance too: both links are canonical. */
const slopeOf = (family: Family, eta: number): number => {
  if (family === 'poisson') return Math.exp(eta)
  const small = Math.exp(-Math.abs(eta))
  return small / (1 + small) ** 2
}

/** Twice the distance of one value's log-likelihood from the best there could be. */
const devianceOf = (family: Family, y: number, eta: number): number => {
  if (family === 'poisson') {
    const mu = Math.exp(eta)
    return 2 * ((y === 0 ? 0 : y * Math.log(y / mu)) - (y - mu))
  }
  // −2 (y ln p + (1 − y) ln(1 − p)); y is 0 or 1.
  const away = y === 1 ? -eta : eta
  return 2 * (away > 0 ? away + Math.log1p(Math.exp(-away)) : Math.log1p(Math.exp(away)))
}

/**
 * A generalized linear model by iteratively reweighted least squares, each round by QR. Where groups of 0 and 1 are
 * separated by the predictors there is no finite estimate: then single linear predictors move on by about 1 a round
 * while the deviance stands still, and that is told by name.
 * @throws notDefined at separation, or if the rounds do not come to rest.
 * @see McCullagh & Nelder (1989), Generalized Linear Models; Albert & Anderson (1984), Biometrika 71, 1–10
 */
export const generalizedModel = (
  columns: readonly (Float64Array | Doubled)[],
  y: Float64Array,
  {
    family,
    names,
    method,
    offset,
    weights,
    still = STILL,
  }: Given & {
    readonly family: Family
    readonly names: readonly string[]
    readonly method: string
  },
): GeneralizedModel => {
  const n = y.length
  const plain = columns.map((column) => ('high' in column ? column.high : column))
  const priorOf = (i: number) => weights?.[i] ?? 1
  const offsetOf = (i: number) => offset?.[i] ?? 0
  let eta = y.map((value, i) => {
    if (family === 'poisson') return Math.log(value + 0.1)
    const start = (priorOf(i) * value + 0.5) / (priorOf(i) + 1)
    return Math.log(start / (1 - start))
  })
  let deviance = Number.POSITIVE_INFINITY
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { fit, next, roots } = reweighted(plain, y, { eta, family, priorOf, offsetOf })
    const moved = next.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (eta[i] as number))),
      0,
    )
    const before = deviance
    deviance = next.reduce(
      (sum, value, i) => sum + priorOf(i) * devianceOf(family, y[i] as number, value),
      0,
    )
    // A step that leads away is halved.
    for (
      let halving = 0;
      round > 0 && halving < 20 && !(deviance <= before + 1e-8 * (before + 1));
      halving++
    ) {
      for (let i = 0; i < n; i++) next[i] = ((next[i] as number) + (eta[i] as number)) / 2
      deviance = next.reduce(
        (sum, value, i) => sum + priorOf(i) * devianceOf(family, y[i] as number, value),
        0,
      )
    }
    eta = next
    if (Math.abs(before - deviance) < still * (Math.abs(deviance) + 0.1) && moved < 0.5)
      return finished(fit, { y, eta, family, weights, roots })
    if (
      round > 15 &&
      moved > 0.5 &&
      Math.abs(before - deviance) <= 1e-7 * (Math.abs(deviance) + 0.1)
    )
      throw notDefined({ method, reason: separationWords(fit, names, plain, family) })
    if (round > 12 && moved < 1e-9) return finished(fit, { y, eta, family, weights, roots })
  }
  throw notDefined({ method, reason: 'the estimates do not come to rest' })
}

type Round = {
  readonly eta: Float64Array
  readonly family: Family
  readonly priorOf: (i: number) => number
  readonly offsetOf: (i: number) => number
}

/** One round: least squares of the working values at weights μ′. */
const reweighted = (
  columns: readonly Float64Array[],
  y: Float64Array,
  { eta, family, priorOf, offsetOf }: Round,
) => {
  const slopes = eta.map((value) => Math.max(slopeOf(family, value), 1e-300))
  const roots = slopes.map((slope, i) => Math.sqrt(slope * priorOf(i)))
  const working = y.map((value, i) => {
    const at = eta[i] as number
    return (
      (at - offsetOf(i) + (value - inverseLink(family, at)) / (slopes[i] as number)) *
      (roots[i] as number)
    )
  })
  const fit = leastSquares(
    columns.map((column) => column.map((value, i) => value * (roots[i] as number))),
    working,
    CLOSE,
  )
  const next = Float64Array.from(y, (_, i) => offsetOf(i))
  fit.kept.forEach((j, k) => {
    const column = columns[j] as Float64Array
    const b = fit.coefficients[k] as number
    for (let i = 0; i < next.length; i++) next[i] = (next[i] as number) + b * (column[i] as number)
  })
  return { fit, next, roots }
}

const finished = (
  fit: LeastSquares,
  {
    y,
    eta,
    family,
    weights,
    roots,
  }: {
    readonly y: Float64Array
    readonly eta: Float64Array
    readonly family: Family
    readonly weights: Float64Array | undefined
    readonly roots: Float64Array
  },
): GeneralizedModel => {
  const fitted = eta.map((value) => inverseLink(family, value))
  const deviances = eta.map(
    (value, i) => (weights?.[i] ?? 1) * devianceOf(family, y[i] as number, value),
  )
  const deviance = deviances.reduce((sum, value) => sum + value, 0)
  // Q holds rows times the root of their weight; a row's score is x·w·(y − μ)/μ′.
  const slopes = eta.map((value) => slopeOf(family, value))
  const scores = influences(fit).map((gain) =>
    gain.map((value, i) => {
      const slope = slopes[i] as number
      return slope === 0
        ? 0
        : (value * (roots[i] as number) * ((y[i] as number) - (fitted[i] as number))) / slope
    }),
  )
  return {
    fit,
    coefficients: fit.coefficients,
    fitted,
    covariance: unscaledCovariance(fit),
    deviance,
    logLikelihood:
      family === 'binomial'
        ? -deviance / 2
        : y.reduce((sum, value, i) => {
            const mu = fitted[i] as number
            return sum + (value === 0 ? 0 : value * Math.log(mu)) - mu - logGamma(value + 1)
          }, 0),
    scores,
  }
}

/** Which columns run away: those whose standard error, measured in their own spread, has grown beyond sense. */
const separationWords = (
  fit: LeastSquares,
  names: readonly string[],
  columns: readonly Float64Array[],
  family: Family,
): string => {
  const covariance = unscaledCovariance(fit)
  const spread = (j: number) => {
    const column = columns[j] as Float64Array
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length
    return Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length)
  }
  const running = fit.kept.filter(
    (j, k) =>
      spread(j) > 0 && Math.sqrt((covariance[k] as Float64Array)[k] as number) * spread(j) > 50,
  )
  const which = running.map((j) => names[j]).join(', ') || 'the predictors'
  return family === 'binomial'
    ? `separation: ${which} foretell${running.length === 1 ? 's' : ''} some outcomes without error, so there is no finite estimate`
    : `separation: ${which} foretell${running.length === 1 ? 's' : ''} some counts of zero without error, so there is no finite estimate`
}
