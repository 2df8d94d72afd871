import type { Prepared } from '../prepare/prepared.ts'
import { descriptives as describe } from '../statistics/descriptives.ts'
import { centralSum, meanOf, presentIn, sumOf } from '../statistics/numbers.ts'
import { type QuantileType, quantile } from '../statistics/quantile.ts'
import { shapiroWilk } from '../statistics/shapiro-wilk.ts'
import { columnIn, spreadOf } from './columns.ts'
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
  const { values } = columnIn(data, variable)
  const present = presentIn(values)
  const found = describe(values)
  const { n: base, mean, median } = found
  const raw = quantile(
    present.map((value) => Math.abs(value - median)),
    0.5,
  )
  const quantiles = (type: QuantileType) => LEVELS.map((p) => quantile(present, p, type))
  const shapiro = shapiroWilk(present)
  return {
    n: base,
    omitted: found.missing,
    estimates: {
      n: { kind: 'count', value: base },
      missing: { kind: 'count', value: found.missing },
      mean: {
        kind: 'mean',
        value: mean,
        low: found.meanLow,
        high: found.meanHigh,
        base,
        span: spreadOf(values),
      },
      ...numbersOf(base, {
        sd: found.sd,
        variance: found.variance,
        se: found.se,
        ci95: [found.meanLow, found.meanHigh],
        median,
        mad: NORMAL * raw,
        mad_raw: raw,
        trimmed10: trimmedMean(present, 0.1),
      }),
      min: { kind: 'extreme', value: found.min, base },
      max: { kind: 'extreme', value: found.max, base },
      range: { kind: 'extreme', value: found.max - found.min, base },
      ...numbersOf(base, {
        ...shapesOf(present),
        shapiroW: shapiro?.w,
        shapiroP: shapiro?.p,
        autocorr1: autocorrelation(present),
      }),
      ...numbersOf(Math.floor(base * OUTERMOST), {
        quantiles_p: LEVELS,
        quantiles_type7: quantiles(7),
        quantiles_type6: quantiles(6),
        quantiles_type2: quantiles(2),
      }),
      ...numbersOf(Math.floor(base / 4), {
        iqr_type7: quantile(present, 0.75) - quantile(present, 0.25),
      }),
    },
    warnings: found.variance === 0 ? ['constant: no shape'] : [],
  }
}

/** Mean without the `share` of smallest and of largest values, each rounded down to whole values. */
const trimmedMean = (present: Float64Array, share: number): number => {
  const cut = Math.floor(present.length * share)
  return meanOf(
    Float64Array.from(present)
      .sort()
      .slice(cut, present.length - cut),
  )
}

const shapesOf = (present: Float64Array): Record<string, number | undefined> => {
  const n = present.length
  const m2 = centralSum(present, 2) / n
  if (!(m2 > 0) || n < 3) return {}
  const g1 = centralSum(present, 3) / n / m2 ** 1.5
  const g2 = centralSum(present, 4) / n / m2 ** 2 - 3
  return {
    skew_type1: g1,
    skew_type2: (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    skew_type3: g1 * (1 - 1 / n) ** 1.5,
    kurtosis_type1: g2,
    kurtosis_type2: n < 4 ? undefined : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6),
    kurtosis_type3: (g2 + 3) * (1 - 1 / n) ** 2 - 3,
  }
}

const autocorrelation = (present: Float64Array): number | undefined => {
  const mean = meanOf(present)
  const deviations = present.map((value) => value - mean)
  const squares = sumOf(deviations.map((value) => value * value))
  return squares > 0
    ? sumOf(deviations.slice(1).map((value, i) => value * (deviations[i] as number))) / squares
    : undefined
}
