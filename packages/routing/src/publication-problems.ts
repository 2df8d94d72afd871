import type { Instrument } from '@echolot/instrument'
import { checkSurvey, type SurveyProblem } from './check-survey.ts'
import { assertionProblems } from './logic/assertion-problems.ts'
import { logicProblems } from './logic/logic-problems.ts'
import { routeDifferences } from './route-differences.ts'

/** Made-up respondents who try the route before an instrument is published, for each set of context values. */
const RESPONDENTS = 12
/** Milliseconds for the proofs; what is undecided then is no reason to wait. */
const PROOF_LIMIT = 3000
/** More examples of the same disagreement help nobody. */
const EXAMPLES = 3

/**
 * Everything `checkSurvey` finds and, when that is no error, what made-up respondents find who walk the route in
 * survey-core and in our conditions: where the two disagree, honest answers would be refused. What the proofs find about
 * the logic comes with it as warnings; assertions of the researchers that do not hold are errors. Takes a second or two for a long questionnaire; meant for the moment of
 * publishing, in a worker with a time limit.
 */
export const publicationProblems = (instrument: Instrument): readonly SurveyProblem[] => {
  const problems = checkSurvey(instrument)
  if (problems.some(({ severity }) => severity === 'error')) return problems
  const differences = contextsOf(instrument).flatMap((context) =>
    routeDifferences(instrument, { n: RESPONDENTS, seed: 1, context }),
  )
  return [
    ...problems,
    ...assertionProblems(instrument),
    ...logicProblems(instrument, { limit: PROOF_LIMIT }),
    ...differences.slice(0, EXAMPLES).map(
      ({ answers, library, ours }): SurveyProblem => ({
        path: '/survey',
        severity: 'error',
        rule: 'route-differs',
        message: `With the answers ${JSON.stringify(answers).slice(0, 200)} the library alone shows ${named(library)}, our check alone ${named(ours)}.`,
        remedy: 'Write the condition of these items in a simpler way.',
      }),
    ),
  ]
}

const named = (names: readonly string[]) =>
  names.length === 0 ? 'nothing more' : names.slice(0, 5).join(', ')

/** Every context variable at its first values, then at its last ones. */
const contextsOf = ({ context = [] }: Instrument): readonly Readonly<Record<string, unknown>>[] => {
  if (context.length === 0) return [{}]
  return [0, -1].map((place) =>
    Object.fromEntries(context.map(({ name, values = [] }) => [name, values.at(place)?.value])),
  )
}
