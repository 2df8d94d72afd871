import type { AnalysisPlan, Plan as WholePlan } from '../plan/plan.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { turnedItems } from '../prepare/scale-scores.ts'
import { cronbachAlpha } from '../statistics/cronbach-alpha.ts'
import { omegaTotal } from '../statistics/omega-total.ts'
import type { Found } from './found.ts'

type Plan = Extract<AnalysisPlan, { method: 'cronbach-alpha' | 'omega-total' }>

const itemsOf = (plan: Plan, { scales }: WholePlan, data: Prepared) => {
  const scale = scales.find(({ name }) => name === plan.scale)
  const described = scale ?? {
    items: plan.items ?? [],
    reversed: plan.reversed ?? [],
    min: plan.min ?? 0,
    max: plan.max ?? 0,
  }
  return { names: described.items, values: turnedItems(described, data.columns) }
}

/** Alpha with Feldt's interval, and how each item fits. Unweighted. */
export const runCronbachAlpha = (plan: Plan, whole: WholePlan, data: Prepared): Found => {
  const { names, values } = itemsOf(plan, whole, data)
  const { alpha, alphaLow, alphaHigh, standardized, averageCorrelation, n, omitted, items } =
    cronbachAlpha(values)
  return {
    n,
    omitted,
    estimates: {
      alpha: { kind: 'coefficient', value: alpha, low: alphaLow, high: alphaHigh, base: n },
      standardized: { kind: 'coefficient', value: standardized, base: n },
      averageCorrelation: { kind: 'coefficient', value: averageCorrelation, base: n },
    },
    tables: {
      items: {
        kind: 'coefficients',
        rows: names,
        columns: ['mean', 'sd', 'itemRest', 'alphaWithout'],
        values: items.map(({ mean, sd, itemRest, alphaWithout }) => [
          mean,
          sd,
          itemRest,
          alphaWithout ?? null,
        ]),
        base: n,
      },
    },
    warnings: items.flatMap(({ itemRest }, i) =>
      itemRest < 0.3 ? [`${names[i]}: item–rest correlation below .30`] : [],
    ),
  }
}

/** Omega total of the one-factor model, with the loadings. Unweighted. */
export const runOmegaTotal = (plan: Plan, whole: WholePlan, data: Prepared): Found => {
  const { names, values } = itemsOf(plan, whole, data)
  const { omega, loadings, n, omitted } = omegaTotal(values)
  return {
    n,
    omitted,
    estimates: { omega: { kind: 'coefficient', value: omega, base: n } },
    tables: {
      loadings: {
        kind: 'coefficients',
        rows: names,
        columns: ['loading'],
        values: loadings.map((loading) => [loading]),
        base: n,
      },
    },
    warnings: [],
  }
}
