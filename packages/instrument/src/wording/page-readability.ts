import type { Instrument } from '../instrument.ts'
import { pagesOf } from '../items-of.ts'
import type { Pointer } from '../pointer.ts'
import { type JudgedText, judgedTexts } from './judged-texts.ts'
import { type Readability, readabilityOf } from './readability-of.ts'

/** How hard the running text of one page is to read. */
export type PageReadability = {
  readonly page: string
  readonly path: Pointer
  /** Questions, statements and explanations of the page; choices and headings are no sentences. */
  readonly text: string
  /** Undefined where the page has no such text. */
  readonly readability: Readability | undefined
}

const SENTENCES = new Set(['question', 'statement', 'explanation'])

/** Readability of each page in a German language variant. */
export const pageReadability = (
  instrument: Instrument,
  language: string,
  texts: readonly JudgedText[] = judgedTexts(instrument, language),
): readonly PageReadability[] =>
  pagesOf(instrument).map(({ name, path }) => {
    const parts = texts
      .filter(({ unit, kind }) => unit.page === name && SENTENCES.has(kind))
      .map(({ text }) => text)
    return {
      page: name,
      path: `/survey${path}`,
      text: parts.join('\n'),
      readability: readabilityOf(parts),
    }
  })
