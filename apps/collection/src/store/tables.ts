import type { Audience, MeasureState, Owner } from '@echolot/contract/measures'
import type { StudyState } from '@echolot/contract/proofs'
import type { ReportAct, ReportLanguage, ReportState } from '@echolot/contract/reports'
import type { Verifier } from '@echolot/crypto/pseudonym'
import type { StaffTables } from '@echolot/staff'
import type {
  CredentialId,
  DispositionCode,
  InstrumentId,
  Pseudonym,
  StratumId,
  StudyId,
  WaveId,
} from '@echolot/study'
import type { Generated } from 'kysely'

/** Every table of the collection but those of the staff login. No column here may say who someone is. */
export type Tables = StaffTables & {
  readonly study: StudyTable
  readonly wave: WaveTable
  readonly credential: CredentialTable
  readonly frame: FrameTable
  readonly inbox: InboxTable
  readonly response: ResponseTable
  readonly conflict: ConflictTable
  readonly refusal: OutcomeTable
  readonly tombstone: TombstoneTable
  readonly paused_draft: PausedDraftTable
  readonly outbox: OutboxTable
  readonly batch: BatchTable
  readonly disposition: DispositionTable
  readonly instrument: InstrumentTable
  readonly instrument_draft: InstrumentDraftTable
  readonly instrument_history: InstrumentHistoryTable
  readonly draft_lock: DraftLockTable
  readonly thread: ThreadTable
  readonly thread_comment: ThreadCommentTable
  readonly library_version: LibraryVersionTable
  readonly proposal: ProposalTable
  readonly fieldwork: FieldworkTable
  readonly freeze: FreezeTable
  readonly withdrawn_case: WithdrawnCaseTable
  readonly report: ReportTable
  readonly report_model: ReportModelTable
  readonly report_edition: ReportEditionTable
  readonly report_log: ReportLogTable
  readonly report_file: ReportFileTable
  readonly peer: PeerTable
  readonly audit: AuditTable
  readonly anonymous_response: AnonymousResponseTable
  readonly final_count: FinalCountTable
  readonly anonymisation: AnonymisationTable
  readonly proof: ProofTable
  readonly coding: CodingTable
  readonly open_answer: OpenAnswerTable
  readonly theme_book: ThemeBookTable
  readonly coding_task: CodingTaskTable
  readonly former_coder: FormerCoderTable
  readonly told_counts: ToldCountsTable
  readonly settlement: SettlementTable
  readonly quote: QuoteTable
  readonly recommendation: RecommendationTable
  readonly measure: MeasureTable
  readonly measure_event: MeasureEventTable
}

export type StudyTable = {
  study: StudyId
  /** `study.json` as it was added, as JSON text. */
  file: string
  /** Public salt of the code derivation, base64url. */
  salt: string
  /** Answers come in while it is `field`; codes are known until it is `anonymising`. */
  state: Generated<StudyState>
  /** Day on which anonymising began; null before. */
  anonymised_on: string | null
}

export type WaveTable = {
  study: StudyId
  wave: WaveId
  /** The published version that this wave asks; null until someone chose it. */
  instrument: InstrumentId | null
  opens_on: string
  closes_on: string
  opened_on: string | null
  closed_on: string | null
  /** Day of the newest flush; null before the first. */
  flushed_on: string | null
}

/** One row is one printed letter. Nothing here points to an answer. */
export type CredentialTable = {
  verifier: Verifier
  cred: CredentialId
  study: StudyId
  wave: WaveId
  /** The vault's payload under both locks, base64url. */
  wrap: string
  /** Number of the K_ver which made `verifier`. */
  kid: number
  kdf: string
  state: 'issued' | 'revoked'
}

/** One cell of the sampling frame, as the vault told it. */
export type FrameTable = {
  study: StudyId
  wave: WaveId
  stratum: StratumId
  label: string
  gross: number
  population: number
}

