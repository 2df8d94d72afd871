import { Problem } from '@echolot/problem'
import { MISSING } from '@echolot/study'
import { codedValues } from '../columns/coded.ts'
import { ALONE, type Crew } from '../columns/crew.ts'
import type { Plan, WeightsPlan } from '../plan/plan.ts'
import { type PlanFault, planRefused } from '../problems.ts'
import { type Margin, rake } from '../statistics/rake.ts'
import { trimWeights } from '../statistics/trim-weights.ts'
import { answeredOf } from './answered.ts'
import { checkedNames } from './check-names.ts'
import { columnOf } from './column-of.ts'
import { readExpression } from './expression.ts'
import { type Column, codedColumn, type Prepared, type Step } from './prepared.ts'
import { refuseCrossing } from './refuse-crossing.ts'
import { refusePooling } from './refuse-pooling.ts'
import { scaleScores } from './scale-scores.ts'
import type { Source } from './source.ts'

/**
 * Makes data ready for the methods: missing codes → reversed items → scale scores → derived variables →
 * weights; each step is logged with respondents in and out.
 * @throws planRefused if the plan names a column that is not there.
 */
export const prepare = (source: Source, plan: Plan, crew: Crew = ALONE): Prepared => {
  const steps: Step[] = []
  const { rows, columns: given } = answeredOf(source)
  const n = rows.reduce((sum, count) => sum + count, 0)
  steps.push({
    step: 'answered',
    in: source.n,
    out: n,
    note: 'complete and partial responses (AAPOR 1.1, 1.2); break-offs are counted as outcomes only',
  })
  const columns = new Map<string, Column>()
  for (const [name, packed] of given)
    columns.set(name, columnOf(name, packed, { rows, variable: source.variables[name], plan }))
  steps.push({
    step: 'missing codes',
    in: n,
    out: n,
    note: 'set to missing, counted by code',
  })

  checkedNames(plan, new Set([...(source.names ?? []), ...columns.keys()]))
  refusePooling(plan, source.unpooled ?? [])
  refuseCrossing(plan, identifyingIn(source))
  for (const scale of plan.scales)
    for (const column of scaleScores(scale, columns, crew)) columns.set(column.name, column)
  for (const [i, { name, label, expression }] of plan.derive.entries()) {
    const read = readExpression(expression)
    if ('message' in read)
      throw planRefused({
        faults: [
          {
            path: `derive[${i}].expression`,
            message: `${read.message} (at character ${read.position + 1})`,
            remedy: 'see the language of expressions in README.md',
          },
        ],
      })
    columns.set(
      name,
      derivedColumn(
        { name, label: label ?? name, evaluate: read.evaluate },
        { columns, rows, names: read.names },
      ),
    )
  }
  steps.push({
    step: 'scores and derived variables',
    in: n,
    out: n,
    note: `${plan.scales.length} scales, ${plan.derive.length} derived variables`,
  })
  const weighting = weightsOf(plan, { columns, source, n })
  steps.push({ step: 'weights', in: n, out: n, note: weighting.note })
  return {
    n,
    columns,
    design: weighting.design,
    weighted: weighting.weighted,
    trimmed: weighting.trimmed,
    marginsLeftOut: weighting.marginsLeftOut,
    frame: source.frame,
    dispositions: source.dispositions,
    steps,
    provenance: {
      ...source.provenance,
      synthetic: source.provenance.synthetic || plan.data.synthetic,
    },
    crew,
  }
}

const derivedColumn = (
  {
    name,
    label,
    evaluate,
  }: {
    name: string
    label: string
    evaluate: (cellOf: (name: string) => number | null) => number | null
  },
  {
    columns,
    rows,
    names,
  }: { columns: ReadonlyMap<string, Column>; rows: readonly number[]; names: readonly string[] },
): Column => {
  const used = new Map(names.map((other) => [other, columns.get(other)?.values]))
  const values = new Float64Array(rows.reduce((sum, count) => sum + count, 0))
  for (let row = 0; row < values.length; row++)
    values[row] =
      evaluate((other) => {
        const cell = used.get(other)?.[row]
        return cell === undefined || Number.isNaN(cell) ? null : cell
      }) ?? Number.NaN
  const about = {
    name,
    label,
    valueLabels: new Map<number, string>(),
    sensitive: names.some((other) => columns.get(other)?.sensitive === true),
    missing: new Map([[MISSING.noAnswer, values.filter(Number.isNaN).length]]),
  }
  const coded = codedValues(values, rows)
  return coded ? codedColumn(about, coded) : { ...about, values }
}

type Weighting = Pick<Prepared, 'design' | 'weighted' | 'trimmed' | 'marginsLeftOut'> & {
  readonly note: string
}
type WeightInput = {
  readonly columns: ReadonlyMap<string, Column>
  readonly source: Source
  readonly n: number
}

const weightsOf = (plan: Plan, input: WeightInput): Weighting => {
  const { columns, n } = input
  const column = (name: string | undefined) =>
    name === undefined ? undefined : columns.get(name)?.values
  const strata = column(
    plan.data.strata ?? (plan.weights?.base === 'frame' ? 'stratum' : undefined),
  )
  const clusters = column(plan.data.cluster)
  const populations = column(plan.data.fpc)
  const around = {
    ...(strata ? { strata: withoutSingles(strata), givenStrata: strata } : {}),
    ...(clusters ? { clusters } : {}),
    ...(populations ? { populations } : {}),
  }
  if (plan.weights !== undefined) return rakedWeights(plan.weights, { ...input, around })
  const given = column(plan.data.weight)
  if (given !== undefined)
    return {
      design: { ...around, weights: given.map((weight) => (Number.isNaN(weight) ? 0 : weight)) },
      weighted: true,
      trimmed: 0,
      marginsLeftOut: [],
      note: `weights from column ${plan.data.weight}`,
    }
  return {
    design: unweighted(n, around),
    weighted: false,
    trimmed: 0,
    marginsLeftOut: [],
    note: 'none, every response counts the same',
  }
}

