import { readFileSync } from 'node:fs'
import type { StudyFile } from '@echolot/contract/study'
import { compilePdf } from '@echolot/documents'
import { type AccessCode, dayOf, printedAccessCode } from '@echolot/study'
import { type Addressee, addressLinesOf } from '../frame/address-lines.ts'
import { joinPdfs } from './join-pdfs.ts'
import type { LetterText } from './letter-text.ts'
import { personalOf, sharedOf } from './letter-words.ts'
import { qrPixelsOf } from './qr-pixels.ts'

/** One letter before it is paper: lives in memory only. */
export type UnprintedLetter = {
  readonly number: string
  readonly addressee: Addressee
  /** The language whose words it has. */
  readonly language: string
  readonly code: AccessCode
}
export type LetterRun = {
  readonly study: StudyFile
  readonly wave: string
  /** The study's own page; `#<code>` follows. */
  readonly respondentUrl: string
  readonly texts: readonly LetterText[]
  readonly letters: readonly UnprintedLetter[]
  readonly createdOn: Date
}

/** Letters typeset together: a quarter of a megabyte of memory each. */
const BATCH = 250
const TEMPLATE = readFileSync(new URL('./letter.typ', import.meta.url), 'utf8')

/** What the QR code of a letter says: the code stands behind `#`, which browsers keep to themselves. */
export const entryUrlOf = (respondentUrl: string, code: string): string =>
  `${respondentUrl.replace(/\/+$/, '')}#${code}`

/** All letters as one tagged PDF, written while it is made. */
export const composeLetters = (run: LetterRun): AsyncGenerator<Uint8Array> =>
  joinPdfs(batchesOf(run))

async function* batchesOf(run: LetterRun): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < run.letters.length; start += BATCH)
    yield await compilePdf({
      source: TEMPLATE,
      files: {
        'letters.json': JSON.stringify(batchOf(run, run.letters.slice(start, start + BATCH))),
      },
      createdOn: new Date(dayOf(run.createdOn)),
    })
}

const batchOf = (
  { study, wave, respondentUrl, texts, createdOn }: LetterRun,
  letters: readonly UnprintedLetter[],
) => {
  const setting = {
    study,
    wave,
    url: respondentUrl.replace(/^https:\/\//, '').replace(/\/+$/, ''),
    createdOn: dayOf(createdOn),
  }
  const textFor = (language: string) =>
    texts.find((text) => text.language === language) as LetterText
  return {
    title: study.title[study.languages[0] ?? 'de'] ?? study.study,
    author: study.controller,
    returnLine: study.returnAddress,
    texts: Object.fromEntries(texts.map((text) => [text.language, sharedOf(text, setting)])),
    letters: letters.map(({ number, addressee, language, code }) => ({
      text: language,
      address: addressLinesOf(addressee),
      code: printedAccessCode(code),
      qr: qrPixelsOf(entryUrlOf(respondentUrl, code)),
      ...personalOf(textFor(language), setting, {
        reader: addressee,
        number,
        code: printedAccessCode(code),
      }),
    })),
  }
}
