import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import { turnedItems } from '../prepare/scale-scores.ts'
import type { Estimate } from '../result.ts'
import { meanOf, presentIn, sumOf } from '../statistics/numbers.ts'
import {
  evenOddConsistency,
  LEAST_SCALES,
  longestString,
  mahalanobisDistances,
  maximumIdentical,
  meanRootOfPairs,
  relativeSpeeds,
  responseVariability,
  scalePointVariation,
} from '../statistics/quality-indices.ts'
import { quantile } from '../statistics/quantile.ts'
import { valuesOf } from './correlations-of.ts'
import { Columns } from './fields.ts'
import type { Found } from './found.ts'
import type { Given } from './method.ts'
import { defineMethod } from './method.ts'

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
type Line = {
  readonly scales?: readonly string[] | undefined
  readonly batteries?:
    | readonly {
        readonly items: string[]
        readonly reversed?: string[] | undefined
        readonly min: number
        readonly max: number
      }[]
    | undefined
  readonly pageTimes?: readonly string[] | undefined
  readonly contradictions?: readonly string[] | undefined
}

type Index = {
  readonly values: Float64Array
  readonly isFlag: (value: number) => boolean
  readonly kind:
    | 'straightlining'
    | 'consistency'
    | 'distance'
    | 'speed'
    | 'missing'
    | 'contradiction'
}

