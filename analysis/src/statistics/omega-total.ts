import { notDefined } from '../problems.ts'
import { completeCases } from './cronbach-alpha.ts'
import { meanOf, type Numbers, sumOf } from './numbers.ts'

export type OmegaTotal = {
  readonly omega: number
  readonly loadings: readonly number[]
  readonly n: number
  readonly omitted: number
}

const MOST_STEPS = 100_000
const STILL = 1e-13

/**
 * McDonald's omega total of a one-factor model: (Σλ)² / ((Σλ)² + Σθ), with loadings λ and residual variances θ
 * by maximum likelihood (EM on the covariance matrix with divisor n).
 *
 * `items` is items × respondents, reverse-keyed items already turned, listwise as in alpha.
 * @throws notDefined if fewer than three items or ten complete respondents are left, an item has no spread, or
 *   the search does not come to rest.
 * @see McDonald (1999), Test theory; Rubin & Thayer (1982), Psychometrika 47, 69–76, for the algorithm
 */
export const omegaTotal = (items: readonly Numbers[]): OmegaTotal => {
  const complete = completeCases(items)
  const n = complete[0]?.length ?? 0
  if (items.length < 3 || n < 10)
    throw notDefined({
      method: 'omega-total',
      reason: 'fewer than three items or ten complete respondents',
    })
  const s = covariance(complete)
  if (s.some((row, i) => row[i] === 0))
    throw notDefined({ method: 'omega-total', reason: 'an item on which all answers are the same' })
  const { loadings, residuals } = oneFactor(s)
  const common = sumOf(loadings) ** 2
  return {
    omega: common / (common + sumOf(residuals)),
    loadings,
    n,
    omitted: (items[0]?.length ?? 0) - n,
  }
}

const covariance = (items: readonly Float64Array[]): readonly (readonly number[])[] => {
  const n = items[0]?.length ?? 0
  const centred = items.map((item) => {
    const mean = meanOf(item)
    return item.map((value) => value - mean)
  })
  return centred.map((a) =>
    centred.map((b) => sumOf(a.map((value, i) => value * (b[i] as number))) / n),
  )
}

/** EM: the factor is the missing datum; β regresses it on the items. */
const oneFactor = (s: readonly (readonly number[])[]) => {
  let loadings = s.map((row, i) => Math.sqrt((row[i] as number) / 2))
  let residuals = s.map((row, i) => (row[i] as number) / 2)
  for (let step = 0; step < MOST_STEPS; step++) {
    const precision = loadings.map((loading, i) => loading / (residuals[i] as number))
    const scale = 1 + dot(loadings, precision)
    const beta = precision.map((value) => value / scale)
    const sBeta = s.map((row) => dot(row, beta))
    const factorVariance = 1 - dot(beta, loadings) + dot(beta, sBeta)
    const next = sBeta.map((value) => value / factorVariance)
    residuals = s.map((row, i) =>
      Math.max(1e-9, (row[i] as number) - (next[i] as number) * (sBeta[i] as number)),
    )
    const moved = Math.max(...next.map((value, i) => Math.abs(value - (loadings[i] as number))))
    loadings = next
    if (moved < STILL) return { loadings, residuals }
  }
  throw notDefined({ method: 'omega-total', reason: 'the factor model does not come to rest' })
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)
