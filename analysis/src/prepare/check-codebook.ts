import type { AnalysisPlan } from '../plan/plan.ts'
import { type PlanFault, planRefused } from '../problems.ts'
import type { Column, Prepared } from './prepared.ts'
import type { SourceVariable } from './source.ts'

type Variables = Readonly<Record<string, SourceVariable>>

/**
 * Checks that data keep to their codebook: every code of a closed question is one of its values, every number in its
 * range. Only columns that the plan made somebody read are looked at.
 * @throws planRefused with each column that does not.
 */
export const checkedCodebook = (variables: Variables, { columns }: Prepared): void => {
  const faults = Object.entries(variables).flatMap(([name, variable]): PlanFault[] => {
    const column = columns.get(name)
    if (column === undefined) return []
    const strange = strangeIn(column, variable)
    return strange.length === 0
      ? []
      : [
          {
            path: `data ${name}`,
            message: `${strange.slice(0, 5).join(', ')} ${strange.length > 5 ? '… ' : ''}${strange.length === 1 ? 'is' : 'are'} not in the codebook`,
            remedy: 'correct the data or the codebook, or name missing codes under data.missing',
          },
        ]
  })
  if (faults.length > 0) throw planRefused({ faults })
}

/** Different values that the codebook does not know. */
const strangeIn = (
  column: Column,
  { values, measure, range }: SourceVariable,
): readonly string[] => {
  const known = new Set(values.map(({ value }) => value))
  // Ranks have a range, and a word for 0 only.
  const closed = known.size > 0 && measure !== 'scale' && range === undefined
  const isStrange = (value: number) => {
    const text = column.levels?.[value - 1]
    if (closed) return !known.has(text ?? value) && !known.has(String(text ?? value))
    return text === undefined && range !== undefined && (value < range.min || value > range.max)
  }
  return [...(column.coded?.steps ?? new Set(column.values))]
    .filter((value) => !Number.isNaN(value) && isStrange(value))
    .sort((a, b) => a - b)
    .map((value) => column.levels?.[value - 1] ?? String(value))
}

/** Methods that take numbers for amounts; a code of a category is none. */
const AMOUNTS: readonly string[] = [
  'descriptives',
  'alpha',
  'omega',
  'efa',
  'cfa',
  'em',
  'paired-change',
  'paired-t',
  'wilcoxon',
  'mean-comparison',
  'weighted-means',
]
/** Fields of other methods that hold an amount, beside those that hold groups. */
const OUTCOMES: readonly string[] = ['variable', 'outcome']
const OF_OUTCOMES: readonly string[] = [
  't-test',
  'welch-t',
  'tost',
  'anova',
  'welch-anova',
  'two-way-anova',
  'posthoc',
  'ols',
]

/** What the level of measurement has against a line of the plan. */
export const measureWarnings = (line: AnalysisPlan, variables: Variables): readonly string[] => {
  const fields = Object.entries(line).filter(
    ([field]) =>
      (AMOUNTS.includes(line.method) && !['id', 'method', 'by', 'unit'].includes(field)) ||
      (OF_OUTCOMES.includes(line.method) && OUTCOMES.includes(field)),
  )
  return fields
    .flatMap(([, value]) => value as unknown)
    .filter((name): name is string => typeof name === 'string')
    .filter((name) => variables[name]?.measure === 'nominal')
    .map((name) => `${name} is nominal in the codebook: its codes are no amounts`)
}