/** What was answered, and nothing finer in time than an ISO week. */
export type AnswersColumns = {
  study: StudyId
  wave: WaveId
  stratum: StratumId
  /** The study pseudonym under K_link: equal persons look different. */
  link: string
  /** The household pseudonym under K_link; null when letters go to single persons. */
  household: string | null
  mode: 'web' | 'paper' | 'phone'
  instrument: InstrumentId
  language: string
  week: string
  /** SHA-256 of the id which the device made for this attempt. */
  attempt: string
  /** Answers by item name, JSON text. */
  answers: string
  /** Names of the items that were on screen, JSON text. */
  shown: string
  /** ISO week in which the last page was sent; null for a break-off. */
  completed_in: string | null
}

/** How far a response came; counted when it leaves the inbox. */
export type ShareColumns = {
  /** Items answered, of those that applied on this route. */
  answered: number
  applicable: number
  disposition: DispositionCode
}

/** One row is one attempt; emptied by each flush of its completed ones, and wholly when the wave closes. */
export type InboxTable = AnswersColumns & {
  psn: Pseudonym
  /** Number of the newest page kept; makes a repeated save harmless. */
  counter: number
  /** 1 for the first attempt of this pseudonym, and so on; decides between equals. */
  ordinal: number
}

/** One row is the response of one pseudonym to one wave. */
export type ResponseTable = AnswersColumns & ShareColumns & { psn: Pseudonym }

/** Attempts that lost against a more complete one: set aside, never merged, never deleted unless withdrawn. */
export type ConflictTable = AnswersColumns &
  ShareColumns & {
    id: string
    psn: Pseudonym
    reason: 'less-complete' | 'later'
  }

/** A final outcome without answers. `id` is an HMAC of the pseudonym: a copy of the table names nobody. */
export type OutcomeTable = {
  id: string
  study: StudyId
  wave: WaveId
  disposition: DispositionCode
}

/** What stays of a withdrawal. `disposition` is null for waves in which nothing had been answered. */
export type TombstoneTable = {
  id: string
  study: StudyId
  wave: WaveId
  disposition: DispositionCode | null
}

/** A paused questionnaire: ciphertext that only code and PIN open. */
export type PausedDraftTable = {
  psn: Pseudonym
  study: StudyId
  wave: WaveId
  attempt: string
  /** HMAC of the PIN verifier. */
  verifier: string
  tries: number
  ciphertext: string
}

/** An event sealed to the vault, waiting for the next batch; `id` is random. */
export type OutboxTable = {
  id: string
  study: StudyId
  wave: WaveId
  kind: 'done' | 'refused' | 'withdrawn'
  sealed: string
}

/** Events made ready for the vault, shuffled. `payload` is wiped once acknowledged. */
export type BatchTable = {
  study: StudyId
  wave: WaveId
  seq: number
  /** JSON array of sealed events; null after the acknowledgement. */
  payload: string | null
  done: number
  refused: number
  withdrawn: number
}

/** The vault's counts of final outcomes it knows of. */
export type DispositionTable = {
  study: StudyId
  wave: WaveId
  code: DispositionCode
  count: number
}

/** One published version; never changed. */
export type InstrumentTable = {
  id: InstrumentId
  name: string
  version: string
  digest: string
  /** The whole envelope, JSON text. */
  json: string
  published_on: string
  proposed_by: string
  published_by: string
}

export type InstrumentDraftTable = {
  name: string
  revision: number
  json: string
  saved_on: string
  saved_by: string
}
export type InstrumentHistoryTable = InstrumentDraftTable & {
  /** Empty for states from before names were kept. */
  saved_by_name: Generated<string>
  /** UTC in steps of ten minutes, ISO 8601; empty for states from before steps were kept. */
  saved_at: Generated<string>
  /** `auto`: saved by the editor itself. */
  kind: Generated<'auto' | 'kept'>
}

/** Who may save a draft; over when it was not renewed in time. Deleted when the editor closes. */
export type DraftLockTable = {
  name: string
  holder: string
  holder_name: string
  /** One tab of the holder. */
  editor: string
  /** Moments, ISO 8601. */
  since: string
  renewed_at: string
}

