/** What two things are compared by, as survey-core writes it. */
export type Comparison =
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | 'contains'
  | 'notcontains'
  | 'anyof'
  | 'allof'
  | 'noneof'

export type Arithmetic = '+' | '-' | '*' | '/' | '%' | '^'

/** An answer, calculated value or context value, by its path: `q1`, `views.v_one`, `panel.child_age`, `q1-Comment`. */
export type AnswerOperand = {
  readonly kind: 'answer'
  readonly path: string
  /** `{#q1}`: taken as it stands, digits are not read as a number. */
  readonly raw: boolean
}

/**
 * A fixed value. `word` is text without quotes, which survey-core takes for text: `q1 = 1` compares the word "q1" with
 * 1 and never looks at the item. `nothing` is `undefined` or `null`.
 */
export type ConstantOperand =
  | { readonly kind: 'constant'; readonly form: 'number'; readonly value: number }
  | { readonly kind: 'constant'; readonly form: 'text' | 'word'; readonly value: string }
  | { readonly kind: 'constant'; readonly form: 'boolean'; readonly value: boolean }
  | { readonly kind: 'constant'; readonly form: 'nothing'; readonly value: undefined }

/** An expression of survey-core as data: a condition, or a part of one. Never changed, only replaced. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | {
      readonly kind: 'comparison'
      readonly operator: Comparison
      readonly left: Condition
      readonly right: Condition
    }
  | {
      readonly kind: 'presence'
      readonly operator: 'empty' | 'notempty'
      readonly operand: Condition
    }
  | {
      readonly kind: 'arithmetic'
      readonly operator: Arithmetic
      readonly left: Condition
      readonly right: Condition
    }
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly Condition[] }
  | { readonly kind: 'list'; readonly entries: readonly Condition[] }
  | AnswerOperand
  | ConstantOperand

export const answer = (path: string): AnswerOperand => ({ kind: 'answer', path, raw: false })

/** A fixed value as an operand. */
export const constant = (value: string | number | boolean | undefined): ConstantOperand => {
  switch (typeof value) {
    case 'number':
      return { kind: 'constant', form: 'number', value }
    case 'boolean':
      return { kind: 'constant', form: 'boolean', value }
    case 'string':
      return { kind: 'constant', form: 'text', value }
    default:
      return { kind: 'constant', form: 'nothing', value: undefined }
  }
}

/** The direct parts of a condition, in reading order. */
export const partsOf = (condition: Condition): readonly Condition[] => {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts
    case 'not':
      return [condition.part]
    case 'comparison':
    case 'arithmetic':
      return [condition.left, condition.right]
    case 'presence':
      return [condition.operand]
    case 'call':
      return condition.parameters
    case 'list':
      return condition.entries
    case 'answer':
    case 'constant':
      return []
  }
}

/** The paths of all answers a condition looks at, each once. */
export const answersIn = (condition: Condition): readonly string[] => [
  ...new Set(
    condition.kind === 'answer' ? [condition.path] : partsOf(condition).flatMap(answersIn),
  ),
]

/** The names of all functions a condition calls, each once. */
export const callsIn = (condition: Condition): readonly string[] => [
  ...new Set([
    ...(condition.kind === 'call' ? [condition.name] : []),
    ...partsOf(condition).flatMap(callsIn),
  ]),
]

/** Whether a condition can only come out true or false. */
export const isTruth = (condition: Condition): boolean =>
  condition.kind === 'comparison' ||
  condition.kind === 'presence' ||
  condition.kind === 'not' ||
  ((condition.kind === 'and' || condition.kind === 'or') && condition.parts.every(isTruth))

/** Conditions joined by one word; one alone stays itself, what is joined the same way already is opened. */
export const joined = (kind: 'and' | 'or', parts: readonly Condition[]): Condition | undefined => {
  const flat = parts.flatMap((part) => (part.kind === kind && isTruth(part) ? part.parts : [part]))
  return flat.length > 1 ? { kind, parts: flat } : flat[0]
}
