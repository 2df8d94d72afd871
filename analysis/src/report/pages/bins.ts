import type { Bin } from '../figures/density-bars.ts'
import type { Material } from '../material.ts'

/** Bins of an analysis: their counts from the table, their ends from the list `edges.<name>` beside it. */
export const binsIn = ({ results }: Material, analysis: string, name: string): readonly Bin[] => {
  const result = results.get(analysis)
  const edges = result?.numbers[`edges.${name}`]
  const table = result?.tables[name]
  if (edges?.shown !== 'numbers' || edges.kind !== 'list' || table === undefined) return []
  const ends = edges.values as readonly (number | null)[]
  return table.cells.map(([cell], i) => ({ from: ends[i] ?? 0, to: ends[i + 1] ?? 0, cell }))
}
