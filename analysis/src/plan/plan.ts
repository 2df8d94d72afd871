import * as z from 'zod'
import { ReportPlan } from './report-plan.ts'

const Name = z.string().min(1)
const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens')

/** Groups compared: a variable and its codes, each with the words for it. */
export const By = z.strictObject({
  variable: Name,
  groups: z.array(z.strictObject({ value: z.number(), label: z.string() })).min(2),
})
export type By = z.infer<typeof By>

const base = { id: Id }
const variables = z.array(Name).min(1)
const scaleOrItems = {
  /** Name of a scale of the plan, or else items given here. */
  scale: Name.optional(),
  items: z.array(Name).min(2).optional(),
  reversed: z.array(Name).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
}
const twoGroups = z.tuple([z.number(), z.number()])

/** One line of the plan: a method and what it is applied to. */
export const AnalysisPlan = z.discriminatedUnion('method', [
  z.strictObject({ ...base, method: z.literal('descriptives'), variables }),
  z.strictObject({ ...base, method: z.literal('frequencies'), variables }),
  z.strictObject({ ...base, method: z.literal('cronbach-alpha'), ...scaleOrItems }),
  z.strictObject({ ...base, method: z.literal('omega-total'), ...scaleOrItems }),
  /** Difference of two means: Welch's t, Hedges' g; unweighted. */
  z.strictObject({
    ...base,
    method: z.literal('mean-comparison'),
    variables,
    by: Name,
    groups: twoGroups,
  }),
  /** Difference of two shares: Wilson, Newcombe; unweighted. `values` are the codes counted. */
  z.strictObject({
    ...base,
    method: z.literal('share-comparison'),
    variables,
    values: z.array(z.number()).min(1),
    by: Name,
    groups: twoGroups,
  }),
  z.strictObject({
    ...base,
    method: z.literal('weighted-shares'),
    variables,
    values: z.array(z.number()).min(1),
    by: By.optional(),
  }),
  z.strictObject({
    ...base,
    method: z.literal('weighted-categories'),
    variables,
    categories: z
      .array(z.strictObject({ name: Id, label: z.string(), values: z.array(z.number()).min(1) }))
      .min(2),
  }),
  z.strictObject({ ...base, method: z.literal('weighted-means'), variables, by: By.optional() }),
  z.strictObject({ ...base, method: z.literal('weighted-medians'), variables, by: By.optional() }),
  z.strictObject({
    ...base,
    method: z.literal('outcome-rates'),
    /** Share of the eligible among the unknown; proportional allocation unless given. */
    e: z.number().min(0).max(1).optional(),
    /** Numbers by AAPOR group, for data without dispositions. */
    counts: z
      .strictObject({
        I: z.int(),
        P: z.int(),
        R: z.int(),
        NC: z.int(),
        O: z.int(),
        U: z.int(),
        NE: z.int(),
      })
      .optional(),
  }),
  /** Who answered, beside the population. */
  z.strictObject({
    ...base,
    method: z.literal('composition'),
    variables: z
      .array(
        z.strictObject({
          variable: Name,
          label: z.string(),
          categories: z
            .array(
              z.strictObject({
                value: z.number(),
                label: z.string(),
                population: z.number().nonnegative(),
              }),
            )
            .min(2),
        }),
      )
      .min(1),
  }),
  /** Design effect, effective sample size and range of the weights. */
  z.strictObject({ ...base, method: z.literal('weights') }),
])
export type AnalysisPlan = z.infer<typeof AnalysisPlan>

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
