import { type Bin, densityBars } from './density-bars.ts'
import type { FigureWords } from './figure.ts'

/**
 * How many answers lie where, in the bins the analysis made: it joined neighbours until each held enough. Their
 * edges are named below, as far as there is room.
 */
export const histogram = (
  figure: FigureWords & { readonly bins: readonly Bin[]; readonly unit: string },
): string => {
  const edges = [...new Set(figure.bins.flatMap(({ from, to }) => [from, to]))]
  const every = Math.ceil(edges.length / 9)
  return densityBars({
    ...figure,
    axis: figure.unit,
    ticks: edges
      .filter((_, i) => i % every === 0)
      .map((at) => ({ at, label: figure.say.number(at) })),
  })
}
