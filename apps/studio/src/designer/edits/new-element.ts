import type { Json } from './outline.ts'

/** Kinds of items that can be added; a kind is a SurveyJS type with the properties it begins with. */
export const NEW_KINDS = [
  'radiogroup',
  'checkbox',
  'dropdown',
  'rating',
  'matrix',
  'text',
  'number',
  'comment',
  'ranking',
  'html',
  'panel',
] as const
export type NewKind = (typeof NEW_KINDS)[number]

const CHOICES = [{ value: 1 }, { value: 2 }]

/** The JSON that an added element begins with; its words are written by people. */
export const newElement = (kind: NewKind, name: string): Json => {
  switch (kind) {
    case 'radiogroup':
    case 'checkbox':
    case 'dropdown':
    case 'ranking':
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
    case 'number':
      return { type: 'text', name, inputType: 'number' }
    case 'html':
      return { type: kind, name, html: '' }
    case 'panel':
      return { type: kind, name, elements: [] }
    default:
      return { type: kind, name }
  }
}
