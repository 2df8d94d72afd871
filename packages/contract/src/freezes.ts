import * as z from 'zod'
import { Day, Sha256, StudyId_, WaveId_ } from './scalars.ts'

/** The file of an analysis plan, byte for byte; what it says is the analysis' to judge. */
const PlanText = z
  .string()
  .max(200_000)
  .refine(isPlan, 'not an analysis plan: JSON with "plan" and "analyses"')

/** `POST /v1/freezes`. `plan` is fixed with the cut; the analysis tells what is changed later. */
export const FreezeOrder = z.strictObject({
  study: StudyId_,
  wave: WaveId_,
  plan: PlanText.optional(),
})
export type FreezeOrder = z.infer<typeof FreezeOrder>

export const FreezeSummary = z.strictObject({
  id: z.string(),
  study: StudyId_,
  wave: WaveId_,
  madeOn: Day,
  rows: z.int(),
  digest: Sha256,
  /** SHA-256 of the plan's file that was fixed with it. */
  plan: Sha256.optional(),
})
export type FreezeSummary = z.infer<typeof FreezeSummary>
export const FreezeList = z.strictObject({ freezes: z.array(FreezeSummary) })

function isPlan(text: string): boolean {
  try {
    const plan: unknown = JSON.parse(text)
    return typeof plan === 'object' && plan !== null && 'plan' in plan && 'analyses' in plan
  } catch {
    return false
  }
}
