import type { Expression } from './expression.ts'

/** `expression` in SurveyJS's expression language, with as few brackets as its precedence allows. */
export const printExpression = (expression: Expression): string => print(expression, 0)

const STRENGTH = { or: 1, and: 2, compare: 4, '+': 5, '-': 5, '*': 6, '/': 6, '%': 6 } as const

const print = (expression: Expression, around: number): string => {
  switch (expression.kind) {
    case 'constant':
      return printConstant(expression.value)
    case 'answer':
      return `{${expression.item}${expression.part === undefined ? '' : `.${expression.part}`}}`
    case 'compare':
      return printPair(
        expression.left,
        expression.operator,
        expression.right,
        STRENGTH.compare,
        around,
      )
    case 'holds':
      return printPair(expression.left, 'contains', expression.right, STRENGTH.compare, around)
    case 'empty':
      return bracket(`${print(expression.of, STRENGTH.compare)} empty`, STRENGTH.compare, around)
    case 'not':
      return expression.of.kind === 'empty'
        ? bracket(`${print(expression.of.of, STRENGTH.compare)} notempty`, STRENGTH.compare, around)
        : `!(${print(expression.of, 0)})`
    case 'and':
    case 'or': {
      const strength = STRENGTH[expression.kind]
      return bracket(
        expression.of.map((one) => print(one, strength)).join(` ${expression.kind} `),
        expression.of.length > 1 ? strength : around,
        around,
      )
    }
    case 'calculate':
      return printPair(
        expression.left,
        expression.operator,
        expression.right,
        STRENGTH[expression.operator],
        around,
      )
    case 'call':
      return `${expression.name}(${expression.of.map((one) => print(one, 0)).join(', ')})`
  }
}

const printPair = (
  left: Expression,
  operator: string,
  right: Expression,
  strength: number,
  around: number,
) => bracket(`${print(left, strength)} ${operator} ${print(right, strength + 1)}`, strength, around)

const bracket = (text: string, strength: number, around: number) =>
  strength < around ? `(${text})` : text

const printConstant = (value: string | number | boolean) =>
  typeof value === 'string'
    ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
    : `${value}`
