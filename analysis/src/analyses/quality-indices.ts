import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate } from '../result.ts'
import { Columns } from './fields.ts'
import type { Found } from './found.ts'
import type { Given } from './method.ts'
import { defineMethod } from './method.ts'
import { batteriesOf, flagKinds, flagsAt, indicesOf, type QualityLine } from './quality-flags.ts'

/** Marks of careless answering, respondent by respondent. Nobody is left out because of them. */
export const qualityIndices = defineMethod({
  id: 'quality-indices',
  about:
    'By respondent, over batteries in the order of presentation: longest string and straightlining (raw codes), variability, even–odd consistency and Mahalanobis distance (turned codes), relative speed by page times, share of unanswered items, contradictions. A flag is written, nobody is excluded. Flags: longstring from two whole batteries on; MIR 1 in half of the batteries; SPV 0 in all; the lowest 5 % of the root of pairs; IRV under 0.3 or in the lowest 2 %; even–odd under .30; p < .001; relative speed over 2; total time under half the median and under 3 s an item; over half unanswered; two contradictions. `two_or_more` counts flags of different kinds (straightlining is one kind).',
  source:
    'Meade & Craig (2012), Psychological Methods 17, 437–455; Curran (2016), Journal of Experimental Social Psychology 66, 4–19; Leiner (2019), Survey Research Methods 13, 229–248; index set as in the R package careless.',
  estimates:
    'lists with a value a respondent, never published: `longstring`, `mir`, `spv`, `root_of_pairs`, `irv`, `even_odd`, `mahalanobis`, `mahalanobis_p`, `speed_index`, `total_time`, `missing_share`, `contradictions`, `flags`; counts `flagged.<index>` and `flagged.two_or_more`',
  fields: {
    /** Names of scales of the plan, in the order of presentation. */
    scales: z.array(z.string().min(1)).min(1).optional(),
    /** Or batteries given here. */
    batteries: z
      .array(
        z.strictObject({
          items: Columns.min(2),
          reversed: Columns.optional(),
          min: z.number(),
          max: z.number(),
        }),
      )
      .min(1)
      .optional(),
    /** Columns with the seconds on each page; empty for paper and phone. */
    pageTimes: Columns.optional(),
    /** Columns (derived variables) that are 1 for a contradiction. */
    contradictions: Columns.optional(),
  },
  example: {
    batteries: [{ items: ['tru_1', 'tru_2', 'tru_3'], reversed: ['tru_3'], min: 1, max: 5 }],
  },
  faults: ({ scales, batteries }) =>
    (scales === undefined) === (batteries === undefined)
      ? [
          {
            path: '',
            message: 'one description of the batteries, not two and not none',
            remedy: 'give "scales" (names) or "batteries"',
          },
        ]
      : [],
  run: (line, data, given): Found => found(line, data, given),
})
const found = (line: QualityLine, data: Prepared, given: Given): Found => {
  const batteries = batteriesOf(line, given)
  const { indices, others, warnings } = indicesOf(line, batteries, data)
  const rows = Array.from({ length: data.n }, (_, row) => row)
  const kinds = flagKinds(indices, data.n)
  const counted = Object.entries(indices).map(([name, { values, isFlag }]): [string, Estimate] => [
    `flagged.${name}`,
    {
      kind: 'count',
      value: values.filter((value) => !Number.isNaN(value) && isFlag(value)).length,
    },
  ])
  return {
    n: data.n,
    omitted: 0,
    estimates: {
      ...Object.fromEntries(
        [
          ...Object.entries(indices).map(([name, { values }]) => [name, values] as const),
          ...Object.entries(others),
          ['flags', Float64Array.from(rows, (row) => flagsAt(indices, row).length)] as const,
        ].map(([name, values]) => [name, persons(values)]),
      ),
      ...Object.fromEntries(counted),
      'flagged.two_or_more': { kind: 'count', value: kinds.filter((count) => count > 1).length },
    },
    warnings,
  }
}

/** The values of single persons: no base is large enough to publish them. */
const persons = (values: Float64Array): Estimate => ({
  kind: 'list',
  values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
  base: 1,
})
