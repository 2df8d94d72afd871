import type { Instrument } from '../instrument.ts'
import { type Reach, type TranslationUnit, translationUnits } from './translation-units.ts'

/** How far a language has come over the texts that respondents can come to. */
export type Completeness = {
  readonly language: string
  readonly units: number
  readonly reviewed: number
  readonly draft: number
  readonly stale: number
  readonly missing: number
  /** Share of texts that are reviewed (in the source language: written), 0 to 1. */
  readonly share: number
  readonly isComplete: boolean
}

export const completeness = (
  instrument: Instrument,
  language: string,
  reach: Reach = {},
): Completeness => {
  const units = unitsThatCount(translationUnits(instrument, reach))
  const count = (...states: readonly string[]) =>
    units.filter((unit) => states.includes(unit.translations[language]?.state ?? 'missing')).length
  const reviewed = count('reviewed', 'source')
  return {
    language,
    units: units.length,
    reviewed,
    draft: count('draft'),
    stale: count('stale'),
    missing: count('missing'),
    share: units.length === 0 ? 1 : reviewed / units.length,
    isComplete: reviewed === units.length,
  }
}

/** What keeps a language from being called reviewed: every reachable text that is no reviewed one. */
export const reviewBlockers = (
  instrument: Instrument,
  language: string,
  reach: Reach = {},
): readonly TranslationUnit[] =>
  unitsThatCount(translationUnits(instrument, reach)).filter(
    (unit) => !['reviewed', 'source'].includes(unit.translations[language]?.state ?? 'missing'),
  )

const unitsThatCount = (units: readonly TranslationUnit[]) =>
  units.filter(({ reachable, reader }) => reachable && reader === 'respondents')
