import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate } from '../result.ts'
import { designCovariance, surveyRatio } from '../statistics/survey-design.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'
import { columnIn } from './columns.ts'
import { Columns } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { surveyOf } from './survey-fields.ts'

const fields = {
  shares: z
    .array(
      z.strictObject({
        /** Name of the estimate. */
        name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/),
        /** One column a member, e.g. `child_club_1` … `child_club_6`. */
        columns: Columns,
        /** Codes of the members counted. */
        values: z.array(z.number()).min(1),
        /** Codes of the members asked; without it every code that is not missing. */
        among: z.array(z.number()).min(1).optional(),
      }),
    )
    .min(1),
}
type Line = LineOf<typeof fields>

/** Shares of members (children) whom respondents report on, clustered by respondent. */
export const rosterShares = defineMethod({
  id: 'roster-shares',
  about:
    'Weighted share of the members of households, e.g. children, one column a member: ratio of two totals with the household as cluster (Taylor), and Wilson’s interval at the sample size p(1 − p)/se² that this variance is worth. Disclosure control counts households, not members.',
  source:
    'Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, ch. 5.6; Korn & Graubard (1998), Survey Methodology 24, 193–201, for the effective sample size.',
  estimates: '`name`',
  fields,
  example: {
    shares: [{ name: 'club', columns: ['child_club_1', 'child_club_2'], values: [1] }],
  },
  run: (line, data) => runRosterShares(line, data),
})

const runRosterShares = ({ shares }: Line, data: Prepared): Found => {
  const estimates: Record<string, Estimate> = {}
  const warnings: string[] = []
  let fewest = data.n
  for (const share of shares) {
    const estimate = shareOf(share, data)
    if (estimate === undefined) {
      warnings.push(`${share.name}: no member has a value`)
      continue
    }
    estimates[share.name] = estimate
    fewest = Math.min(fewest, estimate.base)
  }
  return { n: data.n, omitted: data.n - fewest, estimates, warnings }
}

const shareOf = ({ columns, values, among }: Line['shares'][number], data: Prepared) => {
  const members = columns.map((name) => columnIn(data, name))
  const rows = Array.from({ length: data.n }, (_, row) => {
    const codes = members
      .map(({ values: of }) => of[row] as number)
      .filter((code) => !Number.isNaN(code) && (among?.includes(code) ?? true))
    return { asked: codes.length, counted: codes.filter((code) => values.includes(code)).length }
  })
  const base = rows.filter(({ asked }) => asked > 0).length
  if (base === 0) return undefined
  const { design } = surveyOf({ lonely: 'adjust' }, data, 'roster-shares')
  const { value, influence } = surveyRatio(
    Float64Array.from(rows, ({ counted }) => counted),
    Float64Array.from(rows, ({ asked }) => asked),
    design,
    () => true,
  )
  const variance = designCovariance([influence], design, 'roster-shares')[0]?.[0] ?? 0
  const nEff = variance > 0 ? (value * (1 - value)) / variance : base
  const [low, high] = wilsonInterval(value, nEff)
  // The rarer side decides what is hidden: households with one counted, or with one not counted.
  const having = rows.filter(({ counted }) => counted > 0).length
  const lacking = rows.filter(({ asked, counted }) => counted < asked).length
  return {
    kind: 'share' as const,
    value,
    low,
    high,
    base,
    count: having <= lacking ? having : base - lacking,
    sensitive: members.some(({ sensitive }) => sensitive),
  }
}
