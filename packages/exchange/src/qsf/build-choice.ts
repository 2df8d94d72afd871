import { because } from '../reasons/because.ts'
import type { Asked } from './asking.ts'
import type { Element } from './building.ts'
import { carried } from './carried.ts'
import { entriesOf, fieldOf, isOn } from './json-access.ts'

/** A question with choices. */
export const choice = (asked: Asked): Element => {
  const { item, question, name, setting, json } = asked
  if (question.selector === 'NPS') {
    return {
      type: 'rating',
      name,
      ...asked.common(),
      rateValues: asked
        .choicesJson(
          item.choices.length > 0
            ? item.choices
            : Array.from({ length: 11 }, (_, place) => ({
                id: String(place),
                json: { Display: String(place) },
              })),
        )
        .map(({ value, text }) => ({
          value: Number.isFinite(Number(value)) ? Number(value) : value,
          text,
        })),
      ...asked.validators(asked.custom()),
    }
  }
  if (question.type === 'HotSpot')
    asked.approximate('hot spots on a picture', because('regions-in-words'))
  if (item.source !== undefined) carried(asked)
  const choices = asked.choicesJson()
  if (choices.length === 0) {
    asked.drop('choices', because('choices-by-hand'))
    return { type: 'text', name, ...asked.common() }
  }
  const type =
    item.kind === 'multiple'
      ? 'checkbox'
      : ['DL', 'SB'].includes(question.selector)
        ? 'dropdown'
        : 'radiogroup'
  const least = Number(
    setting('MinChoices') || (setting('Type') === 'ExactChoices' ? setting('ExactChoices') : ''),
  )
  const most = Number(
    setting('MaxChoices') || (setting('Type') === 'ExactChoices' ? setting('ExactChoices') : ''),
  )
  const defaults = entriesOf(json.DefaultChoices)
    .filter(([, value]) => isOn(fieldOf(value, 'Selected')) || isOn(value))
    .flatMap(([id]) => item.values.get(id) ?? [])
  return {
    type,
    name,
    ...asked.common(),
    choices,
    ...(asked.random() ? { choicesOrder: 'random' } : {}),
    ...(type === 'checkbox' && least > 0 ? { minSelectedChoices: least } : {}),
    ...(type === 'checkbox' && most > 0 ? { maxSelectedChoices: most } : {}),
    ...asked.validators(asked.custom()),
    ...(defaults.length === 0
      ? {}
      : { defaultValue: type === 'checkbox' ? defaults : defaults[0] }),
  }
}

/** A ranking. */
export const ranking = (asked: Asked): Element => {
  const { item, name } = asked
  if (item.source !== undefined) carried(asked)
  const choices = asked.choicesJson()
  if (choices.length === 0) return { type: 'text', name, ...asked.common() }
  return {
    type: 'ranking',
    name,
    ...asked.common(),
    choices,
    selectToRankEnabled: true,
    ...(asked.random() ? { choicesOrder: 'random' } : {}),
    ...asked.validators(asked.custom()),
  }
}
