import type { StudyFile } from '@echolot/contract/study'
import { filled, type LetterText } from './letter-text.ts'

/** What differs from letter to letter besides address and code. */
export type Reader = {
  readonly salutation: string
  readonly title: string
  readonly givenName: string
  readonly familyName: string
}

/** The words of the letter's frame, by language. */
const FRAME: Readonly<Record<string, Record<'number' | 'page' | 'date' | 'synthetic', string>>> = {
  de: {
    number: 'Briefnummer',
    page: 'Seite',
    date: 'Datum',
    synthetic: 'SYNTHETISCH – Demonstration, keine echten Personen',
  },
  en: {
    number: 'Letter number',
    page: 'Page',
    date: 'Date',
    synthetic: 'SYNTHETIC – demonstration, no real persons',
  },
}
const frameOf = (language: string) =>
  FRAME[language.split('-')[0] ?? ''] ?? (FRAME.de as (typeof FRAME)[string])

const inWords = (day: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

/** A back page is printed once somebody of its readers has reviewed it. */
export const hasBack = ({ easyLanguage }: LetterText): boolean =>
  easyLanguage !== undefined && easyLanguage.status !== 'draft'

type Setting = {
  readonly study: StudyFile
  readonly wave: string
  /** As printed: without the scheme, with the study. */
  readonly url: string
  readonly createdOn: string
}

const sharedWords = (text: LetterText, { study, wave, url }: Setting) => {
  const { closesOn, withdrawUntil } = study.waves.find((one) => one.wave === wave) ?? {
    closesOn: '',
    withdrawUntil: '',
  }
  return {
    ...study.terms,
    url,
    hotline: study.hotline,
    email: study.email ?? '',
    controller: study.controller,
    field_end: inWords(closesOn, text.language),
    withdraw_until: inWords(withdrawUntil, text.language),
  }
}

/** The words all letters of one language share, as the template wants them. */
export const sharedOf = (text: LetterText, setting: Setting) => {
  const words = sharedWords(text, setting)
  const { study } = setting
  const fill = (sentence: string) => filled(sentence, words)
  return {
    language: text.language.split('-')[0] ?? 'de',
    letterhead: study.title[text.language] ?? Object.values(study.title)[0] ?? '',
    synthetic: study.synthetic ? frameOf(text.language).synthetic : null,
    subject: fill(text.subject),
    core: text.core.map(fill),
    codeIntroduction: fill(text.codeIntroduction),
    codeLabel: fill(text.codeLabel),
    codeImageText: fill(text.codeImageText),
    paragraphs: text.paragraphs.map(({ title, text: body }) => ({
      title: fill(title),
      text: fill(body),
    })),
    closing: fill(text.closing),
    signature: fill(text.signature),
    footer: fill(text.footer),
    ...(text.easyLanguage && hasBack(text)
      ? { easyLanguage: { title: fill(text.easyLanguage.title) } }
      : {}),
  }
}

/** What one letter says to one reader. */
export const personalOf = (
  text: LetterText,
  setting: Setting,
  {
    reader,
    number,
    code,
  }: { readonly reader: Reader; readonly number: string; readonly code: string },
) => {
  const frame = frameOf(text.language)
  const pages = hasBack(text) ? 2 : 1
  const words = {
    ...sharedWords(text, setting),
    code,
    salutation: reader.salutation,
    // "Guten Tag Frau Muster", and with both names where no salutation is known.
    name: [reader.title, reader.salutation ? '' : reader.givenName, reader.familyName]
      .filter((word) => word !== '')
      .join(' '),
  }
  return {
    greeting: filled(text.greeting, words),
    facts: [
      [frame.number, number],
      [frame.page, `1/${pages}`],
      [frame.date, inWords(setting.createdOn, text.language)],
    ],
    ...(text.easyLanguage && hasBack(text)
      ? {
          easyFacts: `${frame.number} ${number} · ${frame.page} 2/${pages}`,
          easyLines: text.easyLanguage.lines.map((line) => filled(line, words)),
        }
      : {}),
  }
}
