import type { Span, SpanKind, SpanReason } from '@echolot/contract/coding'
import type { Text } from './text.ts'

/** One rule of the assistant: what it finds in an answer, in any order. Its time grows with the answer's length, whatever stands there. */
export type Finder = (text: Text) => readonly Span[]

type About = {
  readonly kind: SpanKind
  readonly reason: SpanReason
  readonly certainty?: Span['certainty']
}

export const spanOf = (
  start: number,
  end: number,
  { kind, reason, certainty = 'likely' }: About,
): Span => ({ start, end, kind, reason, certainty })

/** All places where `form` fits; the group `it` if it has one. `form` needs the flags `g` and `d`. */
export const spansOf = (plain: string, form: RegExp, about: About): readonly Span[] =>
  [...plain.matchAll(form)].flatMap((match) => {
    const place = match.indices?.groups?.it ?? match.indices?.[0]
    return place ? [spanOf(place[0], place[1], about)] : []
  })