/** Everybody counts once; written down when somebody asks for it. */
const unweighted = (n: number, around: Omit<Prepared['design'], 'weights'>): Prepared['design'] => {
  let weights: Float64Array | undefined
  return {
    ...around,
    get weights() {
      weights ??= new Float64Array(n).fill(1)
      return weights
    },
  }
}

/** Strata with one respondent join the stratum with the most: no variance could be had from one. */
const withoutSingles = (strata: Float64Array): Float64Array => {
  const sizes = new Map<number, number>()
  for (const stratum of strata) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1)
  const largest = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  return strata.map((stratum) => (sizes.get(stratum) === 1 ? largest : stratum))
}

const rakedWeights = (
  plan: WeightsPlan,
  { columns, source, n, around }: WeightInput & { around: Omit<Prepared['design'], 'weights'> },
): Weighting => {
  const base = plan.base === 'frame' ? frameWeights(source, columns) : new Float64Array(n).fill(1)
  const margins = plan.margins.map((margin) => fittedMargin(margin, columns))
  const usable = margins.filter(({ empty }) => empty.length === 0)
  const { raked, met } = rakedAsFarAsPossible(base, usable)
  const unmet = usable.slice(met.length).map(({ name }) => name)
  const { weights, trimmed } = plan.trim
    ? trimWeights(raked, plan.trim)
    : { weights: raked, trimmed: 0 }
  return {
    design: { ...around, weights },
    weighted: true,
    trimmed,
    note: [
      `base ${plan.base}; raked to ${met.map(({ name }) => name).join(', ') || 'nothing'}; ${trimmed} trimmed`,
      ...margins.flatMap(({ name, collapsed }) => collapsed.map((words) => `${name}: ${words}`)),
      ...margins
        .filter(({ empty }) => empty.length > 0)
        .map(
          ({ name, empty }) =>
            `margin ${name} left out: nobody answered in category ${empty.join(', ')}`,
        ),
      ...unmet.map((name) => `margin ${name} left out: it cannot be met together with the others`),
    ].join('; '),
    marginsLeftOut: [
      ...margins.filter(({ empty }) => empty.length > 0).map(({ name }) => name),
      ...unmet,
    ],
  }
}

/** Few answers may leave no weights that meet all margins: then the last one is left out, until the rest can be met. */
const rakedAsFarAsPossible = (
  base: Float64Array,
  margins: readonly Margin[],
): { readonly raked: Float64Array; readonly met: readonly Margin[] } => {
  try {
    return { raked: rake(base, margins), met: margins }
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.type !== 'result-not-defined') throw fault
    return rakedAsFarAsPossible(base, margins.slice(0, -1))
  }
}

/** A margin as it can be met: collapsed by its rule, and the categories that still have no respondent. */
const fittedMargin = (
  { variable, population, collapse }: WeightsPlan['margins'][number],
  columns: ReadonlyMap<string, Column>,
) => {
  const categories = Float64Array.from(columns.get(variable)?.values ?? [])
  const sizes = new Map(Object.entries(population).map(([code, size]) => [Number(code), size]))
  const answered = () => new Set(categories)
  const collapsed: string[] = []
  for (const { from, to } of collapse) {
    const size = sizes.get(from)
    if (size === undefined || answered().has(from)) continue
    sizes.delete(from)
    sizes.set(to, (sizes.get(to) ?? 0) + size)
    collapsed.push(`category ${from} joined to ${to}, nobody answered in it`)
  }
  for (const [i, category] of categories.entries())
    if (!sizes.has(category)) categories[i] = Number.NaN
  const empty = [...sizes.keys()].filter((category) => !answered().has(category))
  return { name: variable, categories, population: sizes, empty, collapsed }
}

/** Units of the stratum in the frame, divided by its respondents. */
const frameWeights = ({ frame }: Source, columns: ReadonlyMap<string, Column>): Float64Array => {
  const column = columns.get('stratum')
  const fault = (message: string, remedy: string): PlanFault => ({
    path: 'weights.base',
    message,
    remedy,
  })
  if (column === undefined || frame.length === 0)
    throw planRefused({
      faults: [fault('these data have no sampling frame', 'use a freeze, or "base": "equal"')],
    })
  const nameOf = (code: number) => column.levels?.[code - 1] ?? String(code)
  const sizes = new Map<number, number>()
  for (const stratum of column.values) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1)
  return column.values.map((stratum) => {
    const population = frame.find((entry) => entry.stratum === nameOf(stratum))?.population
    if (population === undefined)
      throw planRefused({
        faults: [
          fault(
            `stratum ${nameOf(stratum)} is not in the sampling frame`,
            'freeze again with the whole frame',
          ),
        ],
      })
    return population / (sizes.get(stratum) as number)
  })
}

const identifyingIn = ({ variables, identifying = [] }: Source): ReadonlySet<string> =>
  new Set([
    ...identifying,
    ...Object.keys(variables).filter((name) => variables[name]?.identifying === true),
  ])
