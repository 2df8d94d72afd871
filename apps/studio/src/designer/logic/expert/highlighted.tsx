import { type ConditionFault, type Token, tokensOf } from '@echolot/routing/logic'

const OPERATORS = /^(and|or|negate|empty|notempty|contains?|notcontains?|anyof|allof|noneof)$/i
const FIXED = /^(true|false|undefined|null)$/i

/** The expression's text once more in colours, lying under the field in the same letters. */
export const Highlighted = ({
  text,
  faults,
}: {
  readonly text: string
  readonly faults: readonly ConditionFault[]
}) => (
  <pre className="logic-highlight" dir="ltr" aria-hidden="true">
    {piecesOf(text).map(({ from, to, look }) => (
      <span key={from} data-look={look} data-fault={faultAt(faults, from, to)}>
        {text.slice(from, to)}
      </span>
    ))}
    {'\n'}
  </pre>
)

type Piece = {
  readonly from: number
  readonly to: number
  readonly look: Token['kind'] | 'operator' | 'fixed' | 'function' | 'space'
}

/** The tokens and the gaps between them. */
const piecesOf = (text: string): readonly Piece[] => {
  const tokens = tokensOf(text)
  const pieces: Piece[] = []
  let end = 0
  for (const [place, { kind, from, to, says }] of tokens.entries()) {
    if (from > end) pieces.push({ from: end, to: from, look: 'space' })
    const look =
      kind !== 'word'
        ? kind
        : OPERATORS.test(says)
          ? 'operator'
          : FIXED.test(says)
            ? 'fixed'
            : tokens[place + 1]?.says === '('
              ? 'function'
              : 'word'
    pieces.push({ from, to, look })
    end = to
  }
  return end < text.length ? [...pieces, { from: end, to: text.length, look: 'space' }] : pieces
}

const faultAt = (faults: readonly ConditionFault[], from: number, to: number) =>
  faults.find((fault) => fault.from < to && fault.to > from)?.severity