/** A conversation at an element of a draft. */
export type ThreadTable = {
  id: string
  /** The questionnaire's. */
  name: string
  /** Name of the element; empty for the whole questionnaire. */
  element: string
  /** JSON of the contract's task; null for a mere conversation. */
  task: string | null
  state: 'open' | 'resolved'
  resolved_on: string | null
  resolved_by_name: string | null
}
export type ThreadCommentTable = {
  thread: string
  ordinal: number
  said_on: string
  said_by: string
  said_by_name: string
  words: string
}

/** One version of an entry of the item library; never changed. */
export type LibraryVersionTable = {
  entry: string
  version: number
  /** Title, tags, source, licence, note and origin, JSON text. */
  about: string
  /** The items, JSON text. */
  content: string
  put_on: string
  put_by: string
  put_by_name: string
}

/** Asks a second person to publish exactly this revision. */
export type ProposalTable = {
  name: string
  revision: number
  version: string
  note: string
  proposed_by: string
  proposed_by_name: string
}

/** The fieldwork page of a wave as drawn on one day, JSON text. */
export type FieldworkTable = { study: StudyId; wave: WaveId; as_of: string; json: string }

export type FreezeTable = {
  id: string
  study: StudyId
  wave: WaveId
  made_on: string
  made_by: string
  /** Responses in it. */
  responses: number
  digest: string
  /** Text of the analysis plan that was fixed with it, and its SHA-256. */
  plan: string | null
  plan_digest: string | null
}

/** Rows of earlier freezes whose persons have withdrawn since: their holders must delete them. */
export type WithdrawnCaseTable = { freeze: string; export_id: string }

/** One version of a report; study, wave and title name the report. */
export type ReportTable = {
  id: string
  study: StudyId
  wave: WaveId
  title: string
  version: number
  state: ReportState
  made_on: string
  made_by: string
  released_on: string | null
  released_by: string | null
  withdrawn_on: string | null
  freeze_digest: string
  plan_digest: string
  code_version: string
  /** Of the models and all that was written over them, as released. */
  edition_digest: string | null
  results: string
  /** What disclosure control hid, JSON text. */
  account: string
  /** Measures as they stood at its release, by language, JSON text. */
  tracker: string | null
}
/** What the analysis handed in, a language; never changed. */
export type ReportModelTable = { report: string; language: ReportLanguage; json: string }
/** What people wrote over the model, a language. */
export type ReportEditionTable = {
  report: string
  language: ReportLanguage
  revision: number
  json: string
  /** What the first language said when a sentence of this one was written, by place, JSON text. */
  basis: string
  saved_on: string
  saved_by: string
  saved_by_name: string
}
/** What was said and decided; only ever longer. */
export type ReportLogTable = {
  report: string
  ordinal: number
  act: ReportAct
  done_on: string
  done_by: string
  done_by_name: string
  /** Of the person, then. */
  role: string
  section: string | null
  /** Ordinal of the comment that is answered. */
  about: number | null
  words: string
}
/** A file of a released report as it was first made; bytes in base64, pages as they are. */
export type ReportFileTable = {
  report: string
  language: ReportLanguage
  kind: string
  content: string
}

/** What follows from findings. */
export type RecommendationTable = {
  id: string
  study: StudyId
  wave: WaveId
  /** Pages of reports, JSON text. */
  findings: string
  /** By language, JSON text. */
  texts: string
  audience: Audience
  made_on: string
  made_by: string
  made_by_name: string
}

/** What is done about a recommendation. */
export type MeasureTable = {
  id: string
  recommendation: string
  /** Words, dates, office, lines for families: JSON text. */
  content: string
  owner: Owner
  state: MeasureState
}

/** What happened to a measure; only ever added to. */
export type MeasureEventTable = {
  measure: string
  ordinal: number
  done_on: string
  done_by: string
  done_by_name: string
  role: string
  /** Where it went; null where only its content changed. */
  state: MeasureState | null
  why: string
}

