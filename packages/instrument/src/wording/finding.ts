import type { Pointer } from '../pointer.ts'

/** One sentence in the two languages of the designer. */
export type InBoth = { readonly de: string; readonly en: string }

/** Half-open part of a text, in UTF-16 units as editors count. */
export type Span = { readonly start: number; readonly end: number }

/** One thing about the words that wants a look. None of them keeps an instrument from being published. */
export type WordingFinding = {
  /** `L01` … `L25` German wording, `T…` translation against its source, `E…` easy language. */
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'hint'
  readonly language: string
  /** Key of the text as in `translationUnits`; lists of choices and pages have keys of their own. */
  readonly key: string
  /** JSON pointer into the instrument; into its survey it begins with `/survey`. */
  readonly path: Pointer
  /** Name of the item or page. */
  readonly element: string
  /** The text it was found in: a choice list's texts in one line, joined by ` | `. */
  readonly text: string
  readonly span: Span
  readonly message: InBoth
  readonly remedy: InBoth
  /** Where the rule comes from. */
  readonly source: string
}
