import { type Bin, densityBars, type Moment } from './density-bars.ts'
import type { FigureWords } from './figure.ts'

/** Most weeks whose numbers stand below the axis. */
const MOST_TICKS = 8

/** Answers by week of fieldwork, with a flag for each mailing; weeks with too few are joined by the analysis. */
export const responseCurve = (
  figure: FigureWords & {
    /** Weeks since the first mailing, 0 the first. */
    readonly weeks: readonly Bin[]
    readonly mailings: readonly Moment[]
    readonly axis: string
  },
): string => {
  const last = figure.weeks.at(-1)?.to ?? 1
  const step = Math.ceil(last / MOST_TICKS)
  return densityBars({
    ...figure,
    bins: figure.weeks,
    moments: figure.mailings,
    ticks: Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => ({
      at: i * step,
      label: figure.say.number(i * step),
    })),
  })
}
