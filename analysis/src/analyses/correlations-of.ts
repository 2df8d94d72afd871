import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { completeCases } from '../statistics/cronbach-alpha.ts'
import {
  type Correlations,
  correlationsFrom,
  covarianceMatrix,
  givenCorrelations,
} from '../statistics/factor/correlation-matrix.ts'
import { columnIn } from './columns.ts'

/** For data that are a correlation matrix: how many respondents stand behind it. */
export const correlationInput = z.strictObject({ n: z.int().min(3) })

/** Pearson correlations of complete respondents, or the columns themselves if they are correlations. */
export const correlationsOf = (
  values: readonly Float64Array[],
  {
    method,
    given,
  }: { readonly method: string; readonly given: { readonly n: number } | undefined },
): Correlations & { readonly omitted: number } => {
  if (given !== undefined)
    return { matrix: givenCorrelations(values, method), n: given.n, omitted: 0 }
  const complete = completeCases(values)
  const n = complete[0]?.length ?? 0
  if (n < 3) throw notDefined({ method, reason: 'fewer than three complete respondents' })
  return {
    matrix: correlationsFrom(covarianceMatrix(complete), method),
    n,
    omitted: (values[0]?.length ?? 0) - n,
  }
}

export const valuesOf = (names: readonly string[], data: Prepared): readonly Float64Array[] =>
  names.map((name) => columnIn(data, name).values)
