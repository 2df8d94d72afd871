import type { OutlineNode } from './outline.ts'

/** Values of `inputType` that make another question of a text question. */
const FORMS: ReadonlySet<string> = new Set([
  'color',
  'date',
  'datetime-local',
  'email',
  'month',
  'number',
  'password',
  'range',
  'tel',
  'time',
  'url',
  'week',
])

/** Whether a kind is a form of the text question, such as `number` or `date`. */
export const isForm = (kind: string): boolean => FORMS.has(kind)

/** What an element is to people: its SurveyJS type, or the form of a text question, e.g. `number`. */
export const kindOf = ({ type, json }: Pick<OutlineNode, 'type' | 'json'>): string =>
  type === 'text' && typeof json.inputType === 'string' && isForm(json.inputType)
    ? json.inputType
    : type
