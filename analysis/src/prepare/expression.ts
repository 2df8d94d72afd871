/** The value of one derived variable for one respondent; null where it is missing. */
export type Evaluate = (cellOf: (name: string) => number | null) => number | null

export type Expression = { readonly names: readonly string[]; readonly evaluate: Evaluate }

/** Where reading stopped, and why. */
export type ExpressionFault = { readonly position: number; readonly message: string }

/**
 * Reads the small language of derived variables: numbers, names, `+ - * /`, `== != < <= > >=`, `in [1, 2]`,
 * `and or not`, and the functions below. True is 1, false is 0. A missing operand makes the result missing,
 * except where a function says otherwise.
 *
 * `none` is the missing value itself.
 *
 * - `if(condition, then, otherwise)`; a missing condition gives missing
 * - `missing(x)` 1 or 0, never missing
 * - `first(a, b, …)` the first that is not missing
 * - `min max mean sum(a, b, …)` over those not missing; missing if all are
 * - `count(a, b, …)` how many are true; missing if all are missing
 *
 * @example readExpression('if(hh_partner == 2, 1, 0)').evaluate(() => 2) // => 1
 */
export const readExpression = (text: string): Expression | ExpressionFault => {
  const tokens = tokensOf(text)
  if ('message' in tokens) return tokens
  const names = new Set<string>()
  let at = 0
  const peek = () => tokens[at]?.text
  const take = (expected?: string) => {
    const token = tokens[at]
    if (token === undefined || (expected !== undefined && token.text !== expected))
      throw fault(token?.position ?? text.length, `${expected ?? 'more'} is expected here`)
    at += 1
    return token
  }

  const expression = (): Evaluate => binary(0)
  const binary = (level: number): Evaluate => {
    const operators = LEVELS[level]
    if (operators === undefined) return unary()
    let left = binary(level + 1)
    for (let next = peek(); next !== undefined && operators.includes(next); next = peek()) {
      take()
      left = next === 'in' ? among(left, list()) : applied(OPERATORS[next], left, binary(level + 1))
    }
    return left
  }
  const list = (): number[] => {
    take('[')
    const values = [signed()]
    while (peek() === ',') {
      take(',')
      values.push(signed())
    }
    take(']')
    return values
  }
  const signed = () => {
    const negative = peek() === '-'
    if (negative) take('-')
    const token = take()
    if (token.kind !== 'number') throw fault(token.position, 'a number is expected here')
    return negative ? -Number(token.text) : Number(token.text)
  }
  const unary = (): Evaluate => {
    if (peek() === 'not') {
      take()
      const inner = unary()
      return (v) => negated(inner(v))
    }
    if (peek() === '-') {
      take()
      const inner = unary()
      return (v) => {
        const value = inner(v)
        return value === null ? null : -value
      }
    }
    return primary()
  }
  const primary = (): Evaluate => {
    const token = take()
    if (token.kind === 'number') {
      const value = Number(token.text)
      return () => value
    }
    if (token.text === '(') {
      const inner = expression()
      take(')')
      return inner
    }
    if (token.kind !== 'name') throw fault(token.position, 'a number or a name is expected here')
    if (peek() === '(') return call(token)
    if (token.text === 'none') return () => null
    names.add(token.text)
    return (v) => v(token.text)
  }
  const call = (token: Token): Evaluate => {
    const makes = FUNCTIONS[token.text]
    if (makes === undefined)
      throw fault(
        token.position,
        `there is no function ${token.text}; known: ${Object.keys(FUNCTIONS).join(', ')}`,
      )
    take('(')
    const parts = [expression()]
    while (peek() === ',') {
      take(',')
      parts.push(expression())
    }
    take(')')
    if (makes.arity !== undefined && makes.arity !== parts.length)
      throw fault(token.position, `${token.text} takes ${makes.arity} values`)
    return makes.of(parts)
  }

  try {
    const evaluate = expression()
    if (at < tokens.length) throw fault(tokens[at]?.position ?? 0, 'the expression should end here')
    return { names: [...names], evaluate }
  } catch (thrown) {
    if (isFault(thrown)) return thrown
    throw thrown
  }
}

