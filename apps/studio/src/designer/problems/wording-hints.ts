import type { Instrument } from '@echolot/instrument'
import { wordingFindings } from '@echolot/instrument/wording'
import type { FoundProblem } from './found-problem.ts'

/**
 * What nobody has accepted of the words in the source language and the languages that respondents are offered, as hints:
 * none of it keeps a questionnaire from being published.
 */
export const wordingHints = (instrument: Instrument): readonly FoundProblem[] =>
  instrument.languages
    .filter(({ live }, place) => place === 0 || live)
    .flatMap(({ tag }) => wordingFindings(instrument, tag))
    .map(({ path, rule, message, remedy, language }) => ({
      path,
      severity: 'hint',
      rule: `wording-${rule}`,
      message: `${rule} (${language}): ${message.en}`,
      remedy: remedy.en,
      german: { text: `${rule} (${language}): ${message.de}`, remedy: remedy.de },
    }))
