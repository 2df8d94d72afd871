import { Problem } from '@echolot/problem'
import type { AnalysisPlan, Plan } from '../plan/plan.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Result } from '../result.ts'
import { finite } from './finite.ts'
import type { Found } from './found.ts'
import type { Given } from './method.ts'
import { METHODS } from './methods.ts'

type Run = (line: AnalysisPlan, data: Prepared, given: Given) => Found
/** The schema has matched each line with its method, so its fields are those the method takes. */
const RUNS: ReadonlyMap<string, Run> = new Map(METHODS.map(({ id, run }) => [id, run as Run]))

/** Runs one line of the plan. Where its result is not defined, the reason becomes a warning and no number is given. */
export const runAnalysis = (analysis: AnalysisPlan, plan: Plan, data: Prepared): Result => {
  const head = { id: analysis.id, method: analysis.method }
  const run = RUNS.get(analysis.method)
  if (run === undefined) throw new Error(`method ${analysis.method} is not in the list of methods`)
  try {
    return {
      ...head,
      ...finite(run(analysis, data, { scales: plan.scales, bands: plan.data.bands })),
    }
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.type !== 'result-not-defined') throw fault
    return {
      ...head,
      n: data.n,
      omitted: data.n,
      estimates: {},
      notEstimable: { all: String(fault.details.reason) },
      warnings: [`not defined: ${String(fault.details.reason)}`],
    }
  }
}
