import { everOffered } from '../questionnaire/ever-offered.ts'
import { because } from '../reasons/because.ts'
import { filterOf } from './array-filters.ts'
import type { Asked } from './asking.ts'
import { answersOf, other, standard } from './build-parts.ts'
import type { Element } from './building.ts'
import { languageName, tagOf } from './own-words.ts'
import { isOn, LISTS } from './question-kinds.ts'

/** A question with one answer: lists, yes or no, gender, language, five points. */
export const single = (asked: Asked): Element => {
  const { question, name, values, base, own, plain, attribute } = asked
  const { type } = question
  const choices: readonly Element[] =
    type === 'Y'
      ? [
          { value: 'Y', text: own('yes') },
          { value: 'N', text: own('no') },
        ]
      : type === 'G'
        ? [
            { value: 'F', text: own('female') },
            { value: 'M', text: own('male') },
          ]
        : type === 'I'
          ? asked.building.languages.map((language) => ({
              value: tagOf(language),
              text: languageName(language),
            }))
          : type === '5'
            ? [1, 2, 3, 4, 5].map((value) => ({ value, text: String(value) }))
            : answersOf(asked, 0)
  if (type === 'I')
    asked.building.losses.approximated(
      asked.path,
      'type “I” (language)',
      because('language-not-switched'),
      name,
    )
  if (type === '5')
    return {
      type: 'rating',
      name,
      ...asked.common(),
      rateValues: [1, 2, 3, 4, 5],
      ...standard(asked, question.defaults),
    }
  const random = isOn(attribute('random_order')) || attribute('answer_order') === 'random'
  if (type === 'L') asked.used.add('array_filter').add('array_filter_exclude')
  if (choices.length === 0 && !question.other) return { type: 'text', name, ...asked.common() }
  return {
    type: type === '!' || type === 'I' ? 'dropdown' : 'radiogroup',
    name,
    ...asked.common(),
    choices: everOffered(
      values[0] !== undefined && LISTS.has(type)
        ? question.answers
            .filter(({ scale }) => scale === 0)
            .flatMap(({ code }, place) =>
              choices[place] === undefined
                ? []
                : [
                    {
                      ...choices[place],
                      ...(type === 'L'
                        ? asked.visibility(
                            filterOf(code, { question, base, variables: asked.building.variables }),
                          )
                        : {}),
                    },
                  ],
            )
        : choices,
    ),
    ...(random
      ? { choicesOrder: 'random' }
      : isOn(attribute('alphasort'))
        ? { choicesOrder: 'asc' }
        : {}),
    ...other(asked),
    ...(type === 'O' ? { showCommentArea: true, commentText: own('comment') } : {}),
    ...asked.validators([...asked.rules()]),
    ...standard(asked, question.defaults),
    ...(type === 'O' && plain(question.help) === undefined ? {} : {}),
  }
}
