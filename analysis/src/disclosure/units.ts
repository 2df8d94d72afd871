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
  data: Pick<Prepared, 'n' | 'columns'>,
  { leastUnits, dominance, leastBase }: Policy,
) => {
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
