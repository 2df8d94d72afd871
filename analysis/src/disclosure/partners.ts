import type { Condition } from '../result.ts'
import type { Columns, SubjectFigure } from './subject-blocks.ts'

/** Respondents that two groups may differ by and still be called nearly the same. */
const NEAR = 9
/** The largest part of a group that such respondents may be: a small group lies nearly inside any large one by chance. */
const MOST_OUTSIDE = 0.25

/**
 * Figures of one variable, divided by the variables that name their groups. Two such variables must be looked at together
 * where somebody names groups by both, or where a group of one lies nearly inside a group of the other: then their
 * difference is a small group. All others are looked at apart, which loses nothing: any two tables that agree in the
 * variable itself can be put together in one table of all three.
 * @see Lauritzen (1996), Graphical Models, ch. 4.4, on decomposable tables
 */
export const byPartners = (
  figures: readonly SubjectFigure[],
  data: Columns,
): readonly (readonly SubjectFigure[])[] => {
  const alone = figures.filter(({ subject }) => partnersIn(subject.where).length === 0)
  const others = figures.filter(({ subject }) => partnersIn(subject.where).length > 0)
  const leader = new Map<string, string>()
  const find = (name: string): string => {
    const next = leader.get(name) ?? name
    return next === name ? name : find(next)
  }
  const join = (a: string, b: string) => leader.set(find(a), find(b))
  for (const { subject } of others) {
    const [first, ...more] = partnersIn(subject.where)
    for (const name of more) join(first as string, name)
  }
  // Nothing can be near where there is one variable alone.
  const isSeveral = new Set(others.flatMap(({ subject }) => partnersIn(subject.where))).size > 1
  const groups = isSeveral ? groupsIn(others, data) : new Map<string, readonly Rows[]>()
  const names = [...groups.keys()]
  for (const [i, a] of names.entries())
    for (const b of names.slice(0, i))
      if (find(a) !== find(b) && areNear(groups.get(a) ?? [], groups.get(b) ?? [])) join(a, b)
  const parts = Map.groupBy(others, ({ subject }) => find(partnersIn(subject.where)[0] as string))
  return parts.size === 0 ? [alone] : [...parts.values()].map((part) => [...alone, ...part])
}

const partnersIn = (where: readonly Condition[] = []): readonly string[] => [
  ...new Set(where.map(({ variable }) => variable)),
]

type Rows = ReadonlySet<number>

/** Groups that each variable names, as rows. */
const groupsIn = (
  figures: readonly SubjectFigure[],
  { n, columns }: Columns,
): ReadonlyMap<string, readonly Rows[]> => {
  const conditions = new Map<string, Condition>()
  for (const { subject } of figures)
    for (const condition of subject.where ?? [])
      conditions.set(`${condition.variable} ${condition.codes?.join() ?? 'given'}`, condition)
  const groups = new Map<string, Rows[]>()
  for (const { variable, codes } of conditions.values()) {
    const values = columns.get(variable)?.values
    const rows = new Set<number>()
    for (let row = 0; row < n; row++) {
      const value = values?.[row]
      if (value === undefined || Number.isNaN(value)) continue
      if (codes?.includes(value) ?? true) rows.add(row)
    }
    groups.set(variable, [...(groups.get(variable) ?? []), rows])
  }
  return groups
}

const areNear = (some: readonly Rows[], others: readonly Rows[]): boolean =>
  some.some((a) => others.some((b) => isNearlyIn(a, b) || isNearlyIn(b, a)))

const isNearlyIn = (small: Rows, large: Rows): boolean => {
  if (small.size > large.size) return false
  let outside = 0
  for (const row of small) if (!large.has(row) && ++outside > NEAR) return false
  return outside <= MOST_OUTSIDE * small.size
}
