import { Problem } from '@echolot/problem'
import type { AnalysisPlan, Plan } from '../plan/plan.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Result } from '../result.ts'
import type { Found } from './found.ts'
import { runMeanComparison, runShareComparison } from './run-comparisons.ts'
import { runComposition } from './run-composition.ts'
import { runDescriptives } from './run-descriptives.ts'
import { runFrequencies } from './run-frequencies.ts'
import { runOutcomeRates } from './run-outcome-rates.ts'
import { runCronbachAlpha, runOmegaTotal } from './run-reliability.ts'
import { runWeightedCategories } from './run-weighted-categories.ts'
import { runWeightedMeans } from './run-weighted-means.ts'
import { runWeightedMedians } from './run-weighted-medians.ts'
import { runWeightedShares } from './run-weighted-shares.ts'
import { runWeights } from './run-weights.ts'

/** Runs one line of the plan. Where its result is not defined, the reason becomes a warning and no number is given. */
export const runAnalysis = (analysis: AnalysisPlan, plan: Plan, data: Prepared): Result => {
  const head = { id: analysis.id, method: analysis.method }
  try {
    return { ...head, ...found(analysis, plan, data) }
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.type !== 'result-not-defined') throw fault
    return {
      ...head,
      n: data.n,
      omitted: data.n,
      estimates: {},
      warnings: [`not defined: ${String(fault.details.reason)}`],
    }
  }
}

const found = (analysis: AnalysisPlan, plan: Plan, data: Prepared): Found => {
  switch (analysis.method) {
    case 'descriptives':
      return runDescriptives(analysis, data)
    case 'frequencies':
      return runFrequencies(analysis, data)
    case 'cronbach-alpha':
      return runCronbachAlpha(analysis, plan, data)
    case 'omega-total':
      return runOmegaTotal(analysis, plan, data)
    case 'mean-comparison':
      return runMeanComparison(analysis, data)
    case 'share-comparison':
      return runShareComparison(analysis, data)
    case 'weighted-shares':
      return runWeightedShares(analysis, data)
    case 'weighted-categories':
      return runWeightedCategories(analysis, data)
    case 'weighted-means':
      return runWeightedMeans(analysis, data)
    case 'weighted-medians':
      return runWeightedMedians(analysis, data)
    case 'outcome-rates':
      return runOutcomeRates(analysis, data)
    case 'composition':
      return runComposition(analysis, data)
    case 'weights':
      return runWeights(data)
  }
}
