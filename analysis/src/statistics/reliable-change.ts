import { notDefined } from '../problems.ts'
import { meanOf, type Numbers, varianceOf } from './numbers.ts'

export const CLASSES = ['recovered', 'improved', 'unchanged', 'deteriorated'] as const
export type ChangeClass = (typeof CLASSES)[number]

export type ChangeScale = {
  /** Spread before, and reliability, both from a sample other than the few who changed. */
  readonly sd: number
  readonly reliability: number
  /** Which end of the scale is the better one. */
  readonly better: 'higher' | 'lower'
  /** Score from which on somebody is as the many are. */
  readonly cutoff?: number | undefined
}
export type ReliableChange = {
  readonly standardError: number
  readonly differenceError: number
  /** Change that is more than measurement error in 95 of 100. */
  readonly smallest: number
  /** One per pair, NaN where a score is missing. */
  readonly indices: Float64Array
  readonly classes: readonly (ChangeClass | undefined)[]
  readonly n: number
}

const LIMIT = 1.96

/**
 * Reliable change after Jacobson and Truax: RCI = (post − pre) / √(2·SE²), SE = sd·√(1 − reliability). More than
 * 1.96 is a reliable change; who also crosses the cutoff has recovered.
 *
 * @throws notDefined unless the spread is above 0 and the reliability from 0 to under 1.
 * @see Jacobson & Truax (1991), Journal of Consulting and Clinical Psychology 59, 12–19
 */
export const reliableChange = (
  pre: Numbers,
  post: Numbers,
  { sd, reliability, better, cutoff }: ChangeScale,
): ReliableChange => {
  if (!(sd > 0 && reliability >= 0 && reliability < 1))
    throw notDefined({ method: 'rci', reason: 'a spread of 0, or a reliability outside 0 to 1' })
  const standardError = sd * Math.sqrt(1 - reliability)
  const differenceError = Math.SQRT2 * standardError
  const indices = Float64Array.from(
    pre,
    (before, i) => ((post[i] as number) - before) / differenceError,
  )
  const direction = better === 'higher' ? 1 : -1
  const crosses = (i: number) =>
    cutoff !== undefined &&
    direction * (pre[i] as number) < direction * cutoff &&
    direction * (post[i] as number) >= direction * cutoff
  return {
    standardError,
    differenceError,
    smallest: LIMIT * differenceError,
    indices,
    classes: Array.from(indices, (index, i): ChangeClass | undefined => {
      if (Number.isNaN(index)) return undefined
      if (direction * index > LIMIT) return crosses(i) ? 'recovered' : 'improved'
      return direction * index < -LIMIT ? 'deteriorated' : 'unchanged'
    }),
    n: indices.filter((index) => !Number.isNaN(index)).length,
  }
}

export type ReferenceGroup = { readonly mean: number; readonly sd: number }

/** Jacobson and Truax' cutoffs: a (2 sd off the troubled), b (2 sd off the many), c (weighted middle). */
export const cutoffsOf = (
  troubled: ReferenceGroup,
  many: ReferenceGroup,
): { readonly a: number; readonly b: number; readonly c: number } => {
  const direction = many.mean >= troubled.mean ? 1 : -1
  return {
    a: troubled.mean + direction * 2 * troubled.sd,
    b: many.mean - direction * 2 * many.sd,
    c: (many.sd * troubled.mean + troubled.sd * many.mean) / (many.sd + troubled.sd),
  }
}

/** Regression-based variant: deviation from the post score that the pre score predicts, in its standard errors. */
export const predictedChange = (
  pre: Numbers,
  post: Numbers,
): { readonly r: number; readonly indices: Float64Array } | undefined => {
  const rows = Array.from({ length: pre.length }, (_, i) => i).filter(
    (i) => !Number.isNaN(pre[i]) && !Number.isNaN(post[i]),
  )
  const [x, y] = [pre, post].map((values) =>
    Float64Array.from(rows, (i) => values[i] as number),
  ) as [Float64Array, Float64Array]
  if (rows.length < 3) return undefined
  const [meanX, meanY] = [meanOf(x), meanOf(y)]
  const [sdX, sdY] = [Math.sqrt(varianceOf(x)), Math.sqrt(varianceOf(y))]
  if (!(sdX > 0 && sdY > 0)) return undefined
  const r =
    x.reduce((sum, value, i) => sum + (value - meanX) * ((y[i] as number) - meanY), 0) /
    ((rows.length - 1) * sdX * sdY)
  if (1 - r * r < 1e-12) return undefined
  return {
    r,
    indices: Float64Array.from(
      pre,
      (before, i) =>
        ((post[i] as number) - meanY - r * (before - meanX)) / (sdY * Math.sqrt(1 - r * r)),
    ),
  }
}

/** Classes joined until each published one has `least` persons or none: better, no clear change, worse. */
export const mergedClasses = (
  counts: Readonly<Record<ChangeClass, number>>,
  least: number,
): readonly { readonly name: string; readonly count: number }[] => {
  const few = (count: number) => count > 0 && count < least
  let classes: { name: string; count: number }[] = [
    { name: 'recovered', count: counts.recovered },
    { name: 'improved', count: counts.improved },
    { name: 'unchanged', count: counts.unchanged },
    { name: 'deteriorated', count: counts.deteriorated },
  ]
  const join = (names: readonly string[], name: string) => {
    const joined = classes.filter((entry) => names.includes(entry.name))
    const first = classes.findIndex((entry) => names.includes(entry.name))
    const count = joined.reduce((sum, entry) => sum + entry.count, 0)
    classes = classes.filter((entry) => !names.includes(entry.name))
    classes.splice(first, 0, { name, count })
  }
  if (few(counts.recovered) || few(counts.improved)) join(['recovered', 'improved'], 'better')
  if (few(counts.deteriorated) || few(counts.unchanged))
    join(['unchanged', 'deteriorated'], 'not_better')
  if (classes.some(({ count }) => few(count)))
    join(
      classes.map(({ name }) => name),
      'all',
    )
  return classes
}
