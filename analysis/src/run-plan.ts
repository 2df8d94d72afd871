import { runAnalysis } from './analyses/run-analysis.ts'
import type { Plan } from './plan/plan.ts'
import { prepare } from './prepare/prepare.ts'
import type { Prepared } from './prepare/prepared.ts'
import type { Source } from './prepare/source.ts'
import type { Result } from './result.ts'

/** Everything a plan finds in the data, at full precision: nothing of it is for readers yet. */
export const runPlan = (
  source: Source,
  plan: Plan,
): { readonly prepared: Prepared; readonly results: readonly Result[] } => {
  const prepared = prepare(source, plan)
  return {
    prepared,
    results: plan.analyses.map((analysis) => runAnalysis(analysis, plan, prepared)),
  }
}
