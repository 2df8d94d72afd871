export type { AcceptedWording } from './instrument.ts'
export type { InBoth, Span, WordingFinding } from './wording/finding.ts'
export {
  MINUTE_BUDGET,
  type Minutes,
  minutesOf,
  type PageMinutes,
  type Persona,
  SECONDS,
  secondsOf,
} from './wording/minutes.ts'
export { type PageReadability, pageReadability } from './wording/page-readability.ts'
export {
  gradeWords,
  isEasyLanguage,
  isGerman,
  type Readability,
  readabilityOf,
  readabilityTarget,
  STABLE_WORDS,
} from './wording/readability-of.ts'
export { MOST_ROWS } from './wording/rules/pages.ts'
export { syllablesOf } from './wording/syllables-of.ts'
export {
  acceptWording,
  withdrawAcceptance,
  wordingFindings,
} from './wording/wording-findings.ts'
