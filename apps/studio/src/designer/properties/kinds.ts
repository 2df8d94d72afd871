import { type JsonObjectProperty, Serializer } from 'survey-core'

/** How a property is edited. Told from its metadata alone, so that a new property needs no line here. */
export type Kind =
  | 'tick'
  | 'number'
  | 'text'
  | 'texts'
  | 'choice'
  | 'set'
  | 'lines'
  | 'expression'
  | 'color'
  | 'item-name'
  | 'names'
  | 'bindings'
  | 'cells'
  | 'entries'
  | 'objects'
  | 'object'
  | 'answer'
  | 'json'

const OF_TYPE: Readonly<Record<string, Kind>> = {
  boolean: 'tick',
  switch: 'tick',
  number: 'number',
  condition: 'expression',
  expression: 'expression',
  color: 'color',
  value: 'answer',
  triggervalue: 'answer',
  'string[]': 'lines',
  pages: 'names',
  questions: 'names',
  set: 'set',
  question: 'item-name',
  questionvalue: 'item-name',
  question_carryforward: 'item-name',
  masksettings: 'object',
  restfull: 'object',
  cells: 'cells',
  bindings: 'bindings',
  rowvalue: 'answer',
  panelvalue: 'answer',
}

/** Lists that are the questionnaire's structure: they are edited in the tree and on the canvas. */
const STRUCTURE = new Set(['pages', 'elements', 'templateElements', 'questions'])

export const isStructure = ({ name, isArray }: JsonObjectProperty): boolean =>
  isArray && STRUCTURE.has(name)

export const kindOf = (property: JsonObjectProperty): Kind => {
  const ofType = OF_TYPE[property.type]
  if (ofType === 'set') return 'set'
  if (property.isArray && ofType === undefined)
    return isEntries(listClassOf(property)) ? 'entries' : 'objects'
  if (property.isLocalizable) return 'texts'
  if (property.hasChoices && ofType !== 'tick') return 'choice'
  return ofType ?? 'text'
}

/** Class of a list's entries; where they may be of several, the class that these have in common. */
export const listClassOf = ({ className, baseClassName, type }: JsonObjectProperty): string =>
  className || baseClassName || type.replace('[]', '')

/** A value and its words: choices, rows, columns. */
const isEntries = (name: string) =>
  (name === 'itemvalue' || Serializer.isDescendantOf(name, 'itemvalue')) && name !== 'imagemaparea'
