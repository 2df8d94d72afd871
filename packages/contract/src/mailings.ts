import * as z from 'zod'
import { DispositionCode_ } from './dispositions.ts'
import { Day, StudyId_, WaveId_ } from './scalars.ts'

/** `POST /v1/mailings`: a batch of letters of one kind; nothing is drawn before the second person agrees. */
export const MailingOrder = z.strictObject({
  study: StudyId_,
  wave: WaveId_,
  kind: z.enum(['invitation', 'reminder']),
})
export type MailingOrder = z.infer<typeof MailingOrder>

/**
 * ordered → (second person) approved → drawing codes → registering → ready → downloaded.
 * `lost`: the vault stopped before the download; the codes are gone, order again.
 */
export const MailingState = z.enum([
  'ordered',
  'drawing',
  'registering',
  'ready',
  'downloaded',
  'lost',
  'failed',
])
export type MailingState = z.infer<typeof MailingState>

export const Mailing = z.strictObject({
  id: z.string(),
  study: StudyId_,
  wave: WaveId_,
  kind: z.enum(['invitation', 'reminder']),
  state: MailingState,
  letters: z.int(),
  /** Letters for which the present step is done. */
  done: z.int(),
  orderedBy: z.string(),
  approvedBy: z.string().nullable(),
  orderedOn: Day,
  /** A problem type, where `failed`. */
  problem: z.string().nullable(),
})
export type Mailing = z.infer<typeof Mailing>
export const MailingList = z.strictObject({ mailings: z.array(Mailing) })

/** `POST /v1/events/pull`: fetch done-tokens now, of all waves unless one is named. */
export const PullOrder = z.strictObject({ study: StudyId_, wave: WaveId_.optional() })
export type PullOrder = z.infer<typeof PullOrder>
export const PullReceipt = z.strictObject({
  redeemed: z.int(),
  /** Why reminders are blocked, or null. */
  reminderGate: z
    .enum(['feed-too-old', 'chain-broken', 'totals-differ', 'never-pulled'])
    .nullable(),
  totals: z.strictObject({
    issued: z.int(),
    done: z.int(),
    refused: z.int(),
    withdrawn: z.int(),
    held: z.int(),
  }),
})
export type PullReceipt = z.infer<typeof PullReceipt>

/** `GET /v1/cases/{study}/{wave}?filter=to-remind|all&search=…&page=1`: the trust office's own list; names, no answers. */
export const CaseLine = z.strictObject({
  person: z.string(),
  name: z.string(),
  address: z.string(),
  stratum: z.string(),
  letters: z.int(),
  outcome: z.enum(['done', 'refused', 'withdrawn', 'returned', 'blocked']).nullable(),
})
export type CaseLine = z.infer<typeof CaseLine>
export const CaseList = z.strictObject({
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  cases: z.array(CaseLine),
})
export type CaseList = z.infer<typeof CaseList>

/** `POST /v1/returns`: a letter came back, keyed by the person line or the letter's printed number. */
export const LetterReturn = z.strictObject({
  study: StudyId_,
  letter: z.string().min(1).max(40),
  reason: z.int().min(1).max(9),
  /** With reason 8: where the next letter goes. The next mailing takes this person along, a second try. */
  newAddress: z
    .strictObject({
      addition: z.string().max(200).default(''),
      street: z.string().min(1).max(200),
      houseNumber: z.string().min(1).max(14),
      postcode: z.string().min(1).max(10),
      place: z.string().min(1).max(100),
    })
    .optional(),
})
export type LetterReturn = z.infer<typeof LetterReturn>
/** The disposition this reason means, and which try came back. */
export const ReturnReceipt = z.strictObject({
  disposition: DispositionCode_,
  attempt: z.int(),
  /** Who it was, so that the clerk sees a mistyped number at once. */
  name: z.string(),
})
export type ReturnReceipt = z.infer<typeof ReturnReceipt>

/** `POST /v1/blocks`: never write to this person again. */
export const Block = z.strictObject({ study: StudyId_, person: z.string() })
export type Block = z.infer<typeof Block>
/** How many entries of the frame this person has had, and are blocked now. */
export const BlockReceipt = z.strictObject({ blocked: z.int() })
export type BlockReceipt = z.infer<typeof BlockReceipt>

/** `GET /v1/studies` at the vault. */
export const TrustStudies = z.strictObject({
  studies: z.array(
    z.strictObject({
      study: StudyId_,
      title: z.string(),
      synthetic: z.boolean(),
      approvalUntil: Day,
      waves: z.array(z.strictObject({ wave: WaveId_, opensOn: Day, closesOn: Day })),
      lastPull: Day.nullable(),
    }),
  ),
})
export type TrustStudies = z.infer<typeof TrustStudies>
