import * as z from 'zod'
import { notDefined } from '../problems.ts'
import { fitCfa } from '../statistics/cfa/fit-cfa.ts'
import { completeCases } from '../statistics/cronbach-alpha.ts'
import { covarianceMatrix } from '../statistics/factor/correlation-matrix.ts'
import { schmidLeiman } from '../statistics/factor/schmid-leiman.ts'
import { sumOf } from '../statistics/numbers.ts'
import { correlationInput, correlationsOf } from './correlations-of.ts'
import { byName, estimatesOf } from './estimates-of.ts'
import { scaleOrItems } from './fields.ts'
import type { Found } from './found.ts'
import { itemFaults, itemsOf } from './items-of.ts'
import { defineMethod } from './method.ts'

/** Omega total of the one-factor model; with group factors also omega hierarchical. Unweighted, listwise. */
export const omega = defineMethod({
  id: 'omega',
  about:
    'McDonald’s omega of complete respondents. Without `groupFactors`: omega total (Σλ)² / ((Σλ)² + Σθ) of the one-factor model by maximum likelihood. With them: omega hierarchical (Σg)² / ΣR and total 1 − Σu² / ΣR by Schmid and Leiman’s transformation of minres factors after direct quartimin.',
  source:
    'McDonald (1999), Test Theory: A Unified Treatment; Schmid & Leiman (1957), Psychometrika 22, 53–61; Zinbarg et al. (2005), Psychometrika 70, 123–133.',
  estimates:
    '`omega`, `n`, `omega_total_model_implied`, `omega_total_observed_variance`, `alpha`, `chisq`, `df`, by item `loadings.X`, `residual_variances.X`; with `groupFactors` instead `omega_hierarchical`, `omega_total`, `ecv`, `alpha_std`, `g_loadings.X`, `group_loadings` (matrix), `second_order_loadings` (list)',
  fields: {
    ...scaleOrItems,
    /** Number of group factors under the general one. */
    groupFactors: z.int().min(2).optional(),
    correlations: correlationInput.optional(),
  },
  example: { scale: 'TRU' },
  faults: (line) => [
    ...itemFaults(line),
    ...(line.correlations !== undefined && line.groupFactors === undefined
      ? [
          {
            path: 'correlations',
            message: 'omega total of one factor needs answers, not correlations',
            remedy: 'give "groupFactors", or data of respondents',
          },
        ]
      : []),
  ],
  run: (line, data, given) => {
    const { names, values } = itemsOf(line, data, given)
    return line.groupFactors === undefined
      ? oneFactor(names, values)
      : hierarchy(names, values, {
          factors: line.groupFactors,
          correlations: line.correlations,
        })
  },
})

const oneFactor = (names: readonly string[], values: readonly Float64Array[]): Found => {
  const complete = completeCases(values)
  const n = complete[0]?.length ?? 0
  if (names.length < 3 || n < 10)
    throw notDefined({
      method: 'omega',
      reason: 'fewer than three items or ten complete respondents',
    })
  const { fit, parameters, warnings } = fitCfa({
    model: { factors: [{ name: 'f', items: names }], residualCovariances: [], uncorrelated: [] },
    scaling: 'unit-variance',
    groups: [complete],
    invariance: 'configural',
    robust: 'none',
  })
  const k = names.length
  const raw = parameters.slice(0, k).map(({ estimate }) => estimate)
  const sign = sumOf(raw) < 0 ? -1 : 1
  const loadings = raw.map((loading) => sign * loading)
  const residuals = parameters.slice(k, 2 * k).map(({ estimate }) => estimate)
  const common = sumOf(loadings) ** 2
  const observed = covarianceMatrix(complete, 0)
  const total = common / (common + sumOf(residuals))
  return {
    n,
    omitted: (values[0]?.length ?? 0) - n,
    estimates: estimatesOf(
      {
        omega: total,
        n,
        omega_total_model_implied: total,
        omega_total_observed_variance: common / observed.sum(),
        alpha: (k / (k - 1)) * (1 - observed.trace() / observed.sum()),
        chisq: fit.chiSquare,
        df: fit.df,
        loadings: byName(names, loadings),
        residual_variances: byName(names, residuals),
      },
      n,
    ),
    tables: {
      loadings: {
        kind: 'coefficients',
        rows: names,
        columns: ['loading'],
        values: loadings.map((loading) => [loading]),
        base: n,
      },
    },
    warnings: [
      ...warnings,
      ...loadings.flatMap((loading, i) =>
        loading < 0 ? [`${names[i]}: loads negatively, check which items are reversed`] : [],
      ),
    ],
  }
}

const hierarchy = (
  names: readonly string[],
  values: readonly Float64Array[],
  {
    factors,
    correlations,
  }: { readonly factors: number; readonly correlations: { readonly n: number } | undefined },
): Found => {
  const { matrix, n, omitted } = correlationsOf(values, { method: 'omega', given: correlations })
  const found = schmidLeiman(matrix, factors)
  const k = names.length
  return {
    n,
    omitted,
    estimates: estimatesOf(
      {
        omega_hierarchical: found.omegaHierarchical,
        omega_total: found.omegaTotal,
        ecv: found.explainedCommonVariance,
        alpha_std: (k / (k - 1)) * (1 - k / matrix.sum()),
        g_loadings: byName(names, found.general),
        group_loadings: {
          rows: names,
          cols: found.secondOrder.map((_, j) => `G${j + 1}`),
          values: found.groups.to2DArray(),
        },
        second_order_loadings: found.secondOrder,
      },
      n,
    ),
    tables: {
      loadings: {
        kind: 'coefficients',
        rows: names,
        columns: ['general', ...found.secondOrder.map((_, j) => `G${j + 1}`)],
        values: names.map((_, i) => [found.general[i] as number, ...found.groups.getRow(i)]),
        base: n,
      },
    },
    warnings: [
      ...found.warnings,
      ...found.general.flatMap((loading, i) =>
        loading < 0 ? [`${names[i]}: loads negatively, check which items are reversed`] : [],
      ),
    ],
  }
}
