/** One oddity in the text of an expression, by its place in the text. */
export type ConditionFault = {
  /**
   * `empty` nothing there; `syntax` cannot be read from here on; `word` text without quotes or braces, taken for text;
   * `bracket` a bracket that is never closed; the others see `checkCondition`.
   */
  readonly code:
    | 'empty'
    | 'syntax'
    | 'word'
    | 'bracket'
    | 'unknown-item'
    | 'unknown-function'
    | 'unknown-choice'
    | 'out-of-range'
    | 'wrong-type'
    | 'asked-later'
    | 'itself'
    | 'constant'
  readonly severity: 'error' | 'warning'
  readonly from: number
  readonly to: number
  /** The part of the text that is meant. */
  readonly says: string
  /** What would fit instead, nearest first. */
  readonly instead?: readonly string[]
}

/** One piece of an expression's text. */
export type Token = {
  readonly kind: 'text' | 'answer' | 'word' | 'number' | 'sign'
  readonly from: number
  readonly to: number
  readonly says: string
  /** Whether its quote or brace was closed. */
  readonly closed: boolean
}

const TOKEN =
  /('(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?)|(\{[^{}]*\}?)|([\p{L}_][\p{L}\p{N}_]*)|(\d+(?:\.\d+)?)|(\S)/gu

/** The pieces of an expression's text, whatever state it is in. */
export const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(TOKEN)].map((match) => {
    const [says, quoted, answer, word, number] = match
    const from = match.index
    const closed =
      quoted !== undefined
        ? says.length > 1 && says.at(-1) === says[0]
        : answer === undefined || says.endsWith('}')
    const kind =
      quoted !== undefined
        ? 'text'
        : answer !== undefined
          ? 'answer'
          : word !== undefined
            ? 'word'
            : number !== undefined
              ? 'number'
              : 'sign'
    return { kind, from, to: from + says.length, says, closed }
  })

/** Words that are operators or fixed values, in lower case. */
export const OPERATOR_WORDS: ReadonlySet<string> = new Set([
  ...['and', 'or', 'negate', 'empty', 'notempty', 'true', 'false', 'undefined', 'null'],
  ...['equal', 'equals', 'notequal', 'notequals', 'less', 'lessorequal', 'greater'],
  ...['greaterorequal', 'power', 'contain', 'contains', 'notcontain', 'notcontains'],
  ...['anyof', 'allof', 'noneof'],
])

/** What the text itself gives away, without the questionnaire. */
export const textFaults = (text: string): readonly ConditionFault[] => {
  const tokens = tokensOf(text)
  const faults: ConditionFault[] = []
  const open: Token[] = []
  for (const [place, token] of tokens.entries()) {
    const { kind, from, to, says } = token
    if (kind === 'sign' && (says === '(' || says === '[')) open.push(token)
    else if (kind === 'sign' && (says === ')' || says === ']')) open.pop()
    else if (
      kind === 'word' &&
      !OPERATOR_WORDS.has(says.toLowerCase()) &&
      tokens[place + 1]?.says !== '('
    )
      faults.push({ code: 'word', severity: 'warning', from, to, says })
  }
  return [
    ...faults,
    ...open.map(
      ({ from, to, says }): ConditionFault => ({
        code: 'bracket',
        severity: 'error',
        from,
        to,
        says,
      }),
    ),
  ]
}
