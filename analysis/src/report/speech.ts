import { makeI18n } from '@echolot/i18n'
import type { Cell, Strength } from '@echolot/report'
import type { DisclosedCell, DisclosedEstimate, HiddenReason } from '../disclosure/disclosed.ts'
import { POLICY } from '../disclosure/policy.ts'
import { REPORT_LANGUAGES, type ReportLanguage, type Told } from '../plan/told.ts'
import type { WordKey } from './words/word-key.ts'
import { WORDS } from './words/words.ts'

/** How numbers and days are written where no country is said. */
const LOCALES = { de: 'de-DE', en: 'en-GB' } as const

type Values = Readonly<Record<string, string | number>>

/** One language, spoken by pages and figures: words, numbers, days, and what stands where a number is hidden. */
export const speechOf = (language: ReportLanguage) => {
  const { t: translate } = makeI18n({ de: WORDS.de, en: WORDS.en }, [language])
  const locale = LOCALES[language]
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  const lists = new Intl.ListFormat(locale)
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })

  const t = (key: WordKey<typeof WORDS.de>, values: Values = {}): string => translate(key, values)
  /** A true minus, as long as a plus. */
  const minus = (digits: string) => digits.replace('-', '−')
  const number = (value: number) => minus(plain.format(value + 0))
  const fixed = (value: number, decimals: number) =>
    minus(
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        signDisplay: 'negative',
      }).format(value),
    )
  const hidden = (reason: HiddenReason) => t(`numbers.hidden.${reason}`)
  /** Of few respondents four are no longer “almost none”, so there they are called what they are: at most four. */
  const end = ({ words, base }: Extract<DisclosedEstimate, { shown: 'words' }>) => {
    const size = base >= POLICY.wholeFrom ? 'Many' : 'Few'
    const which = words === 'none-or-few' ? 'few' : 'all'
    return t(`numbers.${which}Of${size}`, { most: number(POLICY.leastCount - 1) })
  }
  /** `58 von 100`, or the words that stand for a hidden number. */
  const share = (estimate: DisclosedEstimate | undefined) => {
    if (estimate === undefined) return t('numbers.unknown')
    if (estimate.shown === 'words') return end(estimate)
    if (estimate.shown === 'nothing') return hidden(estimate.reason)
    return t('numbers.share', { number: number(estimate.value) })
  }
  /** `zwischen 49 und 66`; empty if there is no interval to show. */
  const span = (estimate: DisclosedEstimate | undefined) =>
    estimate?.shown === 'number' && estimate.low !== undefined && estimate.high !== undefined
      ? t('numbers.between', { low: number(estimate.low), high: number(estimate.high) })
      : ''
  const withSpan = (words: string, estimate: DisclosedEstimate | undefined) => {
    const between = span(estimate)
    return between === '' ? words : `${words} (${between})`
  }
  /** The number alone, or the words that stand for it. */
  const value = (estimate: DisclosedEstimate | undefined) => {
    if (estimate === undefined) return '–'
    if (estimate.shown === 'number') return number(estimate.value)
    return estimate.shown === 'words' ? end(estimate) : hidden(estimate.reason)
  }

  return {
    language,
    t,
    /** A sentence of the plan; a plain one is in the report's first language. */
    told: (words: Told): string =>
      typeof words === 'string'
        ? words
        : (words[language] ??
          REPORT_LANGUAGES.map((other) => words[other]).find((other) => other !== undefined) ??
          ''),
    /** `ungefähr 6 von 10`, for those who need no span; nothing where tenths say too little. */
    about: (estimate: DisclosedEstimate | undefined) => {
      if (estimate?.shown !== 'number' || estimate.kind !== 'share') return undefined
      const tenths = Math.round(estimate.value / 10)
      return tenths === 0 || tenths === 10
        ? undefined
        : t('numbers.about', { number: number(tenths) })
    },
    number,
    /** With plus or minus, for differences. */
    signed: (value: number) => `${value > 0 ? '+' : ''}${number(value)}`,
    fixed,
    hidden,
    share,
    span,
    value,
    /** `58 von 100 (zwischen 49 und 66)`. */
    shareWithSpan: (estimate: DisclosedEstimate | undefined) => withSpan(share(estimate), estimate),
    valueWithSpan: (estimate: DisclosedEstimate | undefined) => withSpan(value(estimate), estimate),
    /** A cell of a table: its words and, for table files, the disclosed number. */
    valueCell: (estimate: DisclosedEstimate | undefined): Cell => {
      const words = withSpan(value(estimate), estimate)
      if (estimate?.shown !== 'number') return words
      const { value: told, low, high } = estimate
      return {
        words,
        value: told,
        ...(low === undefined || high === undefined ? {} : { low, high }),
      }
    },
    /** `67 von 100 Punkten (zwischen 65 und 69)`. */
    points: (estimate: DisclosedEstimate | undefined) =>
      estimate?.shown === 'number'
        ? withSpan(t('numbers.points', { number: number(estimate.value) }), estimate)
        : value(estimate),
    /** `27,6 %` of a part of one. */
    percent: (part: number) => `${fixed(part * 100, 1)} %`,
    /** `49–66`; with words between negative numbers. */
    range: (low: number, high: number) =>
      low < 0 || high < 0
        ? t('numbers.to', { low: number(low), high: number(high) })
        : `${number(low)}–${number(high)}`,
    cell: (cell: DisclosedCell | null | undefined) => {
      if (cell === null || cell === undefined) return '–'
      return cell.shown === 'number' ? number(cell.value) : t(`numbers.cell.${cell.reason}`)
    },
    /** A number of cases; `unter 5` where it may not be told. */
    count: (estimate: DisclosedEstimate | undefined) =>
      estimate?.shown === 'nothing' && estimate.reason === 'few'
        ? t('numbers.cell.few')
        : value(estimate),
    /** What a word mark means, and how many answered. */
    strength: (strength: Strength, base: number | undefined) =>
      base === undefined
        ? t(`strengths.${strength}`)
        : t(`strengths.${strength}Of`, { count: base, number: number(base) }),
    /** `a, b und c`. */
    list: (parts: readonly string[]) => lists.format(parts),
    /** `1. Juni 2027`. */
    day: (day: string) => days.format(new Date(day)),
    /** With its first letter large, as at the beginning of a sentence. */
    sentence: (words: string) => words.charAt(0).toLocaleUpperCase(locale) + words.slice(1),
  }
}
export type Speech = ReturnType<typeof speechOf>
