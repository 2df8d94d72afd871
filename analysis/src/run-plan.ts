import { runAnalysis } from './analyses/run-analysis.ts'
import type { Crew } from './columns/crew.ts'
import type { Plan } from './plan/plan.ts'
import { checkedCodebook, measureWarnings } from './prepare/check-codebook.ts'
import { prepare } from './prepare/prepare.ts'
import type { Prepared } from './prepare/prepared.ts'
import type { Source } from './prepare/source.ts'
import type { Result } from './result.ts'

/** Everything a plan finds in the data, at full precision: nothing of it is for readers yet. */
export const runPlan = (
  source: Source,
  plan: Plan,
  crew?: Crew,
): { readonly prepared: Prepared; readonly results: readonly Result[] } => {
  const prepared = prepare(source, plan, crew)
  checkedCodebook(source.variables, prepared)
  return {
    prepared,
    results: plan.analyses.map((analysis) => {
      const result = runAnalysis(analysis, plan, prepared)
      const about = measureWarnings(analysis, source.variables)
      return about.length > 0 ? { ...result, warnings: [...result.warnings, ...about] } : result
    }),
  }
}
