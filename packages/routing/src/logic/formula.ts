/** A statement about answers within their finite domains. */
export type Formula =
  | { readonly kind: 'constant'; readonly value: boolean }
  /** The answer `key` is one of the values with these numbers; 0 is no answer. */
  | { readonly kind: 'among'; readonly key: string; readonly values: readonly number[] }
  /** The choice with this number is picked in a question with several answers. */
  | { readonly kind: 'picked'; readonly key: string; readonly choice: number }
  /** Something nobody can compute here: it may be so or not. */
  | { readonly kind: 'open'; readonly name: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Formula[] }
  | { readonly kind: 'not'; readonly part: Formula }

export const TRUE: Formula = { kind: 'constant', value: true }
export const FALSE: Formula = { kind: 'constant', value: false }

export const all = (parts: readonly Formula[]): Formula => {
  const left = opened('and', parts).filter((part) => part.kind !== 'constant' || !part.value)
  if (left.some(({ kind }) => kind === 'constant')) return FALSE
  return left.length > 1 ? { kind: 'and', parts: left } : (left[0] ?? TRUE)
}

export const some = (parts: readonly Formula[]): Formula => {
  const left = opened('or', parts).filter((part) => part.kind !== 'constant' || part.value)
  if (left.some(({ kind }) => kind === 'constant')) return TRUE
  return left.length > 1 ? { kind: 'or', parts: left } : (left[0] ?? FALSE)
}

const opened = (kind: 'and' | 'or', parts: readonly Formula[]): readonly Formula[] =>
  parts.flatMap((part) => (part.kind === kind ? opened(kind, part.parts) : [part]))

export const negated = (part: Formula): Formula =>
  part.kind === 'constant'
    ? part.value
      ? FALSE
      : TRUE
    : part.kind === 'not'
      ? part.part
      : { kind: 'not', part }

/** Whether a formula hangs on something open. */
export const isOpen = (formula: Formula): boolean => {
  switch (formula.kind) {
    case 'open':
      return true
    case 'and':
    case 'or':
      return formula.parts.some(isOpen)
    case 'not':
      return isOpen(formula.part)
    default:
      return false
  }
}

/** Whether a formula holds for answers the solver found. */
export const holdsIn = (
  formula: Formula,
  assignment: {
    readonly value: (key: string) => number
    readonly picked: (key: string) => readonly number[]
    readonly open: (name: string) => boolean
  },
): boolean => {
  switch (formula.kind) {
    case 'constant':
      return formula.value
    case 'among':
      return formula.values.includes(assignment.value(formula.key))
    case 'picked':
      return assignment.picked(formula.key).includes(formula.choice)
    case 'open':
      return assignment.open(formula.name)
    case 'not':
      return !holdsIn(formula.part, assignment)
    case 'and':
      return formula.parts.every((part) => holdsIn(part, assignment))
    case 'or':
      return formula.parts.some((part) => holdsIn(part, assignment))
  }
}
