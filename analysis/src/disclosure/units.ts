import type { Prepared } from '../prepare/prepared.ts'
import type { Subject } from '../result.ts'
import type { Policy } from './policy.ts'
import type { Verdict } from './verdicts.ts'

/** Columns that name the units protected beside the respondents. */
export type Units = Partial<Record<keyof Policy['leastUnits'], string | undefined>>

/**
 * Counts households, coaches and communes under a number: too few of them hide it, and so does one that gave most of the
 * answers. Where the respondents under a number are not known one by one, it is taken to stand on the largest units.
 * @see Hundepool et al. (2012), Statistical Disclosure Control, ch. 4, on dominance
 */
export const unitRule = (
  units: Units,
  data: Pick<Prepared, 'n' | 'columns' | 'weighted' | 'design'>,
  policy: Policy,
) => {
  const { leastUnits, dominance, leastBase } = policy
  const kinds = (
    Object.entries(units) as [keyof Policy['leastUnits'], string | undefined][]
  ).flatMap(([kind, name]) => {
    const values = name === undefined ? undefined : data.columns.get(name)?.values
    return values === undefined ? [] : [{ least: leastUnits[kind], values }]
  })
  return ({
    subject,
    base,
  }: {
    readonly subject?: Subject | undefined
    readonly base?: number | undefined
  }): Verdict => {
    // Counts have no base and no weights.
    if (data.weighted && subject !== undefined && base !== undefined) {
      const inside = insideOf(subject, data)
      const rows = [...new Array(data.n).keys()].filter(inside)
      if (isOutweighed(data.design.weights, rows, policy)) return 'dominance'
    }
    if (kinds.length === 0) return 'shown'
    for (const { least, values } of kinds) {
      const sizes =
        subject === undefined
          ? base === undefined || base < leastBase
            ? undefined
            : largestUnits(
                sizesIn(values, () => true, data.n),
                base,
              )
          : sizesIn(values, insideOf(subject, data), data.n)
      if (sizes === undefined || sizes.length === 0) continue
      const all = sizes.reduce((a, b) => a + b, 0)
      if (sizes.length < least) return 'units'
      if (subject !== undefined && Math.max(...sizes) / all > dominance) return 'dominance'
    }
    return 'shown'
  }
}

/** Whether one of the respondents weighs so much that a weighted number tells what they said. */
export const isOutweighed = (
  weights: ArrayLike<number>,
  rows: readonly number[],
  { heaviest }: Policy,
): boolean => {
  let [all, most, some] = [0, 0, 0]
  for (const row of rows) {
    const weight = weights[row] as number
    if (!(weight > 0)) continue
    all += weight
    most = Math.max(most, weight)
    some += 1
  }
  return some > 0 && most > all * Math.max(heaviest.part, heaviest.average / some)
}

/** Whoever is asked, whatever they say. */
const insideOf = ({ where = [], variable }: Subject, { columns }: Pick<Prepared, 'columns'>) => {
  const conditions = [{ variable, codes: undefined }, ...where].map(({ variable, codes }) => ({
    codes,
    values: columns.get(variable)?.values,
  }))
  return (row: number) =>
    conditions.every(({ codes, values }) => {
      const value = values?.[row]
      return value !== undefined && !Number.isNaN(value) && (codes?.includes(value) ?? true)
    })
}

/** Answers by unit, the largest first; an answer without a unit is one of its own. */
const sizesIn = (values: Float64Array, inside: (row: number) => boolean, n: number): number[] => {
  const sizes = new Map<number, number>()
  let alone = 0
  for (let row = 0; row < n; row++) {
    if (!inside(row)) continue
    const unit = values[row] as number
    if (Number.isNaN(unit)) alone += 1
    else sizes.set(unit, (sizes.get(unit) ?? 0) + 1)
  }
  return [...sizes.values(), ...new Array<number>(alone).fill(1)].sort((a, b) => b - a)
}

/** The fewest units that so many answers can come from. */
const largestUnits = (sizes: readonly number[], answers: number): number[] => {
  const taken: number[] = []
  let left = answers
  for (const size of sizes) {
    if (left <= 0) break
    taken.push(size)
    left -= size
  }
  return taken
}
