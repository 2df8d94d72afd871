import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import type { Estimate } from '../result.ts'
import {
  designCovariance,
  designDegrees,
  surveyTotal,
  surveyVariance,
} from '../statistics/survey-design.ts'
import { columnIn } from './columns.ts'
import { Columns } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { levelOf } from './model-terms.ts'
import { rarestOf } from './rarest.ts'
import { designEstimates, intervalOf, surveyFields, surveyOf } from './survey-fields.ts'

const fields = { ...surveyFields, variables: Columns }
type Line = LineOf<typeof fields>

/** Totals of a complex sample. */
export const surveyTotalMethod = defineMethod({
  id: 'survey-total',
  about:
    'Weighted totals of a complex sample with standard errors by Taylor linearisation, each variable over those who have a value. A text column gives the number of units of each of its values. Design and domain as in `survey-mean`.',
  source:
    'Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, ch. 3; Lumley (2010), Complex Surveys, ch. 2.',
  estimates:
    '`degf`, `sum_weights`, `kish_deff`; `total_v.est`, `total_v.se`, `total_v.deff`, `total_v.ci95` and `total_v.ci95_t` (lists), `total_v.cv`; of a text column `total_vLevel.est` …',
  fields,
  example: { variables: ['enrolled'], design: { weight: 'w', strata: 'stratum', fpc: 'units' } },
  run: (line, data) => runSurveyTotal(line, data),
})

const runSurveyTotal = (line: Line, data: Prepared): Found => {
  const method = 'survey-total'
  const survey = surveyOf(line, data, method)
  const { design } = survey
  const estimates: Record<string, Estimate> = {}
  let fewest = data.n
  for (const name of line.variables) {
    const column = columnIn(data, name)
    const inside = (row: number) => survey.inside(row) && !Number.isNaN(column.values[row])
    const n = column.values.filter((_, row) => inside(row)).length
    if (n === 0) throw notDefined({ method, reason: `nobody in the domain has a value of ${name}` })
    fewest = Math.min(fewest, n)
    const codes = [...new Set(column.values.filter((_, row) => inside(row)))].sort((a, b) => a - b)
    const parts =
      column.levels === undefined
        ? [{ name, values: column.values }]
        : codes.map((code) => ({
            name: `${name}${levelOf(column, code)}`,
            values: column.values.map((value) => Number(value === code)),
          }))
    const df = designDegrees(design, inside)
    for (const part of parts) {
      const base = rarestOf(part.values, inside)
      const { value, influence } = surveyTotal(part.values, design, inside)
      const variance = designCovariance([influence], design, method, inside)[0]?.[0] as number
      const se = Math.sqrt(variance)
      const units = design.weights.reduce((sum, weight, row) => sum + (inside(row) ? weight : 0), 0)
      const weighed = column.values.filter((_, row) => inside(row) && design.weights[row] !== 0)
      const drawn = weighed.length
      const simple =
        (surveyVariance(part.values, design, inside).value * units * (units - drawn)) / drawn
      const coefficient = (number: number): Estimate => ({
        kind: 'coefficient',
        value: number,
        base,
      })
      const list = (values: readonly number[]): Estimate => ({ kind: 'list', values, base })
      Object.assign(estimates, {
        [`total_${part.name}.est`]: coefficient(value),
        [`total_${part.name}.se`]: coefficient(se),
        ...(value === 0 ? {} : { [`total_${part.name}.cv`]: coefficient(se / Math.abs(value)) }),
        ...(units > drawn && simple > 0
          ? { [`total_${part.name}.deff`]: coefficient(variance / simple) }
          : {}),
        [`total_${part.name}.ci95`]: list(intervalOf(value, se)),
        ...(df > 0 ? { [`total_${part.name}.ci95_t`]: list(intervalOf(value, se, df)) } : {}),
      })
    }
  }
  return {
    n: fewest,
    omitted: data.n - fewest,
    estimates: { ...designEstimates(survey, fewest), ...estimates },
    warnings: [],
  }
}