/** The paired office: its public keys and the last message of the chain. */
export type PeerTable = {
  office: 'vault'
  identity: string
  fingerprint: string
  confirmed_on: string
  last_seq: number
  last_hash: string
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

/** What stays of a response when nobody can tell whose it was: no pseudonym, link, attempt or week. */
export type AnonymousResponseTable = Pick<
  AnswersColumns,
  'study' | 'wave' | 'stratum' | 'mode' | 'instrument' | 'language' | 'answers' | 'shown'
> &
  ShareColumns & {
    /** Random. */
    id: string
    extent: 'finished' | 'break-off'
  }

/** What stays of rows that anonymising deletes: outcomes by disposition code, and `duplicate` attempts. */
export type FinalCountTable = { study: StudyId; wave: WaveId; what: string; n: number }

/** How far an anonymisation has come; its counts go into the proof. */
export type AnonymisationTable = {
  study: StudyId
  actor: string
  /** What has been deleted so far, JSON. */
  deleted: string
  /** Fingerprints of the keys to be destroyed, JSON. */
  keys: string
}

/** A signed statement of one of the offices, never changed. */
export type ProofTable = {
  study: StudyId
  office: 'collection' | 'vault'
  stage: 'anonymous' | 'unlinked' | 'erased'
  kept_on: string
  statement: string
}

/** How the answers to one open question are coded; the coders know nothing of each other until both are done. */
export type CodingTable = {
  study: StudyId
  wave: WaveId
  item: string
  /** Of 100 answers, how many both coders get. */
  doubled: number
  /** Item and agreeing values that allow quotes, JSON text; null: no quotes. */
  quote_consent: string | null
  first_coder: string
  second_coder: string
  first_done_on: string | null
  second_done_on: string | null
}

/** One answer in own words on its way to themes. The words as they were written stay in the response. */
export type OpenAnswerTable = {
  /** Random. */
  id: string
  study: StudyId
  wave: WaveId
  item: string
  /** HMAC of pseudonym and item, so that a withdrawal finds it; two answers of one person share nothing. */
  origin: string
  /** `candidate`: the one answer of a consenting person, drawn by chance, that may be quoted. */
  quote: 'candidate' | 'never'
  state: 'waiting' | 'second' | 'passed' | 'withheld'
  /** Masked words, once somebody has read it. */
  words: string | null
  smoothed: string | null
  /** What the first reader masked, JSON text, for the second one; null again once passed. */
  masks: string | null
  note: string | null
  first_reader: string | null
  second_reader: string | null
}

/** What readers may have of a question's themes. */
export type ToldCountsTable = {
  study: StudyId
  wave: WaveId
  item: string
  /** Ids of the coded answers that were counted, JSON text; random, and nobody's once an answer is withdrawn. */
  answers: string
  /** `Counted`, JSON text; null while too few answers were there to tell anything. */
  counts: string
}

/** One version of the themes of a question, JSON text; never changed. */
export type ThemeBookTable = {
  study: StudyId
  wave: WaveId
  item: string
  version: number
  themes: string
  note: string
  saved_on: string
  saved_by_name: string
}

/** One of the two who code without knowing of each other. */
export type CoderSeat = 'first' | 'second'

/** One answer in the hands of one coder. */
export type CodingTaskTable = {
  answer: string
  coder: string
  /** For whom of the two the coder codes: who did it stays when somebody else takes the seat. */
  seat: CoderSeat
  /** Ids of themes, JSON text; null until coded. */
  themes: string | null
  version: number | null
}

/** Whoever sat on a seat before its present coder. */
export type FormerCoderTable = {
  study: StudyId
  wave: WaveId
  item: string
  seat: CoderSeat
  coder: string
  /** Of the person, then. */
  name: string
  left_on: string
  reason: string
}

/** What two coders who differed agreed on. */
export type SettlementTable = {
  answer: string
  themes: string
  reason: string
  settled_on: string
  settled_by_name: string
}

/** Words proposed for print; `id` is random and the only name they get outside. */
export type QuoteTable = {
  id: string
  answer: string
  theme: string
  role: 'voice' | 'counter'
  words: string
  /** Passages declared harmless by who proposed it, JSON text. */
  harmless: string
  state: 'proposed' | 'approved' | 'refused'
  proposed_by: string
  proposed_by_name: string
  /** Who said yes, `[{ id, name }]`, JSON text. */
  approvals: string
}
