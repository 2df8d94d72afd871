import type { Instrument } from '@echolot/instrument'
import {
  gradeWords,
  isGerman,
  minutesOf,
  type PageReadability,
  pageReadability,
  type WordingFinding,
  wordingFindings,
} from '@echolot/instrument/wording'

/** What wants a look in the words of one instrument, in all its languages, and how long answering takes. */
export type WordingReport = {
  readonly findings: readonly WordingFinding[]
  readonly readability: readonly (Omit<PageReadability, 'text'> & { readonly language: string })[]
  readonly minutes: { readonly median: number; readonly low: number; readonly high: number }
}

export const wordingReport = (instrument: Instrument): WordingReport => {
  const tags = instrument.languages.map(({ tag }) => tag)
  const { median, low, high } = minutesOf(instrument)
  return {
    findings: tags.flatMap((language) => wordingFindings(instrument, language)),
    readability: tags
      .filter(isGerman)
      .flatMap((language) =>
        pageReadability(instrument, language).flatMap(({ text: _, ...page }) =>
          page.readability === undefined ? [] : [{ language, ...page }],
        ),
      ),
    minutes: { median, low, high },
  }
}

/** The report line by line. */
export const wordingLines = ({
  findings,
  readability,
  minutes,
}: WordingReport): readonly string[] => [
  `  wording: ${findings.length === 0 ? 'nothing to look at' : `${findings.length} to look at, none of them blocks`}`,
  ...findings.map(
    ({ severity, path, rule, language, message, remedy, text, span }) =>
      `  ${severity} ${path} [${rule} ${language}] ${message.en} ${remedy.en} “${text.slice(span.start, span.end).replaceAll(/\s+/g, ' ').slice(0, 60)}”`,
  ),
  ...readability.map(({ language, page, readability: read }) =>
    read === undefined
      ? ''
      : `  readability ${page} [${language}] Flesch ${read.flesch.toFixed(0)}, school grade ${gradeWords(read.wiener[0]).en}, ${read.words} words${read.isUnstable ? ' (too few to say much)' : ''}`,
  ),
  `  minutes, every item once: ${minutes.median.toFixed(1)} (${minutes.low.toFixed(1)} to ${minutes.high.toFixed(1)})`,
]
