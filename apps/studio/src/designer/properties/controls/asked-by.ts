import { itemsOf, valueAt } from '@echolot/instrument'
import { type Asked, isAnswerable } from '../../answering/alone.ts'
import type { Json } from '../../edits/outline.ts'
import type { PropertyOwner } from '../property-owner.ts'

const ENTRIES: ReadonlySet<string> = new Set(['defaultPanelValue', 'defaultRowValue'])

/** The question whose answer a property holds; undefined where nobody can fill one in. */
export const askedBy = (owner: PropertyOwner, property: string): Asked | undefined => {
  const json = questionOf(owner)
  return json === undefined || !isAnswerable(json)
    ? undefined
    : { json, as: ENTRIES.has(property) ? 'entry' : 'answer' }
}

const questionOf = ({ class: name, json, pointer, editor }: PropertyOwner): Json | undefined => {
  const { survey } = editor.instrument
  if (name.endsWith('trigger'))
    return json.isVariable === true
      ? undefined
      : itemsOf(survey).find(({ key, parent }) => key === json.setToName && parent === undefined)
          ?.json
  if (name !== 'matrixdropdowncolumn')
    return json.type === undefined ? { ...json, type: name } : json
  const matrix = valueAt(survey, pointer.replace(/\/columns\/\d+$/, '')) as Json | undefined
  const cell = [json.cellType, matrix?.cellType].find(
    (one) => typeof one === 'string' && one !== 'default',
  )
  return { ...json, type: cell ?? 'dropdown', choices: json.choices ?? matrix?.choices ?? [] }
}
