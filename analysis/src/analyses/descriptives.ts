import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate } from '../result.ts'
import { descriptives as describe } from '../statistics/descriptives.ts'
import { columnIn, spreadOf } from './columns.ts'
import { eachVariable, oneOrMore, oneOrMoreFaults } from './each-variable.ts'
import type { Found } from './found.ts'
import { defineMethod } from './method.ts'

/** Unweighted description of each variable. */
export const descriptives = defineMethod({
  id: 'descriptives',
  about:
    'Location, spread and shape of a variable, unweighted. Quantiles by Hyndman and Fan (types 7, 6, 2), skewness and excess kurtosis by types 1, 2, 3; normality by Shapiro and Wilk.',
  source:
    'Hyndman & Fan (1996), The American Statistician 50, 361–365; Joanes & Gill (1998), The Statistician 47, 183–189; Royston (1995), Applied Statistics 44, 547–551.',
  estimates:
    '`n`, `missing`, `mean`, `sd`, `variance`, `se`, `median`, `q25`, `q75`, `skewness`, `kurtosis`, `min`, `max`',
  fields: oneOrMore,
  example: { variables: ['rating', 'complaints'] },
  faults: oneOrMoreFaults,
  run: (line, data) => eachVariable(line, data, (variable) => describeOne(variable, data)),
})

const describeOne = (variable: string, data: Prepared): Found => {
  const { values } = columnIn(data, variable)
  const found = describe(values)
  const base = found.n
  const coefficient = (value: number): Estimate => ({ kind: 'coefficient', value, base })
  return {
    n: base,
    omitted: found.missing,
    estimates: {
      n: { kind: 'count', value: base },
      missing: { kind: 'count', value: found.missing },
      mean: {
        kind: 'mean',
        value: found.mean,
        low: found.meanLow,
        high: found.meanHigh,
        base,
        span: spreadOf(values),
      },
      ...Object.fromEntries(
        (['sd', 'variance', 'se', 'median', 'q25', 'q75'] as const).map((name) => [
          name,
          coefficient(found[name]),
        ]),
      ),
      ...(found.skewness === undefined ? {} : { skewness: coefficient(found.skewness) }),
      ...(found.kurtosis === undefined ? {} : { kurtosis: coefficient(found.kurtosis) }),
      min: { kind: 'extreme', value: found.min, base },
      max: { kind: 'extreme', value: found.max, base },
    },
    warnings: [],
  }
}
