import type { Expression } from '../expression/expression.ts'

/** Two sides and what stands between them. */
export const join = (operator: string, left: Expression, right: Expression): Expression => {
  switch (operator) {
    case 'or':
    case '||':
    case 'and':
    case '&&': {
      const kind = operator === 'or' || operator === '||' ? 'or' : 'and'
      return { kind, of: [left, right].flatMap((side) => (side.kind === kind ? side.of : [side])) }
    }
    case '=':
    case '<>':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(operator === '!=' ? '<>' : operator, left, right)
    default:
      return { kind: 'calculate', operator: operator as '+', left, right }
  }
}

const MIRRORED = { '=': '=', '<>': '<>', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

/** A box of a multiple choice is 1 or 0; nothing else is ever in it. */
const comparison = (
  operator: keyof typeof MIRRORED,
  left: Expression,
  right: Expression,
): Expression => {
  if (left.kind === 'constant' && right.kind !== 'constant')
    return comparison(MIRRORED[operator], right, left)
  if (right.kind === 'constant' && right.value === '' && (operator === '=' || operator === '<>')) {
    const none: Expression =
      left.kind === 'holds' ? { kind: 'not', of: left } : { kind: 'empty', of: left }
    return operator === '=' ? none : { kind: 'not', of: none }
  }
  if (left.kind === 'holds' && right.kind === 'constant') {
    const value = Number(right.value)
    const whenOne = compareNumbers(1, operator, value)
    const whenNone = compareNumbers(0, operator, value)
    if (whenOne === whenNone) return { kind: 'constant', value: whenOne }
    return whenOne ? left : { kind: 'not', of: left }
  }
  return { kind: 'compare', operator, left, right }
}

const compareNumbers = (left: number, operator: keyof typeof MIRRORED, right: number): boolean => {
  switch (operator) {
    case '=':
      return left === right
    case '<>':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}
