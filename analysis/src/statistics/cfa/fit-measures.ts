import { Matrix } from 'ml-matrix'
import { chiSquareUpper } from '../../numerics/distributions.ts'
import { noncentralChiSquareUpper } from '../../numerics/noncentral.ts'
import { noncentralityOf } from '../../numerics/noncentrality.ts'
import { notDefined } from '../../problems.ts'
import { sumOf } from '../numbers.ts'
import type { Group, Moments } from './implied.ts'
import type { State } from './maximize.ts'

export type CfaFit = {
  readonly chiSquare: number
  readonly df: number
  readonly p: number
  readonly baseline: { readonly chiSquare: number; readonly df: number }
  readonly cfi: number
  readonly tli: number
  readonly rmsea: number
  /** 90 % interval. */
  readonly rmseaLow: number
  readonly rmseaHigh: number
  /** P that RMSEA is at most .05. */
  readonly rmseaClose: number
  readonly srmr: number
  readonly logLikelihood: number
  readonly aic: number
  readonly bic: number
  readonly bicAdjusted: number
  /** Of complete respondents only. */
  readonly gfi?: number
  readonly freeParameters: number
}
export type RobustFit = {
  readonly chiSquare: number
  readonly p: number
  readonly scalingFactor: number
  /** From the scaled χ² of model and baseline. */
  readonly cfiScaled: number
  readonly rmseaScaled: number
  /** Of the population, as far as the corrections tell; of complete respondents only. */
  readonly cfi?: number
  readonly rmsea?: number
}

/** What the measures of fit are made of. */
export type Reached = {
  readonly n: number
  /** Groups of respondents. */
  readonly groups: number
  readonly chiSquare: number
  readonly df: number
  /** Parameters that are not fixed. */
  readonly free: number
  /** Of the model in which items do not covary. */
  readonly baseline: { readonly chiSquare: number; readonly df: number }
  /** Log-likelihood of the model that leaves all moments free. */
  readonly saturated: number
  readonly srmr: number
  readonly gfi?: number
}

/**
 * Measures of fit from χ² and that of the baseline, as lavaan has them.
 * @see Steiger (1990), Multivariate Behavioral Research 25, 173–180, for RMSEA; Bentler (1990), Psychological Bulletin 107, 238–246, for CFI
 */
export const measuresOf = (reached: Reached): CfaFit => {
  const { n, groups, chiSquare, df, free, baseline, saturated, srmr, gfi } = reached
  const over = Math.max(0, chiSquare - df)
  const baselineOver = Math.max(over, baseline.chiSquare - baseline.df)
  const logLikelihood = saturated - chiSquare / 2
  const rmseaOf = (noncentrality: number) =>
    df === 0 ? 0 : Math.sqrt((noncentrality / (n * df)) * groups)
  return {
    chiSquare,
    df,
    p: df === 0 ? 1 : chiSquareUpper(chiSquare, df),
    baseline,
    cfi: baselineOver === 0 ? 1 : 1 - over / baselineOver,
    tli:
      df === 0 || baseline.chiSquare === baseline.df
        ? 1
        : (baseline.chiSquare - (baseline.df / df) * chiSquare) /
          (baseline.chiSquare - baseline.df),
    rmsea: rmseaOf(over),
    rmseaLow: df === 0 ? 0 : rmseaOf(noncentralityOf(chiSquare, df, 0.05)),
    rmseaHigh: df === 0 ? 0 : rmseaOf(noncentralityOf(chiSquare, df, 0.95)),
    rmseaClose: df === 0 ? 1 : noncentralChiSquareUpper(chiSquare, df, (n * df * 0.0025) / groups),
    srmr,
    logLikelihood,
    aic: -2 * logLikelihood + 2 * free,
    bic: -2 * logLikelihood + free * Math.log(n),
    bicAdjusted: -2 * logLikelihood + free * Math.log((n + 2) / 24),
    ...(gfi === undefined ? {} : { gfi }),
    freeParameters: free,
  }
}

/** Traces of Yuan and Bentler: of the model, of the one that leaves all moments free, of the baseline. */
export type Traces = {
  readonly model: number
  readonly saturated: number
  readonly baseline: number
}

/** @throws notDefined if the correction is not positive. */
export const robustMeasures = (
  { chiSquare, df, baseline }: CfaFit,
  {
    n,
    groups,
    traces,
    complete,
  }: {
    readonly n: number
    readonly groups: number
    readonly traces: Traces
    readonly complete: boolean
  },
): RobustFit => {
  const scalingFactor = (traces.saturated - traces.model) / df
  const baselineFactor = (traces.saturated - traces.baseline) / baseline.df
  if (!(scalingFactor > 0))
    throw notDefined({ method: 'cfa', reason: 'the robust χ² has no positive scaling factor' })
  const share = (over: number, baselineOver: number) =>
    baselineOver <= 0 ? 1 : 1 - over / Math.max(over, baselineOver)
  const root = (over: number) => Math.sqrt((over / (n * df)) * groups)
  const scaled = chiSquare / scalingFactor
  const over = Math.max(0, scaled - df)
  return {
    chiSquare: scaled,
    p: chiSquareUpper(scaled, df),
    scalingFactor,
    cfiScaled: share(over, baseline.chiSquare / baselineFactor - baseline.df),
    rmseaScaled: root(over),
    // Without all answers these would need the corrections of Zhang and Savalei (2023).
    ...(complete
      ? {
          cfi: share(scalingFactor * over, baseline.chiSquare - baselineFactor * baseline.df),
          rmsea: root(scalingFactor * over),
        }
      : {}),
  }
}

/** Standardized root mean square residual of covariances and, where they are modelled, means. */
export const srmrOf = (
  groups: readonly Group[],
  implied: readonly Moments[],
  means: 'left-out' | 'modelled',
): number => {
  const n = sumOf(groups.map((group) => group.n))
  return sumOf(
    groups.map(({ n: size, covariance, mean }, g) => {
      const model = implied[g] as Moments
      const p = mean.length
      let squares = 0
      for (let i = 0; i < p; i++)
        for (let j = 0; j <= i; j++)
          squares +=
            (covariance.get(i, j) - model.covariance.get(i, j)) ** 2 /
            (covariance.get(i, i) * covariance.get(j, j))
      if (means === 'modelled')
        for (let i = 0; i < p; i++)
          squares += ((mean[i] as number) - (model.mean[i] as number)) ** 2 / covariance.get(i, i)
      const terms = (p * (p + 1)) / 2 + (means === 'modelled' ? p : 0)
      return (size / n) * Math.sqrt(squares / terms)
    }),
  )
}

/** Jöreskog and Sörbom’s goodness of fit. */
export const gfiOf = (groups: readonly Group[], { inverses, implied }: State): number => {
  let [off, all] = [0, 0]
  groups.forEach(({ n, covariance, mean }, g) => {
    const inverse = inverses[g] as Matrix
    const ratio = inverse.mmul(covariance)
    const rest = Matrix.sub(ratio, Matrix.eye(ratio.rows))
    all += (n * ratio.mmul(ratio).trace()) / 2
    off += (n * rest.mmul(rest).trace()) / 2
    if (groups.length > 1) {
      const model = implied[g] as Moments
      const away = Matrix.columnVector(mean.map((value, i) => value - (model.mean[i] as number)))
      const means = Matrix.columnVector([...mean])
      off += n * away.transpose().mmul(inverse).mmul(away).get(0, 0)
      all += n * means.transpose().mmul(inverse).mmul(means).get(0, 0)
    }
  })
  return 1 - off / all
}
