import type { Crew } from '../columns/crew.ts'
import { type Distribution, mappedDistribution } from '../columns/distribution.ts'
import { neighbours } from '../columns/neighbours.ts'
import type { Column, Prepared } from '../prepare/prepared.ts'
import { descriptives as describe } from '../statistics/descriptives.ts'
import {
  centralSumBy,
  expanded,
  meanBy,
  trimmedMeanBy,
} from '../statistics/distribution-moments.ts'
import { presentIn, sumOf } from '../statistics/numbers.ts'
import { type QuantileType, quantileBy } from '../statistics/quantile.ts'
import { SHAPIRO_MOST, shapiroWilk } from '../statistics/shapiro-wilk.ts'
import { columnIn, distributionIn } from './columns.ts'
import { eachVariable, oneOrMore, oneOrMoreFaults } from './each-variable.ts'
import type { Found } from './found.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'

const LEVELS = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
/** Respondents beyond the outermost quantile are what disclosure control looks at: with few of them it is one's answer. */
const OUTERMOST = 0.05
/** Makes the median of absolute deviations an estimate of the standard deviation of normal values. */
const NORMAL = 1.4826

/** Unweighted description of each variable. */
export const descriptives = defineMethod({
  id: 'descriptives',
  about:
    'Location, spread and shape of a variable, unweighted; missing values are counted and left out. Skewness and excess kurtosis in types 1 (moments), 2 (SPSS, SAS) and 3 (Minitab), quantiles in types 7 (R), 6 (SPSS) and 2 (SAS), mean without a tenth at each end, lag-1 autocorrelation in the order of the file, normality by Shapiro and Wilk.',
  source:
    'Joanes & Gill (1998), The Statistician 47, 183–189; Hyndman & Fan (1996), The American Statistician 50, 361–365; Royston (1995), Applied Statistics 44, 547–551.',
  estimates:
    '`n`, `missing`, `mean`, `sd`, `variance`, `se`, `ci95`, `median`, `mad`, `mad_raw`, `trimmed10`, `min`, `max`, `range`, `skew_type1` … `3`, `kurtosis_type1` … `3`, `quantiles_p`, `quantiles_type7`, `quantiles_type6`, `quantiles_type2`, `iqr_type7`, `shapiroW`, `shapiroP`, `autocorr1`',
  fields: oneOrMore,
  example: { variables: ['rating', 'complaints'] },
  faults: oneOrMoreFaults,
  run: (line, data) => eachVariable(line, data, (variable) => describeOne(variable, data)),
})

const describeOne = (variable: string, data: Prepared): Found => {
  const column = columnIn(data, variable)
  const distribution = distributionIn(column)
  const found = describe(distribution)
  const { n: base, mean, median } = found
  const raw = quantileBy(
    mappedDistribution(distribution, (value) => Math.abs(value - median)),
    0.5,
  )
  const quantiles = (type: QuantileType) => LEVELS.map((p) => quantileBy(distribution, p, type))
  const shapiro = base <= SHAPIRO_MOST ? shapiroWilk(expanded(distribution)) : undefined
  return {
    n: base,
    omitted: data.n - base,
    estimates: {
      n: { kind: 'count', value: base },
      missing: { kind: 'count', value: data.n - base },
      mean: {
        kind: 'mean',
        value: mean,
        low: found.meanLow,
        high: found.meanHigh,
        base,
        span: found.max > found.min ? found.max - found.min : 1,
      },
      ...numbersOf(base, {
        sd: found.sd,
        variance: found.variance,
        se: found.se,
        ci95: [found.meanLow, found.meanHigh],
        median,
        mad: NORMAL * raw,
        mad_raw: raw,
        trimmed10: trimmedMeanBy(distribution, 0.1),
      }),
      min: { kind: 'extreme', value: found.min, base },
      max: { kind: 'extreme', value: found.max, base },
      range: { kind: 'extreme', value: found.max - found.min, base },
      ...numbersOf(base, {
        ...shapesOf(distribution),
        shapiroW: shapiro?.w,
        shapiroP: shapiro?.p,
        autocorr1: autocorrelation(column, distribution, data.crew),
      }),
      ...numbersOf(Math.floor(base * OUTERMOST), {
        quantiles_p: LEVELS,
        quantiles_type7: quantiles(7),
        quantiles_type6: quantiles(6),
        quantiles_type2: quantiles(2),
      }),
      ...numbersOf(Math.floor(base / 4), {
        iqr_type7: quantileBy(distribution, 0.75) - quantileBy(distribution, 0.25),
      }),
    },
    warnings: found.variance === 0 ? ['constant: no shape'] : [],
  }
}

const shapesOf = (distribution: Distribution): Record<string, number | undefined> => {
  const { n } = distribution
  const m2 = centralSumBy(distribution, 2) / n
  if (!(m2 > 0) || n < 3) return {}
  const g1 = centralSumBy(distribution, 3) / n / m2 ** 1.5
  const g2 = centralSumBy(distribution, 4) / n / m2 ** 2 - 3
  return {
    skew_type1: g1,
    skew_type2: (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    skew_type3: g1 * (1 - 1 / n) ** 1.5,
    kurtosis_type1: g2,
    kurtosis_type2: n < 4 ? undefined : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6),
    kurtosis_type3: (g2 + 3) * (1 - 1 / n) ** 2 - 3,
  }
}

/** Lag-1 autocorrelation of the values that are there, in the order of the file. */
const autocorrelation = (
  column: Column,
  distribution: Distribution,
  crew: Crew,
): number | undefined => {
  const mean = meanBy(distribution)
  const squares = centralSumBy(distribution, 2)
  if (!(squares > 0)) return undefined
  return neighbourProducts(column, mean, crew) / squares
}

/** Σ of products of deviations that follow each other. */
const neighbourProducts = (column: Column, mean: number, crew: Crew): number => {
  const steps = column.coded?.steps.map((value) => value - mean)
  const counts = column.coded && neighbours(column.coded, crew)
  if (steps !== undefined && counts !== undefined)
    return sumOf(
      counts.map((count, cell) => {
        const [before, after] = [Math.floor(cell / steps.length), cell % steps.length]
        return count * (steps[before] as number) * (steps[after] as number)
      }),
    )
  const deviations = presentIn(column.values).map((value) => value - mean)
  return sumOf(deviations.slice(1).map((value, i) => value * (deviations[i] as number)))
}
