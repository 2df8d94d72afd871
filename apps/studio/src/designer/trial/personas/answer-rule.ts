import type { Item, PersonaAnswer } from '@echolot/instrument'

/** How an answer of a persona is given in the form. */
export const RULES = ['value', 'blank', 'oneOf', 'between'] as const
export type RuleKind = (typeof RULES)[number]

/** What one writes an answer with: a choice, ticks, a number, a line of text, or JSON for what has parts. */
export type Form = 'choice' | 'ticks' | 'number' | 'text' | 'json'

const TICKED = new Set(['checkbox', 'tagbox', 'ranking'])
const NUMERIC = new Set(['number', 'range'])
const PARTED = new Set([
  'matrix',
  'matrixdropdown',
  'matrixdynamic',
  'multipletext',
  'paneldynamic',
])

export const formOf = (item: Item | undefined): Form => {
  if (item === undefined) return 'json'
  if (PARTED.has(item.type)) return 'json'
  if (TICKED.has(item.type)) return 'ticks'
  if (item.choices.length > 0) return 'choice'
  if (item.type === 'slider' || item.type === 'rating' || NUMERIC.has(item.inputType ?? ''))
    return 'number'
  return item.type === 'text' || item.type === 'comment' ? 'text' : 'json'
}

export const ruleOf = (answer: PersonaAnswer): RuleKind => {
  if (answer === null) return 'blank'
  if (typeof answer !== 'object' || Array.isArray(answer)) return 'value'
  if ('oneOf' in answer && Array.isArray(answer.oneOf)) return 'oneOf'
  return 'between' in answer && Array.isArray(answer.between) ? 'between' : 'value'
}

/** The rules that make sense for an item. */
export const rulesFor = (item: Item | undefined): readonly RuleKind[] => {
  const form = formOf(item)
  if (form === 'number') return ['value', 'between', 'blank']
  return form === 'choice' ? ['value', 'oneOf', 'blank'] : ['value', 'blank']
}

/** What a rule begins with. */
export const freshAnswer = (item: Item | undefined, rule: RuleKind): PersonaAnswer => {
  const first = item?.choices[0]?.value
  switch (rule) {
    case 'blank':
      return null
    case 'oneOf':
      return { oneOf: item?.choices.slice(0, 2).map(({ value }) => value) ?? [] }
    case 'between':
      return { between: [Number(item?.min ?? 0), Number(item?.max ?? 10)] }
    case 'value':
      switch (formOf(item)) {
        case 'choice':
          return first ?? ''
        case 'ticks':
          return first === undefined ? [] : [first]
        case 'number':
          return Number(item?.min ?? 0)
        case 'text':
          return ''
        case 'json':
          return item?.type === 'paneldynamic' || item?.type === 'matrixdynamic' ? [{}] : {}
      }
  }
}
