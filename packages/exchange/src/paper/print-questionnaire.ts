import { readFileSync } from 'node:fs'
import { compilePdf } from '@echolot/documents'
import type { Instrument } from '@echolot/instrument'
import { fileUnreadable } from '../problems.ts'
import { printableTexts } from '../release/printable.ts'
import { paperOf } from './paper-of.ts'

export type PrintOptions = {
  /** BCP 47 tag; the source language without it. */
  readonly language?: string
  /** The moment written into the file; the same moment gives the same bytes. */
  readonly createdOn: Date
}

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

/**
 * The questionnaire on paper: tagged PDF/UA-1, numbered, with boxes to tick, whom a question is for in words, and its
 * version at the foot of each page. Hidden and computed items are left out.
 * @throws file-unreadable when the typeface cannot print the language
 */
export const printQuestionnaire = (
  instrument: Instrument,
  { language: wanted, createdOn }: PrintOptions,
): Promise<Uint8Array> => {
  const { print, lost } = printableTexts()
  const { language, title, stamp, intro, pages } = paperOf(instrument, {
    print,
    ...(wanted !== undefined && { language: wanted }),
  })
  if (lost())
    throw fileUnreadable({
      format: 'PDF',
      place: `language ${language}`,
      remedy: 'The typeface lacks its script. Print another language.',
    })
  return compilePdf({
    source: read('./questionnaire.typ'),
    files: {
      'paper.typ': read('../release/paper.typ'),
      'questionnaire.json': JSON.stringify({
        language: language.split('-')[0],
        title,
        subtitle: stamp,
        provenance: stamp,
        intro,
        synthetic: false,
        mark: '',
        syntheticNote: '',
        pages,
      }),
    },
    createdOn,
  })
}
