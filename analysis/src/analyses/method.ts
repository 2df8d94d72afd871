import * as z from 'zod'
import type { ScalePlan } from '../plan/scale-plan.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { PlanFault } from '../problems.ts'
import type { Found } from './found.ts'

/** What a line of the plan may refer to beside the data. */
export type Given = {
  /** Categories that may be told together, by variable. */
  readonly bands?: Readonly<Record<string, readonly (readonly number[])[]>> | undefined
  readonly scales: readonly ScalePlan[]
}

/**
 * One method that a line of the plan can name. The plan's schema, the page of methods and the runner are made from
 * these alone; see “A new method” in README.md.
 */
export type Method<Id extends string, Shape extends z.ZodRawShape> = {
  /** Name under `method` in the plan. */
  readonly id: Id
  /** Definition: what is computed, in one or two sentences. */
  readonly about: string
  /** Where the definition comes from. */
  readonly source: string
  /** Names of the estimates, as they stand in `results.json`. */
  readonly estimates: string
  /** Fields of the line beside `id` and `method`. */
  readonly fields: Shape
  /** A line of a plan without `id` and `method`; a test reads it. */
  readonly example: z.input<z.ZodObject<Shape>>
  /** What the types of the fields cannot say; `path` is inside the line. */
  readonly faults?: (line: LineOf<Shape>) => readonly PlanFault[]
  readonly run: (line: LineOf<Shape>, data: Prepared, given: Given) => Found
}

/** A line of the plan as the fields type it. */
export type LineOf<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>

/** Defines a method; its fields type `run`, `faults` and the example. */
export const defineMethod = <const Id extends string, Shape extends z.ZodRawShape>(
  method: Method<Id, Shape>,
): Method<Id, Shape> => method

/** Id of an analysis. Readers find its numbers under it. */
export const LineId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9._-]*$/, 'a letter, then letters, digits, dots, hyphens, underscores')
