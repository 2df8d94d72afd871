import {
  MASK_WORDS,
  type Mask,
  type Reading,
  type Span,
  type SpanKind,
} from '@echolot/contract/coding'

/** A place in an answer that may be masked: proposed by the assistant, taken over from a first reader, or one's own. */
export type Passage = {
  readonly start: number
  readonly end: number
  readonly kind: SpanKind
  /** Undefined for a person's own. */
  readonly reason?: Span['reason']
  readonly covered: boolean
}

type Answer = NonNullable<Reading['answer']>

/** What a reader begins with: all proposals covered, or what the first reader covered. */
export const passagesOf = ({ spans, first }: Answer): readonly Passage[] => {
  const proposed = spans.map(({ start, end, kind, reason }) => ({ start, end, kind, reason }))
  if (first === null) return proposed.map((passage) => ({ ...passage, covered: true }))
  const mine = first.masks.map((mask) => ({
    ...mask,
    ...proposed.find(({ start, end }) => start === mask.start && end === mask.end),
    kind: mask.kind,
    covered: true,
  }))
  const left = proposed
    .filter((span) => !mine.some((mask) => overlap(mask, span)))
    .map((span) => ({ ...span, covered: false }))
  return inOrder([...mine, ...left])
}

export const overlap = (
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
): boolean => one.start < other.end && other.start < one.end

export const inOrder = (passages: readonly Passage[]): readonly Passage[] =>
  passages.toSorted((a, b) => a.start - b.start)

export const masksOf = (passages: readonly Passage[]): Mask[] =>
  passages.filter(({ covered }) => covered).map(({ start, end, kind }) => ({ start, end, kind }))

/** The answer in pieces, masks as they will be read. */
export const piecesOf = (
  words: string,
  passages: readonly Passage[],
): readonly { readonly at: number; readonly text: string; readonly masked: boolean }[] => {
  let from = 0
  const pieces = masksOf(inOrder(passages)).flatMap(({ start, end, kind }) => {
    const before = { at: from, text: words.slice(from, start), masked: false }
    from = end
    return [before, { at: start, text: MASK_WORDS[kind], masked: true }]
  })
  return [...pieces, { at: from, text: words.slice(from), masked: false }].filter(
    ({ text }) => text !== '',
  )
}
