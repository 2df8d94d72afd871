import type { Cell } from './columns/cell.ts'
import { readPlan } from './plan/read-plan.ts'
import { unprotectedAnalysis } from './results-file.ts'
import { runPlan } from './run-plan.ts'
import { sourceOf } from './testing.ts'

/** What one line of a plan finds in made-up columns, at full precision. */
export const analyseMade = (
  columns: Readonly<Record<string, readonly Cell[]>>,
  line: Readonly<Record<string, unknown>>,
  plan: object = {},
) => {
  const { results } = runPlan(
    sourceOf(columns),
    readPlan(JSON.stringify({ plan: 'made', ...plan, analyses: [line] })),
  )
  const [result] = results
  if (result === undefined) throw new Error('the plan has no line')
  return unprotectedAnalysis(result)
}
