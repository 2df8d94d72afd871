import * as z from 'zod'
import { Day, Sha256, StudyId_, WaveId_ } from './scalars.ts'

/** Languages in which a report can be handed in, written and released. */
export const REPORT_LANGUAGES = ['de', 'en'] as const
export const ReportLanguage = z.enum(REPORT_LANGUAGES)
export type ReportLanguage = z.infer<typeof ReportLanguage>

/** One version of a report; the same at each of its states. */
export const ReportId = z.string().regex(/^[0-9a-f]{32}$/)
/** A page of a report; the same in each language and each version. */
export const SectionId = z.string().regex(/^[a-z0-9-]{1,80}$/)

/** Names one finding for ever: a page of one version. Whatever builds on findings points here. */
export const FindingReference = z.strictObject({ report: ReportId, section: SectionId })
export type FindingReference = z.infer<typeof FindingReference>

/** The document model of `packages/report`, which reads it in full; here it is JSON that says its language. */
export const ReportModel = z.looseObject({ language: ReportLanguage })
export type ReportModel = z.infer<typeof ReportModel>

/**
 * `POST /v1/reports`: what the analysis made, handed in by an analyst. The same study, wave and title again is the next
 * version. Pages and files are made here, from the models alone.
 */
export const ReportUpload = z.strictObject({
  study: StudyId_,
  wave: WaveId_,
  title: z.string().trim().min(1).max(200),
  freezeDigest: Sha256,
  planDigest: Sha256,
  models: z.array(ReportModel).min(1).max(REPORT_LANGUAGES.length),
  results: z.record(z.string(), z.json()),
  /** What disclosure control hid and why; `disclosure.json` of the analysis. */
  account: z.record(z.string(), z.json()),
})
export type ReportUpload = z.infer<typeof ReportUpload>
export const ReportReceipt = z.strictObject({ id: ReportId, version: z.int() })

/** `in-comment`: carrier and job centre read and comment, nobody writes; only from there it is released. */
export const ReportState = z.enum(['draft', 'in-comment', 'released', 'withdrawn'])
export type ReportState = z.infer<typeof ReportState>

export const ReportSummary = z.strictObject({
  id: ReportId,
  study: StudyId_,
  wave: WaveId_,
  title: z.string(),
  /** 1, 2, … of the same study, wave and title. */
  version: z.int(),
  state: ReportState,
  /** Empty for reports from before models were handed in. */
  languages: z.array(ReportLanguage),
  madeOn: Day,
  releasedOn: Day.nullable(),
  withdrawnOn: Day.nullable(),
  freezeDigest: Sha256,
  planDigest: Sha256,
  /** Of the program that analysed. */
  codeVersion: z.string(),
  /** Of all that people wrote over the models; null until it is released. */
  editionDigest: Sha256.nullable(),
})
export type ReportSummary = z.infer<typeof ReportSummary>
export const ReportList = z.strictObject({ reports: z.array(ReportSummary) })

/** What is kept of a report besides its text; nothing is ever taken out. */
export const REPORT_ACTS = [
  'handed-in',
  'edited',
  'opened-for-comments',
  'commented',
  'answered',
  'accepted',
  'declined',
  'taken-back',
  'released',
  'withdrawn',
] as const
export type ReportAct = (typeof REPORT_ACTS)[number]
export const ReportLogEntry = z.strictObject({
  ordinal: z.int(),
  act: z.enum(REPORT_ACTS),
  on: Day,
  by: z.string(),
  role: z.string(),
  own: z.boolean(),
  /** The page it is about; null for the whole report. */
  section: SectionId.nullable(),
  /** Ordinal of the comment it answers. */
  about: z.int().nullable(),
  text: z.string(),
})
export type ReportLogEntry = z.infer<typeof ReportLogEntry>

const Page = z.strictObject({ id: SectionId, heading: z.string() })

/** `GET /v1/reports/{id}`; the log is empty for those who only read releases. */
export const ReportDetails = z.strictObject({
  report: ReportSummary,
  /** All versions that the reader may see, the newest first. */
  versions: z.array(ReportSummary),
  /** Pages as they are headed now, by language, in reading order; without hidden ones. */
  pages: z.array(
    z.strictObject({
      language: ReportLanguage,
      sections: z.array(Page),
      /** Sheets for families that somebody wrote in this language. */
      families: z.array(z.enum(['plain', 'easy'])),
    }),
  ),
  /** Why it was withdrawn; empty otherwise. */
  withdrawnBecause: z.string(),
  log: z.array(ReportLogEntry),
})
export type ReportDetails = z.infer<typeof ReportDetails>

/** How far a finding carries. */
const Strength = z.enum(['sound', 'hint', 'open'])

/** `GET /v1/reports/{id}/findings?language=`: what can be built on. */
export const Finding = z.strictObject({
  ...FindingReference.shape,
  name: z.string(),
  heading: z.string(),
  /** Null for pages that weigh nothing. */
  strength: Strength.nullable(),
  recommendation: z.string().nullable(),
})
export type Finding = z.infer<typeof Finding>
export const FindingList = z.strictObject({
  title: z.string(),
  version: z.int(),
  state: ReportState,
  findings: z.array(Finding),
})
export type FindingList = z.infer<typeof FindingList>

/** One thing that is different; a side is left out where there was, or is, none. */
const Difference = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('strength'),
    from: Strength.optional(),
    to: Strength.optional(),
  }),
  z.strictObject({
    what: z.literal('value'),
    label: z.string(),
    from: z.string().optional(),
    to: z.string().optional(),
  }),
  z.strictObject({
    what: z.enum(['heading', 'see', 'sure', 'follow', 'recommendation']),
    from: z.string().optional(),
    to: z.string().optional(),
  }),
])
/** `GET /v1/reports/{id}/comparison?language=`; null for a first version. */
export const ReportComparison = z.strictObject({
  comparison: z
    .strictObject({
      versions: z.strictObject({ from: z.int(), to: z.int() }),
      /** Which of data, plan and program are others. */
      digests: z.array(z.enum(['data', 'plan', 'code'])),
      added: z.array(Page),
      removed: z.array(Page),
      changed: z.array(z.strictObject({ ...Page.shape, differences: z.array(Difference) })),
    })
    .nullable(),
})
export type ReportComparison = z.infer<typeof ReportComparison>

const Words = z.string().trim().min(1).max(4_000)

/** `POST /v1/reports/{id}/comments`. */
export const NewReportComment = z.strictObject({ section: SectionId.nullable(), text: Words })
export type NewReportComment = z.infer<typeof NewReportComment>
/** `POST /v1/reports/{id}/comments/{ordinal}/answer`: what became of a comment; declining says why. */
export const CommentAnswer = z.strictObject({
  verdict: z.enum(['answered', 'accepted', 'declined']),
  text: z.string().trim().max(4_000),
})
export type CommentAnswer = z.infer<typeof CommentAnswer>
/** `POST /v1/reports/{id}/withdrawal`. */
export const ReportWithdrawal = z.strictObject({ reason: Words })
