import { columnsIn } from '../analyses/fields.ts'
import { LINE_SCHEMAS } from '../analyses/schema.ts'
import type { AnalysisPlan, Plan } from '../plan/plan.ts'
import { type PlanFault, planRefused } from '../problems.ts'
import { readExpression } from './expression.ts'

/** More than two traits that others can see, crossed, are a known person in a small commune. */
const MOST = 2

/** Fields that divide respondents into groups; the other columns of a line are each looked at by itself. */
const DIVIDING = /^(by|rows|columns|factors|invarianceBy|group)\b/

/**
 * Refuses a plan that crosses more than two quasi-identifiers, e.g. commune × family × number of children (R-57): in the
 * groups of one line together with what is described, or within one derived variable. Traits that only stand beside each
 * other in a model are no crossing.
 * @param identifying - Names of variables by which others know a person, as the codebook has them.
 * @throws planRefused with every place and what is crossed there.
 */
export const refuseCrossing = (plan: Plan, identifying: ReadonlySet<string>): void => {
  if (identifying.size === 0) return
  const traits = traitsOf(plan, identifying)
  const faults = plan.analyses.flatMap((analysis, i) =>
    crossedIn(analysis, traits).map(
      ([place, names]): PlanFault => ({
        path: `analyses[${i}].${place}`,
        message: `${names.map((name) => `“${name}”`).join(' × ')} together can name a person`,
        remedy: `cross no more than ${MOST} of them, or leave the division out`,
      }),
    ),
  )
  if (faults.length > 0) throw planRefused({ faults })
}

type Traits = (column: string) => ReadonlySet<string>

const crossedIn = (
  analysis: AnalysisPlan,
  traits: Traits,
): readonly (readonly [string, readonly string[]])[] => {
  const schema = LINE_SCHEMAS.get(analysis.method)
  if (schema === undefined) return []
  const places = columnsIn(schema, analysis)
  const dividing = places.filter(([place]) => DIVIDING.test(place))
  const groups = new Set(dividing.flatMap(([, name]) => [...traits(name)]))
  const alone = dividing.at(-1)
  if (groups.size > MOST && alone) return [[alone[0], [...groups]]]
  const described = Map.groupBy(
    places.filter(([place]) => !DIVIDING.test(place)),
    // Columns that are multiplied are one term.
    ([place]) => place.replace(/(?<=\.product)\[\d+\]$/, ''),
  )
  return [...described]
    .map(([place, parts]) => {
      const told = parts.flatMap(([, name]) => [...traits(name)])
      return [place, [...new Set([...groups, ...told])]] as const
    })
    .filter(([, names]) => names.length > MOST)
}

/** What a column tells of a person, through all that it is made of. */
const traitsOf = (plan: Plan, identifying: ReadonlySet<string>): Traits => {
  const made = new Map<string, readonly string[]>([
    ...plan.scales.map(({ name, items }) => [name, items] as const),
    ...plan.derive.map(({ name, expression }) => {
      const read = readExpression(expression)
      return [name, 'names' in read ? [...read.names] : []] as const
    }),
  ])
  const known = new Map<string, ReadonlySet<string>>()
  const traits: Traits = (column) => {
    const before = known.get(column)
    if (before) return before
    known.set(column, new Set())
    const parts = made.get(column) ?? []
    const found = new Set([
      ...(identifying.has(column) ? [column] : []),
      ...parts.flatMap((part) => [...traits(part)]),
    ])
    known.set(column, found)
    return found
  }
  return traits
}
