import type { Instrument } from '@echolot/instrument'
import type { SurveyProblem } from '../check-survey.ts'
import { type AssertionOptions, assertionsHold } from './assertions-hold.ts'

/** The instrument's own assertions that do not hold, in the form of `checkSurvey`. */
export const assertionProblems = (
  instrument: Instrument,
  options: AssertionOptions = {},
): readonly SurveyProblem[] =>
  assertionsHold(instrument, instrument.assertions ?? [], options).flatMap(
    ({ name, verdict, about = '' }, place): readonly SurveyProblem[] => {
      const path = `/assertions/${place}`
      switch (verdict) {
        case 'refuted':
          return [
            {
              path,
              severity: 'error',
              rule: 'assertion-refuted',
              message: `“${name}” does not hold: there are answers against “${about}”.`,
              remedy: 'Look at the answers that show it; mend the conditions or the assertion.',
            },
          ]
        case 'unreadable':
          return [
            {
              path,
              severity: 'error',
              rule: 'assertion-unreadable',
              message: `“${name}” speaks of “${about}”, which does not exist or cannot be read.`,
              remedy: 'Name an item, panel or page of this questionnaire.',
            },
          ]
        case 'idle':
          return [
            {
              path,
              severity: 'warning',
              rule: 'assertion-idle',
              message: `The condition of “${name}” never holds, so it says nothing.`,
              remedy: 'Mend the condition, or remove the assertion.',
            },
          ]
        default:
          return []
      }
    },
  )
