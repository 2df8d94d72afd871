import type { Span } from '@echolot/instrument/wording'

/** Letters shown before and after what was found in a long text. */
const AROUND = 90
/** Share of a text above which marking it says nothing. */
const MOST = 0.7

const shortened = (text: string) =>
  text.length > 3 * AROUND ? `${text.slice(0, text.indexOf(' ', 2.5 * AROUND))} …` : text

/** A text with the words in question marked; a long one is cut to their surroundings. */
export const MarkedText = ({ text, span }: { readonly text: string; readonly span: Span }) => {
  const { start, end } = span
  // What speaks of the whole text needs no mark, only its beginning.
  if (end - start > text.length * MOST) return shortened(text)
  const from = start > AROUND ? text.lastIndexOf(' ', start - AROUND) + 1 : 0
  const cut = text.indexOf(' ', end + AROUND)
  const to = cut < 0 ? text.length : cut
  return (
    <>
      {from > 0 && '… '}
      {text.slice(from, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end, to)}
      {to < text.length && ' …'}
    </>
  )
}
