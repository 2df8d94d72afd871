import type { FrameFinding } from '@echolot/contract/frames'
import type { UiLanguage } from '@echolot/ui'
import { findingSentence } from './finding-words.ts'

/** Spreadsheet programs take a cell that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/
const cell = (text: string) => `"${text.replace(FORMULA, "'$&").replaceAll('"', '""')}"`

/** The findings as a list which the office that delivered the addresses can work through: line, column, sentence. */
export const findingsCsv = (
  findings: readonly FrameFinding[],
  heading: readonly [string, string, string],
  language: UiLanguage,
): string => {
  const rows = findings.map((finding) => [
    String(finding.line),
    finding.column ?? '',
    findingSentence(finding, language),
  ])
  return `\uFEFF${[heading, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}
