import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { rake } from '../statistics/rake.ts'
import { trimStrictly } from '../statistics/trim-strictly.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { baseDesign, diagnosticsOf, MarginPlan, marginOf, weightingFields } from './weighting.ts'

const fields = {
  design: weightingFields.design,
  /** Raked to these margins before trimming. */
  margins: z.array(MarginPlan).default([]),
  low: z.number().min(0).default(0),
  high: z.number().positive(),
  /** `weight`: bounds are weights; `mean`: bounds are multiples of the mean weight. */
  unit: z.enum(['weight', 'mean']).default('weight'),
  /** Again until all are inside; else once. */
  strict: z.boolean().default(true),
}
type Line = LineOf<typeof fields>

/** Trimmed weights. */
export const weightsTrim = defineMethod({
  id: 'weights-trim',
  about:
    'Weights trimmed to bounds; what is cut is spread evenly over the weights inside, again until all are inside, so that the sum stays the same.',
  source:
    'Potter (1990), Proceedings of the Survey Research Methods Section, ASA, 225–230; Lumley (2010), Complex Surveys, ch. 7.',
  estimates:
    '`weights` (list), `trimmed`, `diagnostics.n`, `.kish_deff`, `.n_eff`, `.cv`, `.min`, `.max`, `.ratio_max_median`, `.sum`',
  fields,
  example: { design: { weight: 'w' }, low: 0.3, high: 3, unit: 'mean' },
  faults: ({ low, high }) =>
    low < high
      ? []
      : [{ path: 'low', message: 'the bounds leave nothing', remedy: 'give a "low" below "high"' }],
  run: (line, data) => runTrim(line, data),
})

const runTrim = (line: Line, data: Prepared): Found => {
  const method = 'weights-trim'
  const around = { ...line, lonely: 'fail' as const, means: [], totals: [], shares: [] }
  const { weights: base } = baseDesign(around, data, method)
  const weights =
    line.margins.length === 0
      ? base
      : rake(
          base,
          line.margins.map((margin) => {
            const { column, sizes } = marginOf(margin, data, method)
            return { name: column.name, categories: column.values, population: sizes }
          }),
        )
  const unit =
    line.unit === 'mean' ? weights.reduce((sum, weight) => sum + weight, 0) / weights.length : 1
  const [low, high] = [line.low * unit, line.high * unit]
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  if (mean < low || mean > high)
    throw notDefined({ method, reason: `the mean weight ${mean} is outside the bounds` })
  const found = trimStrictly(weights, { low, high, strict: line.strict })
  return {
    n: data.n,
    omitted: 0,
    estimates: {
      weights: { kind: 'list', values: [...found.weights], base: 1 },
      trimmed: { kind: 'count', value: found.trimmed },
      ...diagnosticsOf(found.weights),
    },
    warnings: [],
  }
}
