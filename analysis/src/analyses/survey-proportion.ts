import * as z from 'zod'
import { betaQuantile } from '../numerics/beta-quantile.ts'
import { tUpperQuantile } from '../numerics/distributions.ts'
import { designCovariance, designDegrees, surveyMean } from '../statistics/survey-design.ts'
import { estimatesOf } from './estimates-of.ts'
import { Code, ColumnName } from './fields.ts'
import { defineMethod } from './method.ts'
import { codeOf } from './model-terms.ts'
import { rarestOf } from './rarest.ts'
import { surveyFields } from './survey-fields.ts'
import { placeOf } from './survey-place.ts'

/** A share in a complex sample. */
export const surveyProportion = defineMethod({
  id: 'survey-proportion',
  about:
    'Share of those with one of the codes in a complex sample, with intervals that stay between 0 and 1: by the logit and by the beta distribution at the effective sample size. Design and domain as in `survey-mean`.',
  source:
    'Korn & Graubard (1998), Survey Methodology 24, 193–201; Lumley (2010), Complex Surveys, ch. 2.',
  estimates: '`prop_v.est`, `prop_v.se`, lists `prop_v.logit_ci`, `prop_v.beta_ci`',
  fields: { ...surveyFields, variable: ColumnName, values: z.array(Code).min(1) },
  example: { variable: 'any_club', values: [1], design: { weight: 'w', strata: 'stratum' } },
  run: (line, data) => {
    const method = 'survey-proportion'
    const { design, column, present, rows } = placeOf(line, line.variable, data, method)
    const codes = new Set(line.values.map((code) => codeOf(column, code)))
    const indicator = column.values.map((code) => Number(codes.has(code)))
    const { value, influence } = surveyMean(indicator, design, present)
    const variance = designCovariance([influence], design, method, present)[0]?.[0] as number
    const df = designDegrees(design, present)
    const se = Math.sqrt(variance)
    const sure = value > 0 && value < 1 && df > 0 && variance > 0
    const t = sure ? tUpperQuantile(0.025, df) : Number.NaN
    const logit = Math.log(value / (1 - value))
    const reach = (t * se) / (value * (1 - value))
    const expit = (x: number) => 1 / (1 + Math.exp(-x))
    const n = sure
      ? ((value * (1 - value)) / variance) * (tUpperQuantile(0.025, rows.length - 1) / t) ** 2
      : Number.NaN
    return {
      n: rows.length,
      omitted: data.n - rows.length,
      estimates: estimatesOf(
        {
          [`prop_${line.variable}`]: {
            est: value,
            se,
            ...(sure
              ? {
                  logit_ci: [expit(logit - reach), expit(logit + reach)],
                  beta_ci: [
                    betaQuantile(0.025, n * value, n * (1 - value) + 1),
                    betaQuantile(0.975, n * value + 1, n * (1 - value)),
                  ],
                }
              : {}),
          },
        },
        rarestOf(indicator, present),
      ),
      warnings: sure ? [] : ['the share has no variance, so there is no interval'],
    }
  },
})
