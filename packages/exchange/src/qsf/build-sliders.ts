import { because } from '../reasons/because.ts'
import type { Asked } from './asking.ts'
import { type Element, visibleIf } from './building.ts'
import { carried } from './carried.ts'
import { entriesOf, fieldOf, isOn, textIn } from './json-access.ts'

/** Sliders, one below the other. */
export const sliders = (asked: Asked): Element => {
  const { item, question, name, json } = asked
  const configured = (key: string) => Number(textIn(json.Configuration, key))
  const least = configured('CSSliderMin') || 0
  const most = textIn(json.Configuration, 'CSSliderMax') === '' ? 100 : configured('CSSliderMax')
  const decimals = Math.min(configured('NumDecimals') || 0, 6)
  const stars = question.selector === 'STAR'
  const count = Math.min(Math.max(configured('StarCount') || 5, 1), 20)
  const labels = entriesOf(json.Labels)
    .map(([, label]) => textIn(label, 'Display'))
    .filter((text) => text !== '')
  if (labels.length > 0)
    asked.approximate(
      `labels ${labels
        .map((label) => `“${label}”`)
        .join(', ')
        .slice(0, 200)}`,
      because('ends-into-question'),
    )
  const start = fieldOf(json.Configuration, 'SliderStartPositions')
  if (isOn(fieldOf(json.Configuration, 'CustomStart')) && entriesOf(start).length > 0)
    asked.building.losses.grouped(
      'start positions of sliders',
      because('slider-untouched-blank'),
      asked.path,
    )
  if (isOn(fieldOf(json.Configuration, 'NotApplicable')))
    asked.drop('“not applicable” beside sliders', because('not-applicable-by-item'))
  const isRequired = asked.required
  const elements = item.choices.map((row) => ({
    ...(stars
      ? { type: 'rating', rateValues: Array.from({ length: count }, (_, place) => place + 1) }
      : {
          type: 'slider',
          min: least,
          max: most > least ? most : least + 100,
          step: 10 ** -decimals,
        }),
    name: String(item.values.get(row.id) ?? row.id),
    title: asked.displayOf('Choices', row),
    ...(isRequired ? { isRequired: true } : {}),
    ...visibleIf(asked.building.offered(item, row)),
  }))
  if (item.source !== undefined) carried(asked)
  if (elements.length === 0)
    return {
      type: 'slider',
      name,
      ...asked.common(),
      min: least,
      max: most > least ? most : least + 100,
      step: 10 ** -decimals,
    }
  return {
    type: 'panel',
    name,
    ...(asked.title === undefined ? {} : { title: asked.title }),
    elements,
  }
}
