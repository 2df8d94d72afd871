import type { Localized } from '@echolot/instrument'
import { Problem } from '@echolot/problem'
import { MISSING } from '@echolot/study'
import type { Plan, WeightsPlan } from '../plan/plan.ts'
import { type PlanFault, planRefused } from '../problems.ts'
import { type Margin, rake } from '../statistics/rake.ts'
import { trimWeights } from '../statistics/trim-weights.ts'
import { checkedNames } from './check-names.ts'
import { readExpression } from './expression.ts'
import type { Column, Prepared, Step } from './prepared.ts'
import { isAnswered } from './read-source.ts'
import { refusePooling } from './refuse-pooling.ts'
import { scaleScores } from './scale-scores.ts'
import type { Source, SourceVariable } from './source.ts'

/**
 * Makes data ready for the methods: missing codes → reversed items → scale scores → derived variables →
 * weights; each step is logged with respondents in and out.
 * @throws planRefused if the plan names a column that is not there.
 */
export const prepare = (source: Source, plan: Plan): Prepared => {
  const steps: Step[] = []
  const kept = keptRows(source)
  steps.push({
    step: 'answered',
    in: source.n,
    out: kept.length,
    note: 'complete and partial responses (AAPOR 1.1, 1.2); break-offs are counted as outcomes only',
  })
  const columns = new Map<string, Column>()
  for (const [name, cells] of Object.entries(source.columns))
    columns.set(
      name,
      columnOf(name, { cells: kept.map((row) => cells[row] ?? null), source, plan }),
    )
  steps.push({
    step: 'missing codes',
    in: kept.length,
    out: kept.length,
    note: 'set to missing, counted by code',
  })

  checkedNames(plan, new Set(columns.keys()))
  refusePooling(plan, source.unpooled ?? [])
  for (const scale of plan.scales)
    for (const column of scaleScores(scale, columns)) columns.set(column.name, column)
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
        { columns, n: kept.length, names: read.names },
      ),
    )
  }
  steps.push({
    step: 'scores and derived variables',
    in: kept.length,
    out: kept.length,
    note: `${plan.scales.length} scales, ${plan.derive.length} derived variables`,
  })
  const weighting = weightsOf(plan, { columns, source, n: kept.length })
  steps.push({ step: 'weights', in: kept.length, out: kept.length, note: weighting.note })
  return {
    n: kept.length,
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
  }
}

const keptRows = ({ n, columns, provenance }: Source): readonly number[] => {
  const rows = Array.from({ length: n }, (_, row) => row)
  const dispositions = columns.disposition
  return provenance.kind === 'freeze' && dispositions
    ? rows.filter((row) => isAnswered(String(dispositions[row])))
    : rows
}

type ColumnSource = {
  readonly cells: readonly (number | string | null)[]
  readonly source: Source
  readonly plan: Plan
}

const columnOf = (name: string, { cells, source, plan }: ColumnSource): Column => {
  const variable: SourceVariable | undefined = source.variables[name]
  const codes = new Set([...(variable?.missing ?? []), ...plan.data.missing])
  const coded = levelsOf(cells)
  const missing = new Map<number, number>()
  const values = Float64Array.from(cells, (cell) => {
    const value = typeof cell === 'string' ? coded.codeOf(cell) : cell
    if (value !== null && !codes.has(value)) return value
    const code = value ?? MISSING.noAnswer
    missing.set(code, (missing.get(code) ?? 0) + 1)
    return Number.NaN
  })
  return {
    name,
    label: textOf(variable?.label ?? name),
    values,
    ...(coded.levels.length > 0 ? { levels: coded.levels } : {}),
    valueLabels: new Map([
      ...coded.levels.map((level, i) => [i + 1, level] as const),
      ...(variable?.values ?? []).map(
        ({ value, label }) => [Number(value), textOf(label)] as const,
      ),
    ]),
    sensitive: variable?.sensitive === true || plan.data.sensitive.includes(name),
    missing,
  }
}

/** Texts that are numbers stay numbers; other texts become 1, 2 … in code-unit order. */
const levelsOf = (cells: readonly (number | string | null)[]) => {
  const texts = [
    ...new Set(cells.filter((cell): cell is string => typeof cell === 'string')),
  ].sort()
  const numeric = texts.every((text) => text.trim() !== '' && Number.isFinite(Number(text)))
  const places = new Map(texts.map((text, i) => [text, i + 1]))
  return {
    levels: numeric ? [] : texts,
    codeOf: (text: string) => (numeric ? Number(text) : (places.get(text) ?? null)),
  }
}

/** The source language's text. */
export const textOf = (text: Localized): string =>
  typeof text === 'string' ? text : (text.default ?? text.de ?? Object.values(text)[0] ?? '')

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
    n,
    names,
  }: { columns: ReadonlyMap<string, Column>; n: number; names: readonly string[] },
): Column => {
  const values = Float64Array.from({ length: n }, (_, row) => {
    const value = evaluate((other) => {
      const cell = columns.get(other)?.values[row]
      return cell === undefined || Number.isNaN(cell) ? null : cell
    })
    return value ?? Number.NaN
  })
  return {
    name,
    label,
    values,
    valueLabels: new Map(),
    sensitive: names.some((other) => columns.get(other)?.sensitive === true),
    missing: new Map([[MISSING.noAnswer, values.filter(Number.isNaN).length]]),
  }
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
    design: { ...around, weights: new Float64Array(n).fill(1) },
    weighted: false,
    trimmed: 0,
    marginsLeftOut: [],
    note: 'none, every response counts the same',
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
