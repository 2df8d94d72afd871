import type { Condition } from './condition.ts'

/** How tightly each kind binds in survey-core's grammar; what binds looser than its surroundings gets brackets. */
const BINDING = { or: 1, and: 2, compare: 3, add: 4, multiply: 5, power: 6, member: 7, single: 8 }

const bindingOf = (condition: Condition): number => {
  switch (condition.kind) {
    case 'or':
    case 'and':
      return BINDING[condition.kind]
    case 'comparison':
      return /^[a-z]/.test(condition.operator) ? BINDING.member : BINDING.compare
    case 'arithmetic':
      return condition.operator === '^'
        ? BINDING.power
        : condition.operator === '+' || condition.operator === '-'
          ? BINDING.add
          : BINDING.multiply
    default:
      return BINDING.single
  }
}

/** The text of a condition with as few brackets as it needs; read again it gives the same condition. */
export const printCondition = (condition: Condition): string => {
  switch (condition.kind) {
    case 'or':
    case 'and':
      return condition.parts
        .map((part, place) =>
          within(part, BINDING[condition.kind] + (place === 0 ? sameKind(part, condition) : 1)),
        )
        .join(` ${condition.kind} `)
    case 'not':
      return `!${bindingOf(condition.part) === BINDING.single && condition.part.kind !== 'presence' ? printCondition(condition.part) : `(${printCondition(condition.part)})`}`
    case 'presence':
      return `${printCondition(condition.operand)} ${condition.operator}`
    case 'comparison':
    case 'arithmetic': {
      const binding = bindingOf(condition)
      return `${within(condition.left, binding)} ${condition.operator} ${within(condition.right, binding + 1)}`
    }
    case 'call':
      return `${condition.name}(${condition.parameters.map(printCondition).join(', ')})`
    case 'list':
      return `[${condition.entries.map(printCondition).join(', ')}]`
    case 'answer':
      return `{${condition.raw ? '#' : ''}${condition.path}}`
    case 'constant':
      return printConstant(condition)
  }
}

/** The first part of a row of the same word would be opened on reading, so it keeps its brackets. */
const sameKind = (part: Condition, row: Condition) => (part.kind === row.kind ? 1 : 0)

const within = (condition: Condition, least: number): string =>
  bindingOf(condition) < least ? `(${printCondition(condition)})` : printCondition(condition)

const printConstant = (condition: Condition & { readonly kind: 'constant' }): string => {
  switch (condition.form) {
    case 'number':
    case 'boolean':
      return String(condition.value)
    case 'word':
      return condition.value
    case 'nothing':
      return 'undefined'
    case 'text':
      return `'${condition.value.replaceAll(/(['"])/g, '\\$1')}'`
  }
}
