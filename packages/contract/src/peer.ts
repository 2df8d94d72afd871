import * as z from 'zod'
import { Sha256 } from './scalars.ts'

/**
 * How the vault's messages M1–M8 travel. Only the vault asks; every request is signed, those without a body too.
 *
 * - The request is a compact JWS (`crypto/peer` `signMessage`); its `path` is path and query as in the request line,
 *   e.g. `/peer/v1/studies/anna/waves/w1/events?after=3`, its `method` is upper case.
 * - PUT and POST carry the JWS as their body, `content-type: application/jose`; GET carries it in the
 *   header `x-echolot-message`. No body is larger than `PEER_BODY_LIMIT`.
 * - The answer's body is a compact JWS (`signAnswer`), `content-type: application/jose`. Its `status` is the HTTP
 *   status, its `body` is the shape named beside the message, or a problem (`{type, title, status, …}`) from 400 on.
 * - A message once verified moves the chain (`seq`, `hash`) forward, even when its answer is a problem.
 * - Exactly the last message again (same hash) is answered again, signed, and changes nothing: the vault repeats a
 *   message until it has the answer. Answering it anew is right, for every message is idempotent.
 * - What fails before the signature is verified is answered unsigned, as `application/problem+json`: 401
 *   `peer-unsigned`, 409 `peer-replayed` or `peer-gap`, 503. The vault changes nothing on such an answer.
 */
export const PEER_WIRE = {
  contentType: 'application/jose',
  header: 'x-echolot-message',
} as const
/** 2 MB. */
export const PEER_BODY_LIMIT = 2_000_000
/** Credentials in one M1; the shape allows more. */
export const PEER_BATCH = 500

const PublicKey = (curve: 'Ed25519' | 'X25519') =>
  z.strictObject({ kty: z.literal('OKP'), crv: z.literal(curve), x: z.string(), kid: z.string() })

/** What `pair show --json` writes and `pair confirm FILE --fingerprint` reads at either office. */
export const PairFile = z.strictObject({
  office: z.enum(['collection', 'vault']),
  /** Compared over the telephone, never trusted because it stands here. */
  fingerprint: z.string(),
  sign: PublicKey('Ed25519'),
  exchange: PublicKey('X25519'),
  seal: PublicKey('X25519').optional(),
})
export type PairFile = z.infer<typeof PairFile>

/** M3 carries the vault's audit head as `head` in the query: `…/events?after=3&head=<64 hex>`. */
export const EventQuery = z.object({
  after: z.coerce.number().int().min(0),
  head: Sha256.optional(),
})

/**
 * M8 `PUT /peer/v1/staff-marks`, both the vault's message and the collection's answer: a mark (`crypto/peer` `staffMark`) of
 * every e-mail address that has an account at the office. What is on both lists may sign in at neither.
 */
export const StaffMarks = z.strictObject({ marks: z.array(Sha256).max(5_000) })
export type StaffMarks = z.infer<typeof StaffMarks>
