import { defineProblem } from '@echolot/problem'
import type { EditionFault } from './check-edition.ts'

/** Findings go back to those who answered: a sheet that nobody wrote cannot be printed. */
export const nothingForFamilies = defineProblem<{ level: string; language: string }>(
  'nothing-for-families',
  422,
  'Nobody wrote the sheet for families at this level yet.',
)
/** One page is one page: shorter findings are needed, not smaller letters. */
export const summaryTooLong = defineProblem<{ letters: number; remedy: string }>(
  'summary-too-long',
  422,
  'The summary does not fit on one page.',
)
export const editionRefused = defineProblem<{ faults: readonly EditionFault[] }>(
  'edition-refused',
  422,
  'The edition has faults; nothing was rendered.',
)
export const reportUnreadable = defineProblem<{ file: string; reason: string; remedy: string }>(
  'report-unreadable',
  422,
  'This is no report that can be read.',
)
