import * as z from 'zod'
import { Day, InstrumentId_, Language, Sha256 } from './scalars.ts'

/** The envelope of a questionnaire; `survey` is SurveyJS JSON and stays untouched. */
export const InstrumentEnvelope = z.looseObject({
  instrument: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  languages: z
    .array(
      z.strictObject({
        tag: Language,
        status: z.enum(['source', 'draft', 'reviewed']),
        live: z.boolean(),
      }),
    )
    .min(1),
  survey: z.record(z.string(), z.json()),
  scales: z.array(z.looseObject({ name: z.string() })),
  variables: z.array(z.looseObject({ name: z.string() })),
})
export type InstrumentEnvelope = z.infer<typeof InstrumentEnvelope>

/** `GET /v1/instruments/{id}`: a published version as respondents get it. */
export const PublishedInstrument = z.strictObject({
  id: InstrumentId_,
  digest: Sha256,
  instrument: InstrumentEnvelope,
})
export type PublishedInstrument = z.infer<typeof PublishedInstrument>

/** One line of the studio's list: a draft, and the newest published version of it. */
export const InstrumentSummary = z.strictObject({
  name: z.string(),
  title: z.string(),
  languages: z.array(Language),
  items: z.int(),
  draft: z.strictObject({ revision: z.int(), version: z.string() }).nullable(),
  published: z.array(
    z.strictObject({
      id: InstrumentId_,
      digest: Sha256,
      publishedOn: z.string(),
      waves: z.array(z.string()),
    }),
  ),
  /** Waits for the second pair of eyes. */
  proposed: z.strictObject({ version: z.string(), by: z.string() }).nullable(),
})
export type InstrumentSummary = z.infer<typeof InstrumentSummary>
export const InstrumentList = z.strictObject({ instruments: z.array(InstrumentSummary) })

/** `GET`/`PUT /v1/drafts/{name}`: a save names the revision it began from; a stale one is refused. */
export const Draft = z.strictObject({ revision: z.int().min(0), instrument: InstrumentEnvelope })
export type Draft = z.infer<typeof Draft>
/** Names one open editor (a tab); made by it, 128 random bits. */
export const EditorId = z.string().regex(/^[0-9a-f]{32}$/)
/**
 * `PUT /v1/drafts/{name}`. Saving an existing draft needs its lock, held by `editor`; a new one (revision 0) does not.
 * `auto` is what the editor saves by itself: the history keeps one such state every ten minutes.
 */
export const DraftSave = z.strictObject({
  ...Draft.shape,
  editor: EditorId.optional(),
  kind: z.enum(['auto', 'kept']).default('kept'),
})
export type DraftSave = z.infer<typeof DraftSave>
/** The revision that the next save must name. */
export const DraftReceipt = z.strictObject({ revision: z.int() })

/** `GET`/`PUT /v1/drafts/{name}/lock`: who may save the draft now. */
export const DraftLock = z.strictObject({
  /** `other-window`: the same person, somewhere else. A lock that was not renewed in time is `free`. */
  state: z.enum(['free', 'mine', 'other-window', 'other']),
  by: z.string().nullable(),
  /** To the minute. */
  since: z.iso.datetime().nullable(),
  /** The newest revision, so that whoever looks on knows when to look again. */
  revision: z.int(),
})
export type DraftLock = z.infer<typeof DraftLock>
/** `hold` takes a free lock or renews the own one, `take-over` takes anybody's, `leave` gives it back. */
export const DraftLockOrder = z.strictObject({
  editor: EditorId,
  act: z.enum(['hold', 'take-over', 'leave']),
})
export type DraftLockOrder = z.infer<typeof DraftLockOrder>

/** One text in one language as its translator wrote it. */
export const TranslatedUnit = z.strictObject({
  key: z.string().min(1).max(500),
  language: Language,
  /** Empty takes the translation away. */
  text: z.string().max(100_000),
  state: z.enum(['draft', 'reviewed']),
  note: z.string().max(2_000).optional(),
  /** What the translator saw: the words that stood there, and the source text they were made from. */
  base: z.string().nullable(),
  source: z.string(),
})
export type TranslatedUnit = z.infer<typeof TranslatedUnit>
/**
 * `PATCH /v1/drafts/{name}/translations`: needs no lock. Each unit says what it was made from, so that any number of
 * translators work beside each other and beside whoever edits the structure.
 */
export const TranslationPatch = z.strictObject({
  units: z.array(TranslatedUnit).min(1).max(5_000),
})
export type TranslationPatch = z.infer<typeof TranslationPatch>
/** A unit that was not taken: somebody wrote other words meanwhile (`changed`), or the text is gone. */
export const RefusedUnit = z.strictObject({
  key: z.string(),
  language: Language,
  reason: z.enum(['changed', 'gone']),
  now: z.string().nullable(),
})
export type RefusedUnit = z.infer<typeof RefusedUnit>
export const TranslationReceipt = z.strictObject({
  revision: z.int(),
  taken: z.int(),
  refused: z.array(RefusedUnit),
})
export type TranslationReceipt = z.infer<typeof TranslationReceipt>

/** One kept state of a draft. */
export const DraftRevision = z.strictObject({
  revision: z.int(),
  savedOn: Day,
  /** UTC, in steps of ten minutes; null for states from before steps were kept. */
  savedAt: z.iso.datetime().nullable(),
  by: z.string(),
  /** `kept`: saved by hand. */
  kind: z.enum(['auto', 'kept']),
})
export type DraftRevision = z.infer<typeof DraftRevision>
/** `GET /v1/drafts/{name}/history`, the newest first. */
export const DraftHistory = z.strictObject({ revisions: z.array(DraftRevision) })

export const InstrumentProblem = z.strictObject({
  path: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  rule: z.string(),
  message: z.string(),
  remedy: z.string(),
})
export type InstrumentProblem = z.infer<typeof InstrumentProblem>
/** `POST /v1/drafts/{name}/paper`; without a language in the source language. */
export const PaperOrder = z.strictObject({ language: Language.optional() })
export type PaperOrder = z.infer<typeof PaperOrder>
/** `POST /v1/drafts/{name}/check`. */
export const InstrumentCheck = z.strictObject({ problems: z.array(InstrumentProblem) })
export type InstrumentCheck = z.infer<typeof InstrumentCheck>

/** `POST /v1/drafts/{name}/proposal`: asks a second person to publish exactly this revision. */
export const Proposal = z.strictObject({
  revision: z.int().min(0),
  note: z.string().min(1).max(500),
})
/** `POST /v1/drafts/{name}/publication`: the second person agrees; refused with any error. */
export const Publication = z.strictObject({ revision: z.int().min(0) })
export const PublicationReceipt = z.strictObject({ id: InstrumentId_, digest: Sha256 })
export type PublicationReceipt = z.infer<typeof PublicationReceipt>
