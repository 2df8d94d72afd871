import * as z from 'zod'

const Name = z.string().min(1)

export const ScalePlan = z.strictObject({
  name: Name,
  label: z.string().optional(),
  items: z.array(Name).min(2),
  reversed: z.array(Name).default([]),
  min: z.number(),
  max: z.number(),
  /** Fewest valid items for a score. */
  minValid: z.int().min(1),
})
export type ScalePlan = z.infer<typeof ScalePlan>
