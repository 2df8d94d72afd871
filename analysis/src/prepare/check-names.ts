import { columnsIn } from '../analyses/fields.ts'
import { LINE_SCHEMAS } from '../analyses/schema.ts'
import type { AnalysisPlan, Plan } from '../plan/plan.ts'
import { type PlanFault, planRefused } from '../problems.ts'
import { readExpression } from './expression.ts'

/**
 * Checks that every column a plan names is there when it is needed, and that every analysis a report page names
 * is in the plan.
 * @throws planRefused with every missing one, and the nearest spelling.
 */
export const checkedNames = (plan: Plan, columns: ReadonlySet<string>): void => {
  const known = new Set(columns)
  const faults: PlanFault[] = []
  const need = (path: string, name: string | undefined) => {
    if (name === undefined || known.has(name)) return
    faults.push({ path, message: `there is no column “${name}”`, remedy: nearestOf(name, known) })
  }
  const fresh = (path: string, name: string) => {
    if (known.has(name))
      faults.push({
        path,
        message: `there is a column “${name}” already`,
        remedy: 'choose another name',
      })
    known.add(name)
  }
  plan.scales.forEach((scale, i) => {
    for (const [j, item] of scale.items.entries()) need(`scales[${i}].items[${j}]`, item)
    for (const [j, item] of scale.reversed.entries())
      if (!scale.items.includes(item))
        faults.push({
          path: `scales[${i}].reversed[${j}]`,
          message: `“${item}” is not an item of this scale`,
          remedy: nearestOf(item, new Set(scale.items)),
        })
    fresh(`scales[${i}].name`, scale.name)
    fresh(`scales[${i}].name`, `${scale.name}_100`)
  })
  plan.derive.forEach(({ name, expression }, i) => {
    const read = readExpression(expression)
    if ('names' in read) for (const other of read.names) need(`derive[${i}].expression`, other)
    fresh(`derive[${i}].name`, name)
  })
  for (const key of ['weight', 'strata', 'cluster', 'fpc'] as const)
    need(`data.${key}`, plan.data[key])
  for (const key of ['household', 'coach', 'commune'] as const)
    need(`data.units.${key}`, plan.data.units?.[key])
  for (const [name, bands] of Object.entries(plan.data.bands ?? {})) {
    need(`data.bands.${name}`, name)
    const codes = bands.flat()
    if (codes.some((code, i) => i > 0 && code <= (codes[i - 1] as number)))
      faults.push({
        path: `data.bands.${name}`,
        message: 'the codes are not in order, or one stands twice',
        remedy: 'give neighbouring codes, ascending, each once',
      })
  }
  plan.weights?.margins.forEach(({ variable }, i) => {
    need(`weights.margins[${i}].variable`, variable)
  })
  const ids = new Set<string>()
  plan.analyses.forEach((analysis, i) => {
    for (const [place, name] of namesIn(analysis)) need(`analyses[${i}].${place}`, name)
    if (ids.has(analysis.id))
      faults.push({
        path: `analyses[${i}].id`,
        message: `the id “${analysis.id}” is taken`,
        remedy: 'choose another',
      })
    ids.add(analysis.id)
    if (
      'scale' in analysis &&
      analysis.scale !== undefined &&
      !plan.scales.some(({ name }) => name === analysis.scale)
    )
      faults.push({
        path: `analyses[${i}].scale`,
        message: `there is no scale “${analysis.scale}”`,
        remedy: nearestOf(analysis.scale, new Set(plan.scales.map(({ name }) => name))),
      })
  })
  plan.report?.pages.forEach((page, i) => {
    for (const [place, id] of analysesIn(page))
      if (!ids.has(id))
        faults.push({
          path: `report.pages[${i}].${place}`,
          message: `there is no analysis “${id}”`,
          remedy: nearestOf(id, ids),
        })
  })
  if (faults.length > 0) throw planRefused({ faults })
}

const namesIn = (analysis: AnalysisPlan): readonly (readonly [string, string])[] => {
  const schema = LINE_SCHEMAS.get(analysis.method)
  return schema === undefined ? [] : columnsIn(schema, analysis)
}

const ANALYSIS_KEYS = [
  'rates',
  'weights',
  'composition',
  'medians',
  'shares',
  'means',
  'categories',
]
const analysesIn = (page: Readonly<Record<string, unknown>>): [string, string][] => [
  ...ANALYSIS_KEYS.flatMap((key): [string, string][] =>
    typeof page[key] === 'string' ? [[key, page[key]]] : [],
  ),
  ...(Array.isArray(page.items) ? page.items : []).flatMap(
    (item: { readonly analysis?: string }, i): [string, string][] =>
      item.analysis === undefined ? [] : [[`items[${i}].analysis`, item.analysis]],
  ),
]

const nearestOf = (name: string, known: ReadonlySet<string>) => {
  const [nearest] = [...known]
    .map((other) => ({ other, distance: distanceOf(name.toLowerCase(), other.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1))
  return nearest && nearest.distance <= Math.max(2, name.length / 3)
    ? `did you mean “${nearest.other}”?`
    : 'check the spelling against the codebook'
}

/** Levenshtein distance. */
const distanceOf = (a: string, b: string) => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (next[j - 1] as number) + 1,
          (row[j] as number) + 1,
          (row[j - 1] as number) + Number(a[i - 1] !== b[j - 1]),
        ),
      )
    row = next
  }
  return row[b.length] as number
}
