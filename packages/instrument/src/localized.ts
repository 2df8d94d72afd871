import type { Localized } from './instrument.ts'
import { isObject } from './json.ts'

const TAG = /^(default|[a-z]{2,3}(-[A-Za-z0-9]{1,8})*)$/

/** Whether `value` is a SurveyJS text in several languages: an object of texts under language tags. */
export const isLocalizedObject = (
  value: unknown,
): value is { readonly [language: string]: string } =>
  isObject(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(([key, text]) => TAG.test(key) && typeof text === 'string')

/** The text of `value` in all its languages; numbers as their digits, anything else as `otherwise`. */
export const localizedOf = (value: unknown, otherwise: Localized): Localized => {
  if (typeof value === 'string' && value !== '') return value
  if (typeof value === 'number') return String(value)
  return isLocalizedObject(value) ? value : otherwise
}

/**
 * The text in `language`. A language that has none gives the source language's text, as respondents see it;
 * use `textIn` to tell the two apart.
 * @param source tag of the source language, whose text may stand under `default`
 */
export const textOf = (text: Localized, language: string, source: string): string =>
  textIn(text, language, source) ??
  textIn(text, source, source) ??
  (typeof text === 'string' ? text : (Object.values(text)[0] ?? ''))

/** The text written for `language` itself, or undefined. */
export const textIn = (text: Localized, language: string, source: string): string | undefined => {
  if (typeof text === 'string') return language === source ? text : undefined
  const own = text[language] ?? (language === source ? text.default : undefined)
  return own === '' ? undefined : own
}

/** Two texts joined in every language that either of them has, e.g. a question and one of its choices. */
export const joinTexts = (first: Localized, second: Localized, glue: string): Localized => {
  if (typeof first === 'string' && typeof second === 'string') return first + glue + second
  const languages = new Set(
    [first, second].flatMap((text) => (typeof text === 'string' ? [] : Object.keys(text))),
  )
  languages.add('default')
  const part = (text: Localized, language: string) =>
    typeof text === 'string'
      ? text
      : (text[language] ?? text.default ?? Object.values(text)[0] ?? '')
  return Object.fromEntries(
    [...languages].map((language) => [
      language,
      part(first, language) + glue + part(second, language),
    ]),
  )
}
