import { MASK_WORDS, type Mask } from '@echolot/contract/coding'

/** The words with every mask in place. Masks must fit: within the words, not over each other (`maskFaults`). */
export const masked = (words: string, masks: readonly Mask[]): string => {
  let done = ''
  let from = 0
  for (const { start, end, kind } of inOrder(masks)) {
    done += words.slice(from, start) + MASK_WORDS[kind]
    from = end
  }
  return done + words.slice(from)
}

const inOrder = (masks: readonly Mask[]) => [...masks].sort((a, b) => a.start - b.start)

/** Masks that lie outside the words or over each other, by their place in the list. */
export const maskFaults = (words: string, masks: readonly Mask[]): readonly number[] => {
  const order = inOrder(masks)
  const wrong = order.filter(
    ({ start, end }, place) =>
      start >= end || end > words.length || start < (order[place - 1]?.end ?? 0),
  )
  return wrong.map((mask) => masks.indexOf(mask))
}
