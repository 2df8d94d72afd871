import type { AnalysisPlan, Plan } from '../plan/plan.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Condition, Subject } from '../result.ts'
import { columnsIn } from './fields.ts'
import { codesOf } from './groups.ts'
import { codeOf } from './model-terms.ts'
import { LINE_SCHEMAS } from './schema.ts'
import { smallestIn } from './set-apart.ts'

/** Whom and what the numbers of a line tell of. */
export type About = {
  /** Columns that it names. Unless `subjects` say more, it looks at respondents who have all of them. */
  readonly columns: readonly string[]
  /** Variables it looks at one by one, and the respondents in whom. */
  readonly subjects: readonly Subject[]
  /** The line without its id, as JSON. */
  readonly asked: string
  /** Fewest respondents that its groups, factors and two-valued variables set apart. */
  readonly smallest: number
  /** Column of its own weights. */
  readonly weight?: string
}

/** Methods that look at each variable by itself, in all respondents or in groups of them: their numbers are sums in disguise. */
const EACH = new Set<string>([
  ...['descriptives', 'proportion', 'recheck', 'mean-comparison', 'mann-whitney', 'kruskal'],
  ...['t-test', 'welch-t', 'tost', 'anova', 'welch-anova', 'posthoc'],
  ...['survey-mean', 'survey-proportion', 'survey-quantile', 'survey-total', 'survey-variance'],
  'survey-ttest',
])

/** Columns that a line names, by their places in it. */
export type Named = readonly (readonly [path: string, name: string])[]

/** Whom and what the numbers of a line tell of, as far as its fields say it. Lines without columns tell of nobody. */
const aboutOf = (line: AnalysisPlan, plan: Plan, data: Prepared): About | undefined => {
  const schema = LINE_SCHEMAS.get(line.method)
  const named: Named = schema === undefined ? [] : columnsIn(schema, line)
  const scale = 'scale' in line ? plan.scales.find(({ name }) => name === line.scale) : undefined
  const columns = [...new Set([...named.map(([, name]) => name), ...(scale?.items ?? [])])]
  if (columns.length === 0) return undefined
  const { id: _, ...asked } = line
  const weight = named.find(([path]) => path === 'design.weight')?.[1]
  return {
    columns,
    subjects: EACH.has(line.method) ? subjectsOf(line, named, data) : [],
    asked: JSON.stringify(asked),
    smallest: smallestIn(line, named, data),
    ...(weight === undefined ? {} : { weight }),
  }
}

/** The same of all lines of a plan, by id. */
export const aboutLines = (plan: Plan, data: Prepared): ReadonlyMap<string, About> =>
  new Map(
    plan.analyses.flatMap((line) => {
      const about = aboutOf(line, plan, data)
      return about === undefined ? [] : [[line.id, about] as const]
    }),
  )

const subjectsOf = (line: AnalysisPlan, named: Named, data: Prepared): readonly Subject[] => {
  const at = (path: string) => named.find(([place]) => place === path)?.[1]
  const outcomes = named.filter(([path]) => /^variables?(\[\d+\])?$/.test(path))
  const inside = conditionIn(line, data)
  const populations: (readonly Condition[])[] = [inside]
  const by = at('by')
  if (by !== undefined)
    populations.push(
      ...groupsIn(line, by, data).map((code) => [...inside, { variable: by, codes: [code] }]),
    )
  const left = at('column')
  if (left !== undefined) {
    const codes = codesIn(data, left).filter((code) => code !== 1)
    populations.push([{ variable: left, codes }])
  }
  return outcomes.flatMap(([, variable]) => populations.map((where) => ({ variable, where })))
}

const codesIn = (data: Prepared, name: string): readonly number[] => {
  const column = data.columns.get(name)
  return column === undefined ? [] : codesOf(column)
}

/** Codes of the groups that a line names, else of all that occur. */
const groupsIn = (line: AnalysisPlan, by: string, data: Prepared): readonly number[] => {
  const column = data.columns.get(by)
  const groups = 'groups' in line ? line.groups : undefined
  return column !== undefined && Array.isArray(groups)
    ? groups.map((group) => codeOf(column, group as number | string))
    : codesIn(data, by)
}

const conditionIn = (line: AnalysisPlan, data: Prepared): readonly Condition[] => {
  const domain = 'domain' in line ? line.domain : undefined
  const column = domain && data.columns.get(domain.variable)
  return domain === undefined || column === undefined
    ? []
    : [{ variable: domain.variable, codes: domain.values.map((value) => codeOf(column, value)) }]
}
