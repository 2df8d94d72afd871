import type { Instrument } from '@echolot/instrument'
import type { SurveyModel } from 'survey-core'

/**
 * Lets an item hold the missing codes its note allows (−77, −88) although they lie outside its range: the errors
 * survey-core finds in such an answer are dropped, and a code beside the choices is kept. Anything else is judged as
 * always. Read the answers before `doComplete()`, which takes codes and zeros out of matrices.
 */
export const applyMissingCodes = (
  model: SurveyModel,
  { variables }: Pick<Instrument, 'variables'>,
): void => {
  const codes = new Map(variables.map(({ name, missing }) => [name, missing ?? []]))
  model.keepIncorrectValues = true
  model.onSettingQuestionErrors.add((_, { question, errors }) => {
    if (codes.get(question.name)?.includes(question.value as number) === true) errors.length = 0
  })
}
