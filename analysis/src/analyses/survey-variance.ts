import { notDefined } from '../problems.ts'
import { designCovariance, surveyVariance } from '../statistics/survey-design.ts'
import { estimatesOf } from './estimates-of.ts'
import { Columns } from './fields.ts'
import { defineMethod } from './method.ts'
import { surveyFields } from './survey-fields.ts'
import { placeOf } from './survey-place.ts'

/** Variance of a variable in the population, from a complex sample. */
export const surveyVarianceMethod = defineMethod({
  id: 'survey-variance',
  about:
    'Variance of a variable in the population, from a complex sample, with its standard error. Design and domain as in `survey-mean`.',
  source: 'Lumley (2010), Complex Surveys, ch. 2.',
  estimates: '`variance_v.est`, `variance_v.se`',
  fields: { ...surveyFields, variables: Columns },
  example: { variables: ['hours'], design: { weight: 'w', strata: 'stratum' } },
  run: (line, data) => {
    const method = 'survey-variance'
    const found = line.variables.map((name) => {
      const { design, column, present, rows } = placeOf(line, name, data, method)
      if (rows.length < 2) throw notDefined({ method, reason: `${name} has one value only` })
      const { value, influence } = surveyVariance(column.values, design, present)
      const se = Math.sqrt(designCovariance([influence], design, method, present)[0]?.[0] as number)
      return {
        n: rows.length,
        estimates: estimatesOf({ [`variance_${name}`]: { est: value, se } }, rows.length),
      }
    })
    const n = Math.min(...found.map((entry) => entry.n))
    return {
      n,
      omitted: data.n - n,
      estimates: Object.assign({}, ...found.map(({ estimates }) => estimates)),
      warnings: [],
    }
  },
})
