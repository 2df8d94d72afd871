import type { DisclosedEstimate, DisclosedResult } from './disclosure/disclosed.ts'
import type { PlanHistory } from './plan/plan-history.ts'
import type { Estimate, Result } from './result.ts'

/** Infinite numbers, which JSON does not know, stand there as words. */
type Finite = number | 'Infinity' | '-Infinity' | null
type Numbers_ =
  | readonly Finite[]
  | readonly (string | null)[]
  | {
      readonly rows?: readonly string[]
      readonly cols?: readonly string[]
      readonly values: readonly (readonly Finite[])[]
    }
type Number_ =
  | Exclude<Finite, null>
  | Numbers_
  | { readonly hidden: string }
  | { readonly words: string }

/** `results.json`: numbers by key; `key.low`, `key.high` and `key.n` stand beside an estimate that has them. */
export type ResultsFile = {
  readonly plan: string
  /** SHA-256 of the plan's file. */
  readonly planDigest: string
  /** What became of the plan since a freeze was cut; without a freeze there is nothing to compare. */
  readonly planHistory?: PlanHistory
  /** The report's, else the plan's name. */
  readonly title: string
  readonly data: { readonly n: number; readonly digest: string }
  readonly protected: boolean
  readonly analyses: readonly {
    readonly id: string
    readonly method: string
    readonly n: Number_
    readonly omitted: Number_
    readonly estimates: Readonly<Record<string, Number_>>
    readonly tables?: Readonly<Record<string, unknown>>
    /** Reasons why there is no number, by name; `all` for the whole analysis. */
    readonly notEstimable?: Readonly<Record<string, string>>
    readonly warnings: readonly string[]
  }[]
}
type Analysis = ResultsFile['analyses'][number]

/** A result at full precision: for method checks on public data only. */
export const unprotectedAnalysis = ({
  id,
  method,
  n,
  omitted,
  estimates,
  tables,
  words,
  notEstimable,
  warnings,
}: Result): Analysis => ({
  id,
  method,
  n,
  omitted,
  estimates: { ...Object.fromEntries(Object.entries(estimates).flatMap(fullNumbers)), ...words },
  ...(tables ? { tables } : {}),
  ...(notEstimable ? { notEstimable } : {}),
  warnings,
})

const finiteOf = <Value extends number | null>(value: Value): Value | 'Infinity' | '-Infinity' =>
  value === Number.POSITIVE_INFINITY
    ? 'Infinity'
    : value === Number.NEGATIVE_INFINITY
      ? '-Infinity'
      : value

const numbersOf = (found: {
  readonly kind: 'list' | 'matrix'
  readonly rows?: readonly string[]
  readonly cols?: readonly string[]
  readonly values: readonly (number | null)[] | readonly (readonly (number | null)[])[]
}): Numbers_ =>
  found.kind === 'list'
    ? (found.values as readonly (number | null)[]).map(finiteOf)
    : {
        ...(found.rows && { rows: found.rows }),
        ...(found.cols && { cols: found.cols }),
        values: (found.values as readonly (readonly (number | null)[])[]).map((row) =>
          row.map(finiteOf),
        ),
      }

const fullNumbers = ([key, estimate]: readonly [string, Estimate]): [string, Number_][] => {
  if (estimate.kind === 'list' || estimate.kind === 'matrix') return [[key, numbersOf(estimate)]]
  return fullNumber(key, estimate).map(([name, value]) => [name, finiteOf(value)])
}

const fullNumber = (
  key: string,
  estimate: Exclude<Estimate, { kind: 'list' | 'matrix' }>,
): [string, number][] => [
  [key, estimate.value],
  ...('low' in estimate && estimate.low !== undefined && estimate.high !== undefined
    ? ([
        [`${key}.low`, estimate.low],
        [`${key}.high`, estimate.high],
      ] as [string, number][])
    : []),
  ...(estimate.kind === 'difference' ? ([[`${key}.p`, estimate.p]] as [string, number][]) : []),
  ...(estimate.kind === 'share' || estimate.kind === 'mean'
    ? ([[`${key}.n`, estimate.base]] as [string, number][])
    : []),
]

/** A result after disclosure control, as everybody may see it. Why something could not be estimated may be a secret. */
export const protectedAnalysis = (
  result: DisclosedResult,
  notEstimable?: Result['notEstimable'],
): Analysis => ({
  id: result.id,
  method: result.method,
  n: result.n.shown === 'number' ? result.n.value : { hidden: result.n.reason },
  omitted:
    result.omitted.shown === 'number' ? result.omitted.value : { hidden: result.omitted.reason },
  estimates: Object.fromEntries([
    ...Object.entries(result.estimates).flatMap(shownNumbers),
    ...Object.entries(result.numbers).map(([key, numbers]): [string, Number_] => [
      key,
      numbers.shown === 'numbers' ? numbersOf(numbers) : { hidden: numbers.reason },
    ]),
  ]),
  ...(Object.keys(result.tables).length > 0
    ? {
        tables: Object.fromEntries(
          Object.entries(result.tables).map(([name, { rows, columns, cells }]) => [
            name,
            {
              rows,
              columns,
              cells: cells.map((row) =>
                row.map((cell) =>
                  cell === null
                    ? null
                    : cell.shown === 'number'
                      ? cell.value
                      : { hidden: cell.reason },
                ),
              ),
            },
          ]),
        ),
      }
    : {}),
  ...(notEstimable && result.estimates['*'] === undefined
    ? {
        notEstimable: Object.fromEntries(
          Object.keys(notEstimable).map((name) => [name, 'not defined for these data']),
        ),
      }
    : {}),
  warnings: result.warnings,
})

const shownNumbers = ([key, estimate]: readonly [string, DisclosedEstimate]): [
  string,
  Number_,
][] => {
  if (estimate.shown === 'words') return [[key, { words: estimate.words }]]
  if (estimate.shown === 'nothing') return [[key, { hidden: estimate.reason }]]
  return [
    [key, estimate.value],
    ...(estimate.low === undefined || estimate.high === undefined
      ? []
      : ([
          [`${key}.low`, estimate.low],
          [`${key}.high`, estimate.high],
        ] as [string, number][])),
    ...(estimate.base === undefined || estimate.kind === 'coefficient'
      ? []
      : ([[`${key}.n`, estimate.base]] as [string, number][])),
  ]
}
