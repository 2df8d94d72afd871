import { dayWords } from './days.ts'
import type { Finding, Report } from './model.ts'
import { WORDS } from './words.ts'

/** The page for those who read one page. */
export type OnePage = {
  readonly intro: string
  readonly findings: readonly Finding[]
  readonly decisions: readonly string[]
  readonly unknown: string
  readonly next?: string
}

/** Five findings, three decisions, what we do not know, the next date. */
export const summaryOf = ({ language, summary }: Report): OnePage => {
  const { intro, findings, decisions, unknown, next } = summary
  return {
    intro,
    findings: findings.slice(0, 5),
    decisions: decisions.slice(0, 3),
    unknown,
    ...(next === undefined ? {} : { next: `${next.what} (${dayWords(next.on, language)})` }),
  }
}

export const summaryTitle = ({ title, language }: Report): string =>
  `${title} – ${WORDS[language].summaryQuestion}`
