import type { About } from '../analyses/about.ts'
import type { Estimate, Result, Subject } from '../result.ts'
import { followsBut, wholesOf } from './alike.ts'
import type { Policy } from './policy.ts'
import type { Columns, SubjectFigure } from './subject-blocks.ts'
import { isOutweighed } from './units.ts'

/** Stands for all numbers of a line that have no subject of their own: they are told together or not at all. */
export const wholeLine = (id: string) => `${id} *`

/** Whether a number has no subject of its own, and so goes with its line. */
export const isOfLine = (estimate: Estimate): boolean =>
  estimate.kind !== 'constant' && !('subject' in estimate && estimate.subject !== undefined)

/** A line of the plan with results; `isLoose`: some of them have no subject of their own. */
export type Line = { readonly id: string; readonly about: About; readonly isLoose: boolean }

export const linesIn = (
  results: readonly Result[],
  lines: ReadonlyMap<string, About> = new Map(),
): readonly Line[] =>
  results.flatMap(({ id, estimates }) => {
    const about = lines.get(id)
    const all = Object.values(estimates)
    // A line that is not defined for these data might have such numbers for others.
    const isLoose =
      all.length === 0 || all.some((one) => isOfLine(one) && !FOLLOWING.includes(one.kind))
    return about === undefined ? [] : [{ id, about, isLoose }]
  })

/** Kinds of numbers that are hidden with those they are made of, or protected as counts. */
const FOLLOWING: readonly string[] = ['difference', 'count']

/** Lines of which no number may be told, by id: they set too few apart, or stand on the weight of one. */
export const refusedLines = (
  lines: readonly Line[],
  { n, columns }: Columns,
  policy: Policy,
): ReadonlyMap<string, 'base' | 'dominance'> => {
  const refused = new Map<string, 'base' | 'dominance'>()
  for (const { id, about, isLoose } of lines) {
    if (!isLoose) continue
    const weights = about.weight && columns.get(about.weight)?.values
    if (about.smallest < policy.leastBase) refused.set(id, 'base')
    else if (weights && isOutweighed(weights, [...new Array(n).keys()], policy))
      refused.set(id, 'dominance')
  }
  return refused
}

/**
 * Numbers without a subject, as figures about respondents, so that they are protected together with all others: of variables
 * that are looked at one by one, and of lines that ask the same of nearly the same respondents. Needs columns of its own,
 * which it gives back with the data.
 */
export const figuresOfLines = (
  lines: readonly Line[],
  data: Columns,
): { readonly figures: readonly SubjectFigure[]; readonly data: Columns } => {
  const columns = new Map(data.columns)
  const figures = lines.flatMap(({ id, about }) =>
    about.subjects.map((subject) => ({ place: wholeLine(id), subject, counts: false })),
  )
  const others = lines.filter(({ about, isLoose }) => about.subjects.length === 0 && isLoose)
  const wholes = wholesOf([...new Set(others.flatMap(({ about }) => about.columns))], data)
  const asked = Map.groupBy(others, ({ about }) => askedOf(about, wholes))
  for (const [question, same] of asked) {
    const populations = new Set(same.map(({ about }) => about.columns.join()))
    if (populations.size < 2) continue
    columns.set(question, { values: new Float64Array(data.n).fill(1) })
    for (const { id, about } of same) {
      const among = `with ${[...about.columns].sort().join(', ')}`
      if (!columns.has(among)) columns.set(among, { values: completeIn(about.columns, data) })
      const subject: Subject = { variable: question, where: [{ variable: among }] }
      figures.push({ place: wholeLine(id), subject, counts: false })
    }
  }
  return { figures, data: { n: data.n, columns } }
}

/** What a line asks, whatever its filters are called. */
const askedOf = ({ asked, columns }: About, wholes: ReadonlyMap<string, string>): string =>
  columns.reduce(
    (text, name) => text.replaceAll(JSON.stringify(name), JSON.stringify(wholes.get(name) ?? name)),
    asked,
  )

/** 1 for respondents who have all of the columns. */
const completeIn = (names: readonly string[], { n, columns }: Columns): Float64Array => {
  const all = names.map((name) => columns.get(name)?.values)
  return Float64Array.from({ length: n }, (_, row) =>
    all.every((values) => values !== undefined && !Number.isNaN(values[row])) ? 1 : Number.NaN,
  )
}

/**
 * Derived variables that are another one which is told of, but for fewer than ten respondents: `if(age == 73, 1000, v)`
 * beside `v` tells of these.
 */
export const nearlyOthers = (
  told: readonly string[],
  derived: readonly string[],
  { columns, policy }: Pick<Columns, 'columns'> & { readonly policy: Policy },
): ReadonlySet<string> => {
  const refused = new Set<string>()
  for (const name of derived) {
    const values = told.includes(name) ? columns.get(name)?.values : undefined
    if (values === undefined) continue
    const isNear = told.some((other) => {
      if (other === name || refused.has(other)) return false
      const from = columns.get(other)?.values
      if (from === undefined || derived.indexOf(other) > derived.indexOf(name)) return false
      return followsBut(values, from, policy.leastBase - 1)
    })
    if (isNear) refused.add(name)
  }
  return refused
}
