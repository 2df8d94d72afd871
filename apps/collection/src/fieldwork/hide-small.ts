/** Fewest cases that a number on a page may stand for. */
export const LEAST_SHOWN = 10

/** One cell of a table that adds up to a number known from elsewhere. */
export type Cell = {
  readonly count: number
  /** How many could have been counted here, e.g. the letters of a stratum; the rest must not be small either. */
  readonly outOf?: number
}

/**
 * The counts of one table with all small cells hidden (null), and so many others that no hidden cell, nor all of them
 * together, can be found by subtraction as a number below ten. Zeros are hidden too: they also tell on everybody.
 */
export const hideSmall = (cells: readonly Cell[]): readonly (number | null)[] => {
  const hidden = new Set(cells.flatMap((cell, place) => (isSmall(cell) ? [place] : [])))
  if (hidden.size === 0) return cells.map(({ count }) => count)
  const bySize = cells
    .map((_cell, place) => place)
    .sort((a, b) => countAt(cells, a) - countAt(cells, b))
  for (const place of bySize) {
    const sum = [...hidden].reduce((total, one) => total + countAt(cells, one), 0)
    if (hidden.size >= 2 && sum >= LEAST_SHOWN) break
    hidden.add(place)
  }
  return cells.map(({ count }, place) => (hidden.has(place) ? null : count))
}

const countAt = (cells: readonly Cell[], place: number) => cells[place]?.count ?? 0

const isSmall = ({ count, outOf }: Cell) =>
  count < LEAST_SHOWN || (outOf !== undefined && outOf - count < LEAST_SHOWN)
