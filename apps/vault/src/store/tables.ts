import type { MailingState } from '@echolot/contract/mailings'
import type { StaffTables } from '@echolot/staff'
import type { CredentialId, StratumId, StudyId, WaveId } from '@echolot/study'

/**
 * Every table of the vault but those of the staff login. No column here may hold an answer, an access code, a pseudonym
 * or the moment at which somebody answered.
 */
export type Tables = StaffTables & {
  readonly study: StudyTable
  readonly letter_text: LetterTextTable
  readonly person: PersonTable
  readonly sample: SampleTable
  readonly household: HouseholdTable
  readonly frame_import: FrameImportTable
  readonly credential: CredentialTable
  readonly letter: LetterTable
  readonly outcome: OutcomeTable
  readonly contact_event: ContactEventTable
  readonly mailing: MailingTable
  readonly block: BlockTable
  readonly peer: PeerTable
  readonly feed: FeedTable
  readonly audit: AuditTable
  readonly proof: ProofTable
}

/** `file` is `study.json` as it was added, as JSON text. */
export type StudyTable = { study: StudyId; file: string; added_on: string }

/** The words of one kind of letter in one language, as JSON text. */
export type LetterTextTable = { study: StudyId; kind: string; language: string; file: string }

/** One named adult of one study, as the address file had it. */
export type PersonTable = {
  person: string
  salutation: string
  title: string
  given_name: string
  family_name: string
  addition: string
  street: string
  house_number: string
  postcode: string
  place: string
  language: string
  birth_year: number | null
  /** Alike for all spellings of the same name at the same address. */
  match_key: string
}

/** One person is in the sample of one study. */
export type SampleTable = {
  study: StudyId
  person: string
  stratum: StratumId
  household: string | null
  /** How the source names the person; a second import recognises it by this. */
  reference: string | null
  /** The person's link secret under K_vlink; null before the first letter. */
  link_ct: string | null
  blocked_on: string | null
  /** Day on which a letter came back for good; null again once there is a new address. */
  undeliverable_on: string | null
}

/** The link secret all letters of one household share, under K_vlink. */
export type HouseholdTable = { study: StudyId; household: string; link_ct: string }

/** Counts of one imported file; `digest` is its SHA-256. What was left out leaves no other trace. */
export type FrameImportTable = {
  study: StudyId
  digest: string
  imported_on: string
  rows: number
  imported: number
  excluded_protected: number
  duplicates: number
}

/** One row is one printed code: who got it. No code, no date. */
export type CredentialTable = {
  credential: CredentialId
  study: StudyId
  wave: WaveId
  person: string
  mailing: string
  /** SHA-256 of the event token in its payload. */
  token_hash: string
  state: 'issued' | 'registered' | 'revoked'
}

/** The number printed on a letter, and which credential it carried. */
export type LetterTable = {
  study: StudyId
  letter: string
  credential: CredentialId
  mailing: string
}

/** How a case ended, as far as the vault is told; no moment in it. */
export type OutcomeTable = {
  study: StudyId
  wave: WaveId
  person: string
  kind: 'done' | 'refused' | 'withdrawn'
}

/** Append-only: a correction is a new event. */
export type ContactEventTable = {
  event: string
  study: StudyId
  wave: WaveId | null
  person: string
  mailing: string | null
  kind: 'sent' | 'returned' | 'address-corrected' | 'blocked'
  /** Key of the return desk, 1 to 9. */
  reason: number | null
  /** 1 for the first letter of this wave to this person, and so on. */
  attempt: number
  day: string
  actor: string
}

export type MailingTable = {
  mailing: string
  study: StudyId
  wave: WaveId
  kind: 'invitation' | 'reminder'
  state: MailingState
  /** 1, 2, 3 … within the study; begins the printed numbers of its letters. */
  ordinal: number
  letters: number
  done: number
  ordered_by: string
  ordered_by_name: string
  approved_by: string | null
  approved_by_name: string | null
  ordered_on: string
  problem: string | null
}

/** Nobody writes to this person again, even when a later file brings the name back. Outlives the address. */
export type BlockTable = {
  block: string
  study: StudyId
  /** SHA-256 of the match key. */
  match_digest: string
  birth_year: number | null
  day: string
}

/** The paired collection, and the chain of our messages to it. */
export type PeerTable = {
  office: 'collection'
  identity: string
  fingerprint: string
  confirmed_on: string
  /** The last message that was answered. */
  sent_seq: number
  sent_hash: string
  /** The message under way (JSON), written before it is sent; null when it was answered. */
  pending: string | null
}

/** What was fetched of one wave's done-tokens. */
export type FeedTable = {
  study: StudyId
  wave: WaveId
  /** The last batch redeemed. */
  seq: number
  /** Events in all batches so far. */
  received: number
  /** Totals the collection told at the last pull, as JSON text. */
  totals: string
  pulled_at: string
  /** Why reminders are blocked since that pull, or null. */
  fault: 'chain-broken' | 'totals-differ' | null
}

export type AuditTable = {
  seq: number
  day: string
  actor: string
  act: string
  obj: string
  n: number
  params: string
  prev: string
  mac: string
}

/** A signed statement of one of the offices, never changed. */
export type ProofTable = {
  study: StudyId
  office: 'collection' | 'vault'
  stage: 'anonymous' | 'unlinked' | 'erased'
  kept_on: string
  /** Day on which the collection acknowledged a statement of ours. */
  told_on: string | null
  statement: string
}
