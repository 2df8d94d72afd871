import { everOffered } from '../questionnaire/ever-offered.ts'
import { because } from '../reasons/because.ts'
import type { Asked } from './asking.ts'
import { answersOf, listedRows, standard } from './build-parts.ts'
import type { Element } from './building.ts'
import { isOn } from './question-kinds.ts'

/** An array with one answer a row. */
export const matrix = (asked: Asked): Element => {
  const { question, name, rows, own, attribute, parts } = asked
  const { type } = question
  const columns: readonly Element[] =
    type === 'A' || type === 'B'
      ? Array.from({ length: type === 'A' ? 5 : 10 }, (_, place) => ({
          value: place + 1,
          text: String(place + 1),
        }))
      : type === 'C'
        ? [
            { value: 'Y', text: own('yes') },
            { value: 'U', text: own('uncertain') },
            { value: 'N', text: own('no') },
          ]
        : type === 'E'
          ? [
              { value: 'I', text: own('increase') },
              { value: 'S', text: own('same') },
              { value: 'D', text: own('decrease') },
            ]
          : answersOf(asked, 0)
  if (columns.length === 0 || rows.size === 0) {
    asked.drop('array without answers or rows', because('complete-there'))
    return { type: 'html', name, html: asked.title ?? '…' }
  }
  if (type === 'H')
    asked.building.losses.approximated(
      asked.path,
      'array by column',
      because('subquestions-in-rows'),
      name,
    )
  const { isRequired, ...common } = asked.common() as { readonly isRequired?: boolean }
  return {
    type: 'matrix',
    name,
    ...common,
    columns,
    rows: everOffered(listedRows(asked)),
    ...(isRequired ? { eachRowRequired: true } : {}),
    ...(isOn(attribute('random_order')) || attribute('subquestion_order') === 'random'
      ? { rowOrder: 'random' }
      : {}),
    ...asked.validators([...asked.counts(parts), ...asked.rules()]),
    ...standard(asked, question.defaults),
  }
}
