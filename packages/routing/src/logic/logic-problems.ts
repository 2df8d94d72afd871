import type { Instrument } from '@echolot/instrument'
import type { SurveyProblem } from '../check-survey.ts'
import { type ProofOptions, proveInstrument } from './prove-instrument.ts'

/**
 * What the proofs find, in the form of the other checks, all of it as warnings: a question that nobody sees loses no
 * answers. Notes are left out; unknown names are errors of `checkSurvey` already.
 */
export const logicProblems = (
  instrument: Instrument,
  options: ProofOptions = {},
): readonly SurveyProblem[] =>
  proveInstrument(instrument, options).findings.flatMap(
    ({ code, severity, pointer, words, witness }): readonly SurveyProblem[] =>
      severity === 'note' || (code === 'missing-item' && severity === 'error')
        ? []
        : [
            {
              path: pointer,
              severity: 'warning',
              rule: `logic-${code}`,
              message:
                witness === undefined
                  ? words.en.message
                  : `${words.en.message} For example with ${JSON.stringify(witness.answers).slice(0, 200)}.`,
              remedy: words.en.remedy,
            },
          ],
  )
