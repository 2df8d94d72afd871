import { isForm } from './kind-of.ts'
import type { Json } from './outline.ts'

const CHOICES = [{ value: 1 }, { value: 2 }]

/**
 * The JSON that an added element begins with; its words are written by people.
 * @param kind a SurveyJS type, or a form of `text` such as `number`
 */
export const newElement = (kind: string, name: string): Json => {
  switch (kind) {
    case 'radiogroup':
    case 'checkbox':
    case 'dropdown':
    case 'tagbox':
    case 'ranking':
    case 'buttongroup':
    case 'imagepicker':
      return { type: kind, name, choices: CHOICES }
    case 'rating':
      return { type: kind, name, rateMin: 1, rateMax: 5 }
    case 'matrix':
      return {
        type: kind,
        name,
        columns: CHOICES,
        rows: [{ value: `${name}_1` }, { value: `${name}_2` }],
      }
    case 'matrixdropdown':
      return {
        type: kind,
        name,
        columns: [{ name: `${name}_c1` }, { name: `${name}_c2` }],
        choices: CHOICES,
        rows: [{ value: 1 }, { value: 2 }],
      }
    case 'matrixdynamic':
      return {
        type: kind,
        name,
        columns: [{ name: `${name}_c1`, cellType: 'text' }],
        choices: CHOICES,
        rowCount: 2,
        maxRowCount: 20,
      }
    case 'multipletext':
      return { type: kind, name, items: [{ name: `${name}_1` }, { name: `${name}_2` }] }
    case 'slider':
      return { type: kind, name, min: 0, max: 100 }
    case 'html':
      return { type: kind, name, html: '' }
    case 'panel':
      return { type: kind, name, elements: [] }
    case 'paneldynamic':
      return { type: kind, name, templateElements: [], maxPanelCount: 10 }
    default:
      return isForm(kind) ? { type: 'text', name, inputType: kind } : { type: kind, name }
  }
}
