import type { Instrument } from '@echolot/instrument'
import type { InBoth } from '@echolot/instrument/wording'

/** One text of a translation file, whatever its format. */
export type FileUnit = {
  /** Where it stands in the file, e.g. `line 12` or `unit u5`. */
  readonly place: string
  readonly key: string
  readonly source: string
  readonly target: string
  readonly state: 'missing' | 'draft' | 'reviewed' | 'stale'
  readonly note: string | undefined
  /** Fingerprint of the target when the file was written; undefined when the file does not say. */
  readonly exported: string | undefined
  /** What is already known to be broken, e.g. an inline element that leads nowhere. */
  readonly fault?: InBoth | undefined
}

/** A text of the file that was not simply taken over. */
export type TranslationIssue = {
  /**
   * `unknown`: no such text here. `stale`: taken, but the source has changed since. `conflict`: the text here was changed
   * since the export, too; not taken. `damaged`: placeholders or markup differ; not taken. `emptied`: the file has no
   * text any more; the one here stays. `duplicate`: twice in the file; the first was taken.
   */
  readonly kind: 'unknown' | 'stale' | 'conflict' | 'damaged' | 'emptied' | 'duplicate'
  readonly place: string
  readonly key: string
  /** What the file says, and what stands here. */
  readonly inFile: string
  readonly here: string | undefined
  readonly message: InBoth
  readonly remedy: InBoth
}

/** What became of a translation file. */
export type ImportedTranslations = {
  readonly instrument: Instrument
  readonly language: string
  /** Keys of the texts whose words or state were taken over. */
  readonly taken: readonly string[]
  readonly unchanged: number
  readonly issues: readonly TranslationIssue[]
}

export type ImportOptions = {
  /** `never` leaves texts alone that were changed here since the export; `always` takes the file's. */
  readonly overwrite?: 'never' | 'always'
  /** Whose work it is and on which day, for the records. */
  readonly by?: string
  readonly on?: string
}

/** A short name for a text, to see whether it changed; no cryptography (FNV-1a, two times 32 bits). */
export const fingerprintOf = (text: string): string => {
  const hash = (seed: number) => {
    let value = seed
    for (let place = 0; place < text.length; place++)
      value = Math.imul(value ^ text.charCodeAt(place), 0x01000193)
    return (value >>> 0).toString(16).padStart(8, '0')
  }
  return hash(0x811c9dc5) + hash(0x9747b28c)
}
