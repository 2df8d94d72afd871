import { tTwoSided, tUpperQuantile } from '../numerics/distributions.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { designCovariance, designDegrees, surveyMean } from '../statistics/survey-design.ts'
import { columnIn } from './columns.ts'
import { estimatesOf } from './estimates-of.ts'
import { ColumnName } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { eventOutcome, levelOf } from './model-terms.ts'
import { surveyFields, surveyOf } from './survey-fields.ts'

const fields = { ...surveyFields, variable: ColumnName, group: ColumnName }
type Line = LineOf<typeof fields>

/** Difference of two means in a complex sample. */
export const surveyTtest = defineMethod({
  id: 'survey-ttest',
  about:
    'Difference of the means of two groups (the second value minus the first) in a complex sample, with t on degrees of freedom of the design minus one. Design and domain as in `survey-mean`.',
  source: 'Lumley (2010), Complex Surveys, ch. 2.',
  estimates: '`ttest.est`, `ttest.se`, `ttest.t`, `ttest.df`, `ttest.p`, `ttest.ci95` (list)',
  fields,
  example: { variable: 'NET_100', group: 'single', design: { weight: 'w', strata: 'stratum' } },
  run: (line, data) => runSurveyTtest(line, data),
})

const runSurveyTtest = (line: Line, data: Prepared): Found => {
  const method = 'survey-ttest'
  const { design, inside } = surveyOf(line, data, method)
  const { values } = columnIn(data, line.variable)
  const group = columnIn(data, line.group)
  const second = eventOutcome(group, undefined, method)
  const present = (row: number) =>
    inside(row) &&
    design.weights[row] !== 0 &&
    !Number.isNaN(values[row]) &&
    !Number.isNaN(second[row])
  const sides = [0, 1].map((side) => (row: number) => present(row) && second[row] === side)
  const bases = sides.map((of) => values.filter((_, row) => of(row)).length)
  const empty = bases.indexOf(0)
  if (empty >= 0) {
    const codes = [...new Set(group.values)]
      .filter((code) => !Number.isNaN(code))
      .sort((a, b) => a - b)
    throw notDefined({
      method,
      reason: `nobody in group ${levelOf(group, codes[empty] as number)} has a value`,
    })
  }
  const [first, other] = sides.map((of) => surveyMean(values, design, of)) as [
    ReturnType<typeof surveyMean>,
    ReturnType<typeof surveyMean>,
  ]
  const est = other.value - first.value
  const influence = other.influence.map((value, row) => value - (first.influence[row] as number))
  const se = Math.sqrt(designCovariance([influence], design, method, present)[0]?.[0] as number)
  const df = designDegrees(design, present) - 1
  if (df < 1 || se === 0)
    throw notDefined({ method, reason: 'the design has no variance to test against' })
  const reach = tUpperQuantile(0.025, df) * se
  return {
    n: (bases[0] as number) + (bases[1] as number),
    omitted: data.n - (bases[0] as number) - (bases[1] as number),
    estimates: estimatesOf(
      {
        ttest: {
          est,
          se,
          t: est / se,
          df,
          p: tTwoSided(est / se, df),
          ci95: [est - reach, est + reach],
        },
      },
      Math.min(...bases),
    ),
    warnings: [],
  }
}
