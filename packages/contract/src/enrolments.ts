import * as z from 'zod'
import { CredentialId_, Day, Lookup_, Sha256, StratumId_, StudyId_, WaveId_ } from './scalars.ts'

/** One cell of the sampling frame; the collection refuses cells smaller than the study's least. */
export const FrameCell = z.strictObject({
  stratum: StratumId_,
  label: z.string().max(80),
  /** Cases to which letters of this wave were drawn. */
  gross: z.int().min(0),
  /** Households in the population of this cell. */
  population: z.int().min(0),
})
export type FrameCell = z.infer<typeof FrameCell>

/** M1 `PUT /peer/v1/studies/{study}/waves/{wave}/credentials`, items shuffled, at most 2,000 a message. */
export const CredentialBatch = z.strictObject({
  batch: z.string().regex(/^[0-9a-f]{32}$/),
  items: z
    .array(z.strictObject({ cred: CredentialId_, lookup: Lookup_, wrap: z.string().max(2_000) }))
    .max(2_000),
  frame: z.array(FrameCell).max(60),
})
export type CredentialBatch = z.infer<typeof CredentialBatch>
export const CredentialReceipt = z.strictObject({
  accepted: z.int(),
  duplicate: z.int(),
  rejected: z.int(),
})
export type CredentialReceipt = z.infer<typeof CredentialReceipt>

/** M2 `POST …/credentials/revocations`: never says whether one was used. */
export const Revocation = z.strictObject({ creds: z.array(CredentialId_).max(10_000) })
export type Revocation = z.infer<typeof Revocation>
export const RevocationReceipt = z.strictObject({ revoked: z.int() })
export type RevocationReceipt = z.infer<typeof RevocationReceipt>

/**
 * Counts of a whole wave since its beginning. `done + refused + withdrawn − held` is what all batches together hold, so
 * the vault, which has redeemed every batch, must come to the same numbers.
 */
export const EventTotals = z.strictObject({
  /** Credentials registered, those revoked since included. */
  issued: z.int(),
  revoked: z.int(),
  /** Events of each kind, those held included; one case may have several kinds. */
  done: z.int(),
  refused: z.int(),
  withdrawn: z.int(),
  /** Events that wait here for the next batch. */
  held: z.int(),
})
export type EventTotals = z.infer<typeof EventTotals>

/** M3 `GET …/events?after=seq`: done-tokens sealed to the vault, shuffled, in batches. */
export const EventFeed = z.strictObject({
  seq: z.int(),
  batches: z.array(z.strictObject({ seq: z.int(), items: z.array(z.string()) })),
  totals: EventTotals,
  auditHead: z.string(),
})
export type EventFeed = z.infer<typeof EventFeed>

/** What a sealed event says, once opened at the vault. */
export const SealedEvent = z.strictObject({
  t: z.string(),
  k: z.enum(['done', 'refused', 'withdrawn']),
})
export type SealedEvent = z.infer<typeof SealedEvent>

/** M5 `POST …/events/flush`: before a reminder run; refused while fewer than three events wait. */
export const FlushReceipt = z.strictObject({ batch: z.int().nullable() })
export type FlushReceipt = z.infer<typeof FlushReceipt>

/** M6 `GET /peer/v1/studies/{study}/meta`: what the vault needs to make codes and letters. */
export const StudyMeta = z.strictObject({
  study: StudyId_,
  salt: z.string(),
  kdf: z.literal('pbkdf2-100k-v1'),
  /** The study's own page, e.g. `https://umfrage.example/anna`; the letter prints it and `#<code>` in the QR code. */
  respondentUrl: z.url(),
  waves: z.array(z.strictObject({ wave: WaveId_, opensOn: Day, closesOn: Day, open: z.boolean() })),
  leastCell: z.int(),
})
export type StudyMeta = z.infer<typeof StudyMeta>

/** Every peer answer travels signed; `hash` chains the messages. */
export const PeerHello = z.strictObject({
  kid: z.string(),
  fingerprint: z.string(),
  lastHash: Sha256.nullable(),
})
