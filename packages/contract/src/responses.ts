import * as z from 'zod'
import {
  Attempt,
  Day,
  InstrumentId_,
  Language,
  Lookup_,
  StudyId_,
  WaveId_,
  WrapKey_,
} from './scalars.ts'

/** What a page needs before anyone has typed a code: the public side of a study. */
export const PublicStudy = z.strictObject({
  study: StudyId_,
  title: z.record(z.string(), z.string()),
  /** Public salt of the code derivation, base64url, and the derivation's name. */
  salt: z.string(),
  kdf: z.literal('pbkdf2-100k-v1'),
  /** Languages the questionnaire is live in, the source first. */
  languages: z.array(Language),
  /** Who is responsible, why, on which legal basis, until when: shown before question 1. */
  purpose: z.record(z.string(), z.string()),
  controller: z.string(),
  legalBasis: z.record(z.string(), z.string()),
  hotline: z.string(),
  email: z.string().optional(),
  /** Last day on which answers can be withdrawn with the code. */
  withdrawUntil: Day,
  synthetic: z.boolean(),
})
export type PublicStudy = z.infer<typeof PublicStudy>
export const PublicStudies = z.strictObject({ studies: z.array(PublicStudy) })
export type PublicStudies = z.infer<typeof PublicStudies>

/** The derivatives of a code; the code itself never leaves the device. */
export const CodeSecrets = z.strictObject({
  study: StudyId_.optional(),
  lookup: Lookup_,
  wrapkey: WrapKey_,
})
export type CodeSecrets = z.infer<typeof CodeSecrets>

/** `POST /v1/session`. `submitted`: someone has finished with this code; nothing can be read back. */
export const Session = z.strictObject({
  state: z.enum(['open', 'submitted', 'closed']),
  study: StudyId_,
  wave: WaveId_,
  instrument: InstrumentId_,
  /** A paused draft waits for its PIN. */
  paused: z.boolean(),
})
export type Session = z.infer<typeof Session>

/** `PUT /v1/response`: all answers so far and all items displayed so far, at every page change. */
export const Submission = z.strictObject({
  instrument: InstrumentId_.optional(),
  attempt: Attempt,
  /** Rises with every page left; an older one than the newest kept is acknowledged and ignored. */
  counter: z.int().min(0).max(100_000),
  page: z.string().max(128),
  answers: z.record(z.string(), z.json()),
  /** Names of the items that were on screen. */
  shown: z.array(z.string().max(128)).max(2_000),
  completed: z.boolean(),
  language: Language.optional(),
})
export type Submission = z.infer<typeof Submission>

/** The page is on disk. Only the day is told, and only the week is kept. */
export const Receipt = z.strictObject({ savedOn: Day })
export type Receipt = z.infer<typeof Receipt>

/** `POST /v1/refusal`: no answers are kept, no letter follows. */
export const Refusal = z.strictObject({
  ...CodeSecrets.shape,
  reason: z.enum(['refused', 'consent']).default('refused'),
})
export type Refusal = z.infer<typeof Refusal>

/** `POST /v1/withdrawal`: answered alike whether nothing, one or many rows existed. */
export const Withdrawal = z.strictObject({
  ...CodeSecrets.shape,
  scope: z.enum(['wave', 'study']).default('study'),
})
export type Withdrawal = z.infer<typeof Withdrawal>

/** `PUT /v1/draft`: a paused questionnaire, sealed on the device with code and PIN. */
export const PausedDraft = z.strictObject({
  attempt: Attempt,
  /** Proof of the PIN, derived on the device; 64 hexadecimal digits. */
  verifier: z.string().regex(/^[0-9a-f]{64}$/),
  ciphertext: z.string().max(200_000),
})
export type PausedDraft = z.infer<typeof PausedDraft>

/** `POST /v1/draft/opening`: the fifth wrong PIN destroys the draft. */
export const DraftOpening = z.strictObject({ verifier: z.string().regex(/^[0-9a-f]{64}$/) })
export type DraftOpening = z.infer<typeof DraftOpening>
export const OpenedDraft = z.strictObject({ ciphertext: z.string() })
export type OpenedDraft = z.infer<typeof OpenedDraft>

/** `PUT /v1/keying`: a paper questionnaire typed by staff, with the code on its sheet. */
export const Keying = z.strictObject({ code: CodeSecrets, submission: Submission })
export type Keying = z.infer<typeof Keying>