const found = (line: Line, data: Prepared, given: Given): Found => {
  const batteries = batteriesOf(line, given)
  const { indices, others, warnings } = indicesOf(line, batteries, data)
  const flagsAt = (row: number) =>
    Object.values(indices).filter(({ values, isFlag }) => {
      const value = values[row] as number
      return !Number.isNaN(value) && isFlag(value)
    })
  const rows = Array.from({ length: data.n }, (_, row) => row)
  const kinds = rows.map((row) => new Set(flagsAt(row).map(({ kind }) => kind)).size)
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
          ['flags', Float64Array.from(rows, (row) => flagsAt(row).length)] as const,
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

type Battery = {
  readonly items: string[]
  readonly reversed: string[]
  readonly min: number
  readonly max: number
}

const batteriesOf = ({ scales, batteries }: Line, given: Given): readonly Battery[] =>
  batteries?.map(({ items, reversed = [], min, max }) => ({ items, reversed, min, max })) ??
  (scales ?? []).flatMap((name) => given.scales.filter((scale) => scale.name === name))

const indicesOf = (line: Line, batteries: readonly Battery[], data: Prepared) => {
  const raw = batteries.map(({ items }) => valuesOf(items, data))
  const turned = batteries.map((battery) => turnedItems(battery, data.columns))
  const answersIn = (columns: readonly Float64Array[], row: number) =>
    columns.map((column) => column[row] as number)
  const byRow = (of: (row: number) => number | undefined) =>
    Float64Array.from({ length: data.n }, (_, row) => of(row) ?? Number.NaN)
  const over = (
    index: (answers: readonly number[]) => number | undefined,
    join: (values: readonly number[]) => number,
  ) =>
    byRow((row) => {
      const values = raw.flatMap((columns) => index(answersIn(columns, row)) ?? [])
      return values.length === 0 ? undefined : join(values)
    })
  const items = raw.flat()
  const warnings: string[] = []
  const same = over(maximumIdentical, (values) => values.filter((value) => value === 1).length)
  const rootOfPairs = over(meanRootOfPairs, meanOf)
  const irv = byRow((row) => responseVariability(answersIn(items, row)))
  const twoBatteries = Math.max(
    ...batteries.map(
      ({ items: own }, i) =>
        own.length + (batteries[i + 1] ?? batteries[i - 1] ?? { items: own }).items.length,
    ),
  )
  const lowRoot = lowestOf(rootOfPairs, 0.05)
  const lowVariability = lowestOf(irv, 0.02)
  const indices: Record<string, Index> = {
    longstring: {
      values: byRow((row) => longestString(runsOf(batteries, raw, row)) || undefined),
      isFlag: (value) => value >= twoBatteries,
      kind: 'straightlining',
    },
    identical_batteries: {
      values: same,
      isFlag: (value) => value >= Math.max(1, batteries.length / 2),
      kind: 'straightlining',
    },
    spv: {
      values: over(scalePointVariation, meanOf),
      isFlag: (value) => value === 0,
      kind: 'straightlining',
    },
    root_of_pairs: {
      values: rootOfPairs,
      isFlag: (value) => value < lowRoot,
      kind: 'straightlining',
    },
    irv: {
      values: irv,
      isFlag: (value) => value < Math.max(0.3, lowVariability),
      kind: 'straightlining',
    },
    missing_share: {
      values: byRow((row) => answersIn(items, row).filter(Number.isNaN).length / items.length),
      isFlag: (value) => value > 0.5,
      kind: 'missing',
    },
  }
  const others: Record<string, Float64Array> = { mir: over(maximumIdentical, meanOf) }
  if (batteries.every(({ reversed }) => reversed.length === 0))
    warnings.push(
      'longstring: no battery has a reversed item, the same answer everywhere may be true',
    )
  if (batteries.length < LEAST_SCALES) warnings.push('even_odd: needs six scales or more')
  else
    indices.even_odd = {
      values: byRow((row) => evenOddConsistency(turned.map((columns) => answersIn(columns, row)))),
      isFlag: (value) => value < 0.3,
      kind: 'consistency',
    }
  const distances = mahalanobisDistances(turned.flat())
  if ('reason' in distances) warnings.push(`mahalanobis: ${distances.reason}`)
  else {
    others.mahalanobis = distances.squared
    indices.mahalanobis_p = { values: distances.p, isFlag: (p) => p < 0.001, kind: 'distance' }
  }
  if (line.pageTimes !== undefined)
    addSpeed(indices, { pages: valuesOf(line.pageTimes, data), items: items.length, warnings })
  if (line.contradictions !== undefined) {
    const columns = valuesOf(line.contradictions, data)
    indices.contradictions = {
      values: byRow((row) => answersIn(columns, row).filter((value) => value === 1).length),
      isFlag: (count) => count >= 2,
      kind: 'contradiction',
    }
  }
  return { indices, others, warnings }
}

/** Answers of one respondent, joined as long as the options stay the same. */
const runsOf = (
  batteries: readonly Battery[],
  raw: readonly (readonly Float64Array[])[],
  row: number,
): readonly (readonly number[])[] => {
  const runs: number[][] = []
  batteries.forEach(({ min, max }, i) => {
    const before = batteries[i - 1]
    const answers = (raw[i] ?? []).map((column) => column[row] as number)
    const last = runs.at(-1)
    if (last && before?.min === min && before.max === max) last.push(...answers)
    else runs.push(answers)
  })
  return runs
}

const lowestOf = (values: Float64Array, share: number): number => {
  const present = presentIn(values)
  return present.length === 0 ? Number.NaN : quantile(present, share)
}

const LEAST_SECONDS = 3

const addSpeed = (
  indices: Record<string, Index>,
  {
    pages,
    items,
    warnings,
  }: {
    readonly pages: readonly Float64Array[]
    readonly items: number
    readonly warnings: string[]
  },
): void => {
  const speeds = relativeSpeeds(pages)
  const totals = speeds.map((speed, row) =>
    Number.isNaN(speed) ? Number.NaN : sumOf(presentIn(pages.map((page) => page[row] as number))),
  )
  const median = lowestOf(totals, 0.5)
  if (Number.isNaN(median)) {
    warnings.push('speed_index: nobody has page times')
    return
  }
  indices.speed_index = { values: speeds, isFlag: (speed) => speed > 2, kind: 'speed' }
  indices.total_time = {
    values: totals,
    isFlag: (seconds) => seconds < median / 2 && seconds < LEAST_SECONDS * items,
    kind: 'speed',
  }
}
