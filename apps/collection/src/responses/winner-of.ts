/** How far one attempt of a person came. */
export type Attempt = {
  readonly completed: boolean
  /** Items answered out of those that applied on its route. */
  readonly answered: number
  readonly applicable: number
  /** 1 for the attempt begun first. */
  readonly ordinal: number
}

/**
 * Which of one person's attempts counts: the more complete one; of equals the earlier. A finished attempt is more
 * complete than an unfinished one; otherwise the share of answered items decides. Never merged item by item.
 */
export const winnerOf = <One extends Attempt>(attempts: readonly [One, ...One[]]): One =>
  attempts.reduce((best, other) => (comesBefore(other, best) ? other : best))

const shareOf = ({ answered, applicable }: Attempt) =>
  applicable === 0 ? 0 : answered / applicable

const comesBefore = (a: Attempt, b: Attempt): boolean => {
  if (a.completed !== b.completed) return a.completed
  const difference = shareOf(a) - shareOf(b)
  return difference === 0 ? a.ordinal < b.ordinal : difference > 0
}
