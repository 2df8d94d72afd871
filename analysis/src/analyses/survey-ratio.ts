import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { designCovariance, designDegrees, surveyRatio } from '../statistics/survey-design.ts'
import { columnIn } from './columns.ts'
import { estimatesOf } from './estimates-of.ts'
import { ColumnName } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { designEstimates, intervalOf, surveyFields, surveyOf } from './survey-fields.ts'

const fields = { ...surveyFields, numerator: ColumnName, denominator: ColumnName }
type Line = LineOf<typeof fields>

/** Ratio of two totals of a complex sample. */
export const surveyRatioMethod = defineMethod({
  id: 'survey-ratio',
  about:
    'Ratio of two weighted totals of a complex sample with its standard error by Taylor linearisation. Design and domain as in `survey-mean`.',
  source:
    'Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, ch. 5.6; Lumley (2010), Complex Surveys, ch. 2.',
  estimates:
    '`ratio.est`, `ratio.se`, `ratio.ci95` and `ratio.ci95_t` (lists), `degf`, `sum_weights`, `kish_deff`',
  fields,
  example: { numerator: 'hours', denominator: 'contract', design: { weight: 'w', cluster: 'psu' } },
  run: (line, data) => runSurveyRatio(line, data),
})

const runSurveyRatio = (line: Line, data: Prepared): Found => {
  const method = 'survey-ratio'
  const survey = surveyOf(line, data, method)
  const { design } = survey
  const above = columnIn(data, line.numerator).values
  const below = columnIn(data, line.denominator).values
  const inside = (row: number) =>
    survey.inside(row) && !Number.isNaN(above[row]) && !Number.isNaN(below[row])
  const n = above.filter((_, row) => inside(row)).length
  if (n === 0) throw notDefined({ method, reason: 'nobody in the domain has both values' })
  const { value, influence } = surveyRatio(above, below, design, inside)
  if (!Number.isFinite(value))
    throw notDefined({ method, reason: `the total of ${line.denominator} is 0` })
  const se = Math.sqrt(designCovariance([influence], design, method, inside)[0]?.[0] as number)
  const df = designDegrees(design, inside)
  return {
    n,
    omitted: data.n - n,
    estimates: {
      ...designEstimates({ design, inside }, n),
      ...estimatesOf(
        {
          ratio: {
            est: value,
            se,
            ci95: intervalOf(value, se),
            ...(df > 0 ? { ci95_t: intervalOf(value, se, df) } : {}),
          },
        },
        n,
      ),
    },
    warnings: [],
  }
}
