import * as z from 'zod'
import { ReportLanguage, ReportModel } from './reports.ts'
import { Day } from './scalars.ts'

/** What people wrote over the model in one language; `packages/report` reads and checks it in full. */
export const ReportEdition = z.looseObject({ language: ReportLanguage })
export type ReportEdition = z.infer<typeof ReportEdition>

/**
 * What the first language of the report said when a sentence of this one was written, by its place (`sections.hours.see`):
 * where that has changed since, the sentence is stale.
 */
const Basis = z.record(z.string().max(200), z.string().max(4_000))

/** `GET /v1/reports/{id}/editions/{language}`: all that an editor needs of one language. */
export const EditionState = z.strictObject({
  model: ReportModel,
  /** 0 before the first save. */
  revision: z.int(),
  edition: ReportEdition,
  basis: Basis,
  savedOn: Day.nullable(),
  savedBy: z.string().nullable(),
})
export type EditionState = z.infer<typeof EditionState>

/** `PUT /v1/reports/{id}/editions/{language}`; begun from `revision`, refused when somebody saved in between. */
export const EditionSave = z.strictObject({
  revision: z.int().min(0),
  edition: ReportEdition,
  basis: Basis,
})
export type EditionSave = z.infer<typeof EditionSave>
export const EditionReceipt = z.strictObject({ revision: z.int() })
