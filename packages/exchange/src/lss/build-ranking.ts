import { everOffered } from '../questionnaire/ever-offered.ts'
import { because } from '../reasons/because.ts'
import { filterOf } from './array-filters.ts'
import type { Asked } from './asking.ts'
import { open } from './build-open.ts'
import { answersOf } from './build-parts.ts'
import type { Element } from './building.ts'
import { isOn, rowsOf } from './question-kinds.ts'

/** A ranking. */
export const ranking = (asked: Asked): Element => {
  const { question, name, values, attribute } = asked
  const choices: readonly Element[] =
    question.answers.length > 0
      ? answersOf(asked, 0).map((choice, place) => ({
          ...choice,
          ...asked.visibility(
            filterOf(question.answers[place]?.code ?? '', {
              question,
              base: asked.base,
              variables: asked.building.variables,
            }),
          ),
        }))
      : rowsOf(question).map((row) => ({
          value: values[0]?.get(row.code) ?? row.code,
          text: asked.plain(row.texts) ?? row.code,
          ...asked.partVisibility(row),
        }))
  asked.used.add('array_filter').add('array_filter_exclude')
  if (choices.length === 0) return open(asked)
  const least = asked.amount('min_answers')
  const several = asked.amount('max_subquestions')
  const most = asked.amount('max_answers') ?? several
  const random = isOn(attribute('random_order')) || attribute('answer_order') === 'random'
  for (const [key, limit] of [
    ['min_answers', least],
    ['max_answers', most],
  ] as const)
    if (limit !== undefined && typeof limit !== 'number')
      asked.drop(`attribute ${key}`, because('ranking-takes-number'))
  return {
    type: 'ranking',
    name,
    ...asked.common(),
    choices: everOffered(choices),
    selectToRankEnabled: true,
    ...(typeof least === 'number' ? { minSelectedChoices: least } : {}),
    ...(typeof most === 'number' && most > 0
      ? { maxSelectedChoices: Math.min(most, choices.length) }
      : {}),
    ...(random ? { choicesOrder: 'random' } : {}),
    ...asked.validators(asked.rules()),
  }
}
