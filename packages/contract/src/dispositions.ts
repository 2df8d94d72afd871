import { DISPOSITIONS, type DispositionCode } from '@echolot/study'
import * as z from 'zod'

export const DispositionCode_ = z.enum(
  Object.keys(DISPOSITIONS) as [DispositionCode, ...DispositionCode[]],
)

/** Cases by final outcome, for a whole wave: never by stratum, so that no cell tells on a household. */
export const DispositionCounts = z.strictObject({
  items: z.array(z.strictObject({ code: DispositionCode_, count: z.int().min(0) })),
})
export type DispositionCounts = z.infer<typeof DispositionCounts>
