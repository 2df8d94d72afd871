import type { Expression } from '../expression/expression.ts'

const TRUE: Expression = { kind: 'constant', value: true }
const FALSE: Expression = { kind: 'constant', value: false }

export const constant = (value: string | number | boolean): Expression => ({
  kind: 'constant',
  value,
})
export const compare = (
  left: Expression,
  operator: '=' | '<>' | '<' | '<=' | '>' | '>=',
  right: Expression,
): Expression => ({ kind: 'compare', operator, left, right })

export const not = (of: Expression): Expression => {
  if (of.kind === 'constant') return of.value === true ? FALSE : TRUE
  if (of.kind === 'not') return of.of
  return { kind: 'not', of }
}

/** All of them: what is always so is left out, what stands there twice stands there once. */
export const both = (parts: readonly Expression[]): Expression => joined('and', parts)
export const either = (parts: readonly Expression[]): Expression => joined('or', parts)

const joined = (kind: 'and' | 'or', parts: readonly Expression[]): Expression => {
  const deciding = kind === 'and' ? FALSE : TRUE
  const flat = parts.flatMap((part) => (part.kind === kind ? part.of : [part]))
  if (flat.some((part) => part.kind === 'constant' && part.value === deciding.value))
    return deciding
  const seen = new Set<string>()
  const rest = flat.filter((part) => {
    const key = JSON.stringify(part)
    if (part.kind === 'constant' || seen.has(key)) return false
    seen.add(key)
    return true
  })
  const [only] = rest
  if (only === undefined) return kind === 'and' ? TRUE : FALSE
  return rest.length === 1 ? only : { kind, of: rest }
}

/** `a` plus `b` plus … */
export const added = (parts: readonly Expression[]): Expression =>
  parts.length === 0 ? constant(0) : { kind: 'call', name: 'sum', of: parts }

export const choose = (test: Expression, yes: Expression, no: Expression): Expression =>
  test.kind === 'constant'
    ? test.value === true
      ? yes
      : no
    : { kind: 'call', name: 'iif', of: [test, yes, no] }

/** Whether a condition cannot hold while the answers of some items are blank. */
export const failsWhenBlank = (of: Expression, isBlank: (item: string) => boolean): boolean => {
  const blank = (one: Expression) => one.kind === 'answer' && isBlank(one.item)
  const isSaid = (one: Expression) =>
    one.kind === 'constant' && one.value !== '' && one.value !== false
  switch (of.kind) {
    case 'constant':
      return of.value === false
    case 'compare':
      return of.operator === '='
        ? (blank(of.left) && isSaid(of.right)) || (blank(of.right) && isSaid(of.left))
        : of.operator !== '<>' && (blank(of.left) || blank(of.right))
    case 'holds':
      return blank(of.left)
    case 'not':
      return holdsWhenBlank(of.of, isBlank)
    case 'and':
      return of.of.some((part) => failsWhenBlank(part, isBlank))
    case 'or':
      return of.of.every((part) => failsWhenBlank(part, isBlank))
    default:
      return false
  }
}

const holdsWhenBlank = (of: Expression, isBlank: (item: string) => boolean): boolean => {
  switch (of.kind) {
    case 'constant':
      return of.value === true
    case 'empty':
      return of.of.kind === 'answer' && isBlank(of.of.item)
    case 'not':
      return failsWhenBlank(of.of, isBlank)
    case 'and':
      return of.of.every((part) => holdsWhenBlank(part, isBlank))
    case 'or':
      return of.of.some((part) => holdsWhenBlank(part, isBlank))
    default:
      return false
  }
}
