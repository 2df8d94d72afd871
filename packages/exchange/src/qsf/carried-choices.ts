import { entriesOf, fieldOf, textIn } from './json-access.ts'
import type { QsfChoice, QsfQuestion, QsfSurvey } from './qsf-survey.ts'

/** `q://QID20/ChoiceGroup/SelectedChoices`: where choices or rows come from, and which of them. */
export const sourceOf = (
  question: QsfQuestion,
): { readonly id: string; readonly what: string } | undefined => {
  const locator = textIn(fieldOf(question.json, 'DynamicChoices'), 'Locator')
  const found = /^q:\/\/([^/]+)\/(.+)$/.exec(locator)
  return found === null
    ? undefined
    : { id: decoded(found[1] ?? ''), what: (found[2] ?? '').replace(/^ChoiceGroup\//, '') }
}

/** Carried choices first, as Qualtrics shows them, then the question's own. */
export const withCarried = (
  question: QsfQuestion,
  survey: QsfSurvey,
  seen: Set<string>,
): readonly QsfChoice[] => {
  const source = sourceOf(question)
  const from = source === undefined ? undefined : survey.questions.get(source.id)
  if (from === undefined || seen.has(question.id)) return question.choices
  seen.add(question.id)
  const own = new Map(question.choices.map((choice) => [choice.id, choice]))
  const carried = (
    from.choices.length > 0 || sourceOf(from) !== undefined ? withCarried(from, survey, seen) : []
  ).map(({ id, json }) => own.get(`x${id}`) ?? { id: `x${id}`, json: withoutLogic(json) })
  const ids = new Set(carried.map(({ id }) => id))
  return [
    ...carried.map((choice) =>
      textIn(choice.json, 'Display') === ''
        ? {
            id: choice.id,
            json: from.choices.find(({ id }) => `x${id}` === choice.id)?.json ?? choice.json,
          }
        : choice,
    ),
    ...question.choices.filter(({ id }) => !ids.has(id) && !/^x\d/.test(id)),
  ]
}

const withoutLogic = (json: unknown): unknown =>
  Object.fromEntries(
    entriesOf(json).filter(
      ([key]) => key !== 'DisplayLogic' && key !== 'TextEntry' && key !== '__proto__',
    ),
  )

/** An address without percent signs; as it is where they mean nothing. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
