import type { Expression } from './expression.ts'

/**
 * `expression` in SurveyJS's expression language, with as few brackets as its precedence allows. A text constant must
 * be printable (`isPrintable`), a number finite.
 */
export const printExpression = (expression: Expression): string => print(expression, 0)

/** The engine's own order; `contains` and `empty` bind tighter than arithmetic. */
const STRENGTH = {
  or: 1,
  and: 2,
  compare: 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  '^': 6,
  holds: 7,
  empty: 8,
} as const

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
      return printPair(expression.left, 'contains', expression.right, STRENGTH.holds, around)
    case 'empty':
      return printEmpty(expression.of, 'empty', around)
    case 'not':
      return expression.of.kind === 'empty'
        ? printEmpty(expression.of.of, 'notempty', around)
        : `!(${print(expression.of, 0)})`
    case 'and':
    case 'or': {
      if (expression.of.length === 0) return expression.kind === 'and' ? 'true' : 'false'
      const [only, ...others] = expression.of
      if (only !== undefined && others.length === 0) return print(only, around)
      const strength = STRENGTH[expression.kind]
      return bracket(
        expression.of
          .map((one, place) => print(one, place === 0 ? strength : strength + 1))
          .join(` ${expression.kind} `),
        strength,
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

/** The engine takes `empty` after an answer or a value only; the result of anything else is compared with nothing. */
const printEmpty = (of: Expression, word: 'empty' | 'notempty', around: number) =>
  of.kind === 'answer' || of.kind === 'constant'
    ? bracket(`${print(of, STRENGTH.empty)} ${word}`, STRENGTH.empty, around)
    : bracket(
        `${print(of, STRENGTH.compare)} ${word === 'empty' ? '=' : '<>'} ''`,
        STRENGTH.compare,
        around,
      )

const printConstant = (value: string | number | boolean) =>
  typeof value === 'string'
    ? printText(value)
    : typeof value === 'number'
      ? printNumber(value)
      : `${value}`

/**
 * The engine rewrites these signs wherever they stand, in texts and names, too (`equals` becomes `equal `). A text that
 * holds one is put together from parts that do not.
 */
const REWRITTEN = /(?<==)(?=>)|(?<==)(?=<)|(?<=<)(?=>)|(?<=equal)(?=s)/

const printText = (text: string) => {
  const parts = text
    .split(REWRITTEN)
    .map((part) => `'${part.replaceAll(/['"]/g, (quote) => `\\${quote}`)}'`)
  return parts.length === 1 ? parts.join() : `(${parts.join(' + ')})`
}

/** The engine reads no exponents: the digits with their decimal point moved. */
const printNumber = (value: number): string => {
  const [, sign = '', whole = '', part = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  if (exponent === undefined) return String(value)
  const point = whole.length + Number(exponent)
  const digits = whole + part
  return point <= 0
    ? `${sign}0.${'0'.repeat(-point)}${digits}`
    : `${sign}${digits.padEnd(point, '0')}`
}

/**
 * Whether the engine can read a text back as it is: it takes a backslash as itself and therefore never finds the end
 * of a text that ends with one.
 */
export const isPrintable = (text: string): boolean => !text.endsWith('\\')
