import type { Prepared } from '../prepare/prepared.ts'
import { turnedItems } from '../prepare/scale-scores.ts'
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
import type { Given } from './method.ts'

/** What is looked at for careless answering: batteries in the order of presentation, times, contradictions. */
export type QualityLine = {
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

/** One mark of careless answering, a value a respondent, and from which value on it is a flag. */
export type QualityIndex = {
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

/** Kinds of flags that each respondent has; two are conspicuous. */
export const flagKinds = (
  indices: Readonly<Record<string, QualityIndex>>,
  n: number,
): readonly number[] =>
  Array.from({ length: n }, (_, row) => new Set(flagsAt(indices, row).map(({ kind }) => kind)).size)

export const flagsAt = (
  indices: Readonly<Record<string, QualityIndex>>,
  row: number,
): readonly QualityIndex[] =>
  Object.values(indices).filter(({ values, isFlag }) => {
    const value = values[row] as number
    return !Number.isNaN(value) && isFlag(value)
  })

type Battery = {
  readonly items: string[]
  readonly reversed: string[]
  readonly min: number
  readonly max: number
}

export const batteriesOf = ({ scales, batteries }: QualityLine, given: Given): readonly Battery[] =>
  batteries?.map(({ items, reversed = [], min, max }) => ({ items, reversed, min, max })) ??
  (scales ?? []).flatMap((name) => given.scales.filter((scale) => scale.name === name))

/** All indices that these data allow; what is missing for the others is warned of. */
export const indicesOf = (line: QualityLine, batteries: readonly Battery[], data: Prepared) => {
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
  const indices: Record<string, QualityIndex> = {
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
  indices: Record<string, QualityIndex>,
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
