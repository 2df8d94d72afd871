import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPlan } from '../plan/read-plan.ts'
import { sourceOfText } from '../prepare/read-csv.ts'
import { unprotectedAnalysis } from '../results-file.ts'
import { runPlan } from '../run-plan.ts'

/** Reference values computed by R; they lie beside the repository because some data sets are GPL. */
export const GOLDEN_FOLDER = `${import.meta.dirname}/../../../../shared/golden`

const isThere = existsSync(GOLDEN_FOLDER)
if (!isThere)
  console.warn(`SKIPPED: agreement with R is not checked, there is no folder ${GOLDEN_FOLDER}`)

/** Tests against reference values; where those are not at hand one skipped test says so. */
export const describeGolden = (name: string, body: () => void) =>
  isThere ? describe(name, body) : describe.skip(name, () => it('agrees with R', () => undefined))

export type Golden = {
  // biome-ignore lint/suspicious/noExplicitAny: each reference file has its own shape
  readonly expected: any
  // biome-ignore lint/suspicious/noExplicitAny: each reference file has its own shape
  readonly inputs: any
  readonly tolerance: { readonly rel?: number; readonly abs?: number }
}
export const readGolden = (name: string): Golden =>
  JSON.parse(readFileSync(`${GOLDEN_FOLDER}/${name}.json`, 'utf8'))

/** A reference data set by column; empty fields are NaN. */
export const readGoldenData = (name: string): Readonly<Record<string, Float64Array>> => {
  const [header = '', ...lines] = readFileSync(`${GOLDEN_FOLDER}/data/${name}.csv`, 'utf8')
    .trim()
    .split('\n')
  const rows = lines.map((line) => line.trim().split(','))
  return Object.fromEntries(
    header
      .trim()
      .split(',')
      .map((column, i) => [
        column.replaceAll('"', ''),
        Float64Array.from(rows, (row) => (row[i] === '' ? Number.NaN : Number(row[i]))),
      ]),
  )
}

/** Relative difference, absolute near zero. */
export const difference = (found: number, expected: number) =>
  found === expected ? 0 : Math.abs(found - expected) / Math.max(Math.abs(expected), 1e-300)

type Tolerance = { readonly rel: number; readonly abs?: number }

/**
 * What `echolot analyse --unprotected` writes for a reference data set (`data/<name>.csv`) and a plan: analyses by id.
 * Without a data set the plan brings its own numbers.
 */
export const analyseGolden = (
  plan: { readonly analyses: readonly object[] } & object,
  data?: string,
) => {
  const text =
    data === undefined ? 'x\n1\n2\n' : readFileSync(`${GOLDEN_FOLDER}/data/${data}.csv`, 'utf8')
  const { results } = runPlan(
    sourceOfText(text, data ?? 'none'),
    readPlan(JSON.stringify({ plan: 'golden', ...plan })),
  )
  return new Map(results.map((result) => [result.id, unprotectedAnalysis(result)]))
}

/**
 * Checks that every number below `expected` stands in the estimates under the same name: keys joined by dots, lists and
 * matrices whole. `tolerances` widen a name (and what is below it) where the reference file says so; `except` are
 * names another method gives, or a reference itself marks as imprecise, each with the reason.
 */
export const expectGolden = (
  analysis: { readonly estimates: object; readonly warnings: readonly string[] } | undefined,
  expected: object,
  {
    rel = 1e-9,
    abs = 1e-12,
    tolerances = {},
    except = {},
  }: {
    readonly rel?: number
    readonly abs?: number
    readonly tolerances?: Readonly<Record<string, Tolerance>>
    readonly except?: Readonly<Record<string, string>>
  } = {},
): void => {
  const estimates = (analysis?.estimates ?? {}) as Readonly<Record<string, unknown>>
  const within = (name: string, names: readonly string[]) =>
    names.find((other) => name === other || name.startsWith(`${other}.`))
  const missing: string[] = []
  const wrong: { name: string; found: unknown; value: unknown }[] = []
  for (const [name, value] of leavesOf(expected)) {
    if (within(name, Object.keys(except)) !== undefined) continue
    if (!(name in estimates)) {
      if (value !== null) missing.push(name)
      continue
    }
    const wider = within(name, Object.keys(tolerances))
    const tolerance = wider === undefined ? { rel, abs } : { abs: 0, ...tolerances[wider] }
    if (!agrees(estimates[name], value, tolerance as Required<Tolerance>))
      wrong.push({ name, found: estimates[name], value })
  }
  expect({ missing, wrong }, String(analysis?.warnings)).toEqual({ missing: [], wrong: [] })
}

/** Numbers, lists and matrices by their names joined by dots. */
export const leavesOf = (value: object, path = ''): [string, unknown][] =>
  Object.entries(value).flatMap(([key, part]): [string, unknown][] => {
    const name = path === '' ? key : `${path}.${key}`
    return isGroup(part) ? leavesOf(part, name) : [[name, part]]
  })

const isGroup = (part: unknown): part is object =>
  typeof part === 'object' &&
  part !== null &&
  (Array.isArray(part) ? isGroup(part[0]) : !('values' in part))

export const agrees = (found: unknown, value: unknown, tolerance: Required<Tolerance>): boolean => {
  if (value === null || typeof value === 'string') return found === value
  if (typeof value === 'number')
    return (
      typeof found === 'number' &&
      Math.abs(found - value) <= tolerance.abs + tolerance.rel * Math.abs(value)
    )
  if (Array.isArray(value))
    return (
      Array.isArray(found) &&
      found.length === value.length &&
      value.every((part, i) => agrees(found[i], part, tolerance))
    )
  return (
    typeof found === 'object' &&
    found !== null &&
    Object.entries(value as object).every(([key, part]) =>
      agrees((found as Readonly<Record<string, unknown>>)[key], part, tolerance),
    )
  )
}
