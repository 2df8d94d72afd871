import * as z from 'zod'
import { Day, Sha256, StudyId_, WaveId_ } from './scalars.ts'

/** `POST /v1/reports`: what the analysis made, handed in by an analyst; a draft until released. */
export const ReportUpload = z.strictObject({
  study: StudyId_,
  wave: WaveId_,
  title: z.string().min(1).max(200),
  freezeDigest: Sha256,
  planDigest: Sha256,
  html: z.string().max(10_000_000),
  /** Base64. */
  pdf: z.string().max(20_000_000),
  results: z.record(z.string(), z.json()),
})
export type ReportUpload = z.infer<typeof ReportUpload>

export const ReportSummary = z.strictObject({
  id: z.string(),
  study: StudyId_,
  wave: WaveId_,
  title: z.string(),
  state: z.enum(['draft', 'released']),
  madeOn: Day,
  releasedOn: Day.nullable(),
  freezeDigest: Sha256,
  planDigest: Sha256,
})
export type ReportSummary = z.infer<typeof ReportSummary>
export const ReportList = z.strictObject({ reports: z.array(ReportSummary) })
export const ReportReceipt = z.strictObject({ id: z.string() })