type Token = {
  readonly kind: 'number' | 'name' | 'sign'
  readonly text: string
  readonly position: number
}
const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|(==|!=|<=|>=|[<>+\-*/(),[\]]))/y
const WORDS = new Set(['and', 'or', 'not', 'in'])

const tokensOf = (text: string): Token[] | ExpressionFault => {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const position = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (!match) return fault(position, `“${text.slice(position).trim()[0]}” is not understood`)
    const [, number, name, sign] = match
    const kind = number ? 'number' : name && !WORDS.has(name) ? 'name' : 'sign'
    tokens.push({ kind, text: number ?? name ?? (sign as string), position })
  }
  return tokens
}

const fault = (position: number, message: string): ExpressionFault => ({ position, message })
const isFault = (thrown: unknown): thrown is ExpressionFault =>
  typeof thrown === 'object' && thrown !== null && 'position' in thrown

/** From the loosest binding to the tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['==', '!=', '<', '<=', '>', '>=', 'in'],
  ['+', '-'],
  ['*', '/'],
]

type Operator = (a: number | null, b: number | null) => number | null
const strict =
  (operate: (a: number, b: number) => number | boolean): Operator =>
  (a, b) => {
    if (a === null || b === null) return null
    const value = Number(operate(a, b))
    return Number.isFinite(value) ? value : null
  }
const OPERATORS: Readonly<Record<string, Operator>> = {
  or: (a, b) => (truth(a) || truth(b) ? 1 : a === null || b === null ? null : 0),
  and: (a, b) => (a === 0 || b === 0 ? 0 : a === null || b === null ? null : 1),
  '==': strict((a, b) => a === b),
  '!=': strict((a, b) => a !== b),
  '<': strict((a, b) => a < b),
  '<=': strict((a, b) => a <= b),
  '>': strict((a, b) => a > b),
  '>=': strict((a, b) => a >= b),
  '+': strict((a, b) => a + b),
  '-': strict((a, b) => a - b),
  '*': strict((a, b) => a * b),
  '/': strict((a, b) => a / b),
}
const truth = (value: number | null) => value !== null && value !== 0
const negated = (value: number | null) => (value === null ? null : value === 0 ? 1 : 0)
const applied =
  (operate: Operator | undefined, left: Evaluate, right: Evaluate): Evaluate =>
  (v) =>
    operate === undefined ? null : operate(left(v), right(v))
const among =
  (left: Evaluate, values: readonly number[]): Evaluate =>
  (v) => {
    const value = left(v)
    return value === null ? null : Number(values.includes(value))
  }

type Maker = {
  readonly arity?: number
  readonly of: (parts: readonly Evaluate[]) => Evaluate
}
const overPresent = (gather: (values: readonly number[]) => number): Maker => ({
  of: (parts) => (v) => {
    const present = parts.map((part) => part(v)).filter((value) => value !== null)
    return present.length === 0 ? null : gather(present)
  },
})
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const FUNCTIONS: Readonly<Record<string, Maker>> = {
  if: {
    arity: 3,
    of: (parts) => {
      const [condition, then, otherwise] = parts as [Evaluate, Evaluate, Evaluate]
      return (v) => {
        const value = condition(v)
        return value === null ? null : value === 0 ? otherwise(v) : then(v)
      }
    },
  },
  missing: {
    arity: 1,
    of: (parts) => (v) => Number((parts[0] as Evaluate)(v) === null),
  },
  first: {
    of: (parts) => (v) => {
      for (const part of parts) {
        const value = part(v)
        if (value !== null) return value
      }
      return null
    },
  },
  min: overPresent((values) => Math.min(...values)),
  max: overPresent((values) => Math.max(...values)),
  sum: overPresent(total),
  mean: overPresent((values) => total(values) / values.length),
  count: overPresent((values) => values.filter((value) => value !== 0).length),
}
