import * as z from 'zod'
import { AnalysisPlan } from '../analyses/schema.ts'
import { ReportPlan } from './report-plan.ts'
import { ScalePlan } from './scale-plan.ts'

export { AnalysisPlan, ScalePlan }

const Name = z.string().min(1)

export const WeightsPlan = z.strictObject({
  /** `frame`: units of the stratum in the frame divided by its respondents. */
  base: z.enum(['frame', 'equal']),
  margins: z
    .array(
      z.strictObject({
        variable: Name,
        /** Units in the population by code of the variable. */
        population: z.record(z.string().regex(/^-?\d+$/), z.number().positive()),
        /** If nobody answered in category `from`, its units go to `to`. Applied in this order. */
        collapse: z.array(z.strictObject({ from: z.number(), to: z.number() })).default([]),
      }),
    )
    .default([]),
  /** Bounds as multiples of the mean weight. */
  trim: z.strictObject({ low: z.number().positive(), high: z.number().positive() }).optional(),
})
export type WeightsPlan = z.infer<typeof WeightsPlan>

/** An analysis plan: everything that is decided before the data are seen. */
export const Plan = z.strictObject({
  plan: Name,
  note: z.string().optional(),
  /** Why the plan is not as it was fixed with the freeze. */
  changes: z.array(z.strictObject({ on: z.iso.date(), why: z.string().min(1) })).default([]),
  data: z
    .strictObject({
      /** Codes that mean missing, beside those the codebook names. */
      missing: z.array(z.number()).default([]),
      weight: Name.optional(),
      strata: Name.optional(),
      cluster: Name.optional(),
      /** Column with the number of units (clusters) of the stratum in the population. */
      fpc: Name.optional(),
      /** Marks data of a plain file as made up; a freeze says so itself. */
      synthetic: z.boolean().default(false),
      /** Variables whose 0 % and 100 % are told in words. */
      sensitive: z.array(Name).default([]),
      /** Columns that say which household, coach or commune an answer belongs to; of each there must be enough under a number. */
      units: z
        .strictObject({
          household: Name.optional(),
          coach: Name.optional(),
          commune: Name.optional(),
        })
        .optional(),
      /** Categories that may be told together where one is too small, by variable, e.g. [[1, 2], [3], [4, 5]]. */
      bands: z.record(z.string(), z.array(z.array(z.number()).min(1)).min(2)).optional(),
    })
    .default({ missing: [], synthetic: false, sensitive: [] }),
  weights: WeightsPlan.optional(),
  scales: z.array(ScalePlan).default([]),
  derive: z
    .array(z.strictObject({ name: Name, label: z.string().optional(), expression: Name }))
    .default([]),
  analyses: z.array(AnalysisPlan).min(1),
  report: ReportPlan.optional(),
})
export type Plan = z.infer<typeof Plan>
