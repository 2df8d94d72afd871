import type { Codebook, Instrument } from '@echolot/instrument'
import type { MissingReason } from '@echolot/study'

/** One response in a freeze. */
export type FreezeRow = {
  /** Random export id; means nothing outside this freeze. */
  readonly case: string
  readonly stratum: string
  readonly mode: 'web' | 'paper' | 'phone'
  /** BCP 47 tag of the language answered in. */
  readonly language: string
  /** ISO 8601 week of the last answer, e.g. `2027-W18`; null once weeks have been dropped. */
  readonly week: string | null
  /** Disposition code of the response, e.g. `1.1`. */
  readonly disposition: string
  readonly completed: boolean
  /** One value per variable of the codebook: codes, missing codes, texts. */
  readonly values: Readonly<Record<string, number | string | null>>
  /** Why a value is −99, by variable. */
  readonly missingReasons: Readonly<Record<string, MissingReason>>
}

/** One stratum of the sampling frame: how many units it holds and how many of them got a letter. */
export type FrameStratum = {
  readonly stratum: string
  readonly label: string
  readonly population: number
  readonly mailed: number
}

/** How many cases ended with one disposition code. */
export type DispositionCount = { readonly code: string; readonly count: number }

/** Everything a freeze is made of. */
export type FreezeContent = {
  readonly study: string
  readonly wave: string
  /** Day, ISO 8601. */
  readonly madeOn: string
  readonly codeVersion: string
  readonly instruments: readonly Instrument[]
  readonly codebook: Codebook
  /** In ascending order of `case`; each case once. */
  readonly rows: AsyncIterable<FreezeRow> | Iterable<FreezeRow>
  /** Responses that were in the store and are not among the rows, by reason. */
  readonly omitted?: readonly { readonly reason: string; readonly count: number }[]
  readonly frame: readonly FrameStratum[]
  readonly dispositions: readonly DispositionCount[]
  /** The study's `study.json`, kept untouched; `synthetic: true` in it marks the whole freeze. */
  readonly studyFile?: Readonly<Record<string, unknown>>
  /** The analysis plan as it was fixed before the data were cut: the text of its file, kept byte for byte. */
  readonly plan?: string
}

/** The columns before the codebook's variables. */
export const CASE_COLUMNS = [
  'case',
  'stratum',
  'mode',
  'language',
  'week',
  'disposition',
  'completed',
] as const
