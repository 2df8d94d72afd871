import * as z from 'zod'
import { StudyId_ } from './scalars.ts'

/** `POST /v1/frames/check` and `POST /v1/frames`: the address file as it came, base64. */
export const FrameUpload = z.strictObject({
  study: StudyId_,
  fileName: z.string().max(200),
  /** The bytes of the CSV, base64, in whatever encoding. */
  content: z.string().max(40_000_000),
  /** Lines (1 = header) to leave out, although they could be mended. */
  exclude: z.array(z.int().min(2)).default([]),
})
export type FrameUpload = z.infer<typeof FrameUpload>

/** One thing found in one line. `error` lines are not imported. */
export const FrameFinding = z.strictObject({
  line: z.int(),
  column: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  rule: z.string(),
  /** Values for the sentence which the page shows in the clerk's language. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type FrameFinding = z.infer<typeof FrameFinding>

export const FrameCheck = z.strictObject({
  encoding: z.enum(['utf-8', 'utf-16le', 'windows-1252']),
  delimiter: z.enum([';', ',', '\t']),
  rows: z.int(),
  /** Rows that an import takes; `known` of them are persons who are in the frame already. */
  importable: z.int(),
  known: z.int(),
  /** Rows under a protected address: counted, never kept, never shown. */
  excludedProtected: z.int(),
  strata: z.array(z.strictObject({ stratum: z.string(), rows: z.int() })),
  findings: z.array(FrameFinding),
  /** Pairs of lines that may be the same person. */
  duplicates: z.array(z.strictObject({ line: z.int(), of: z.int(), reason: z.string() })),
})
export type FrameCheck = z.infer<typeof FrameCheck>
export const FrameReceipt = z.strictObject({ imported: z.int(), check: FrameCheck })
export type FrameReceipt = z.infer<typeof FrameReceipt>

/** `GET /v1/frames/{study}`. */
export const FrameOverview = z.strictObject({
  study: StudyId_,
  persons: z.int(),
  strata: z.array(z.strictObject({ stratum: z.string(), label: z.string(), persons: z.int() })),
  blocked: z.int(),
})
export type FrameOverview = z.infer<typeof FrameOverview>
