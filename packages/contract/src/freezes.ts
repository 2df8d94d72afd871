import * as z from 'zod'
import { Day, Sha256, StudyId_, WaveId_ } from './scalars.ts'

/** `POST /v1/freezes`. */
export const FreezeOrder = z.strictObject({ study: StudyId_, wave: WaveId_ })
export type FreezeOrder = z.infer<typeof FreezeOrder>

export const FreezeSummary = z.strictObject({
  id: z.string(),
  study: StudyId_,
  wave: WaveId_,
  madeOn: Day,
  rows: z.int(),
  digest: Sha256,
})
export type FreezeSummary = z.infer<typeof FreezeSummary>
export const FreezeList = z.strictObject({ freezes: z.array(FreezeSummary) })
