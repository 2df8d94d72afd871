import * as z from 'zod'
import { Plan } from './plan.ts'

/** The plan as JSON Schema (draft 2020-12), for editors and for checks before a run. */
export const planSchema = (): unknown => z.toJSONSchema(Plan, { io: 'input' })
