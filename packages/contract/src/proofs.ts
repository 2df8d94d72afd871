import * as z from 'zod'
import { Day, Sha256, StudyId_, WaveId_ } from './scalars.ts'

/**
 * Where a study stands at the collection. `field`: answers come in. `closed`: every wave has ended, answers can still be
 * withdrawn. `anonymising`: keys and links are being destroyed. `anonymous`: nobody can tell rows apart any more.
 */
export const StudyState = z.enum(['field', 'closed', 'anonymising', 'anonymous'])
export type StudyState = z.infer<typeof StudyState>

/** A destroyed key, by a SHA-256 from which the key cannot be found; never the key. */
const DestroyedKey = z.strictObject({ key: z.string().max(40), fingerprint: Sha256 })
const Count = z.int().min(0)
/** The newest link of the office's audit chain when it declared this; empty before the first. */
const AuditHead = Sha256.or(z.literal(''))

/** What the collection declares when a study is anonymous. */
export const CollectionProof = z.strictObject({
  office: z.literal('collection'),
  study: StudyId_,
  stage: z.literal('anonymous'),
  day: Day,
  /** From this day on nothing could be withdrawn. */
  begunOn: Day,
  /** Waves that were opened, and the rows that stay of each. */
  waves: z.array(z.strictObject({ wave: WaveId_, closedOn: Day, responses: Count })),
  deleted: z.strictObject({
    credentials: Count,
    /** Paused questionnaires, which only code and PIN opened. */
    drafts: Count,
    /** Second attempts of one person, set aside. */
    duplicates: Count,
    /** Tombstones; how many answered and withdrew stays as a count. */
    tombstones: Count,
    refusals: Count,
    /** Events nobody could redeem any more. */
    events: Count,
    /** Raw free texts, none of which had a reviewed version. */
    texts: Count,
  }),
  /** Variables that study or questionnaire mark for coarsening; 0 says that none is marked. */
  coarsened: Count,
  /** Data cuts made before, which their holders keep or delete. */
  freezes: Count,
  keys: z.array(DestroyedKey),
  auditHead: AuditHead,
})
export type CollectionProof = z.infer<typeof CollectionProof>

/** What the vault declares: `unlinked` when codes and links are gone, `erased` when names and addresses are. */
export const VaultProof = z.strictObject({
  office: z.literal('vault'),
  study: StudyId_,
  stage: z.enum(['unlinked', 'erased']),
  day: Day,
  deleted: z.strictObject({
    /** Which letter carried which code, with the hash of its token. */
    credentials: Count,
    /** Persons whose waves were linked by a secret. */
    links: Count,
    /** Names and addresses; 0 at the stage `unlinked`. */
    persons: Count,
  }),
  keys: z.array(DestroyedKey),
  auditHead: AuditHead,
})
export type VaultProof = z.infer<typeof VaultProof>

/** Each statement is a compact JWS of its own (`crypto/peer` `signStatement`), so that it can be checked years later. */
const Statement = z.string().max(50_000)

/** M7 `PUT /peer/v1/studies/{study}/proofs`: what the vault has declared so far; each message repeats all of it. */
export const ProofExchange = z.strictObject({ statements: z.array(Statement).max(2) })
export type ProofExchange = z.infer<typeof ProofExchange>
/** The answer to M7: where the study stands at the collection, and its own statement once there is one. */
export const ProofAnswer = z.strictObject({
  state: StudyState,
  statements: z.array(Statement).max(1),
})
export type ProofAnswer = z.infer<typeof ProofAnswer>
