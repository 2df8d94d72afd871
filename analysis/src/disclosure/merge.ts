import type { Coarser, Result } from '../result.ts'
import { placeKey } from './blocks.ts'
import { type HideOrder, hide } from './hide.ts'

/** Categories that were merged because the merged table tells more than the fine one with its gaps. */
export type Merged = {
  readonly analysis: string
  readonly variable: string
  readonly words: string
}

/**
 * Takes the coarser form of each variable of a result where it tells more: as the entropy of the shares that are shown, so
 * that a hidden category counts nothing and a merged one a little less than its parts.
 * @see Shannon (1948), doi:10.1002/j.1538-7305.1948.tb01338.x
 */
export const mergeWhereItTellsMore = async (
  result: Result,
  order: HideOrder,
): Promise<{ readonly result: Result; readonly merged: readonly Merged[] }> => {
  const { coarser = [], ...fine } = result
  let best: Result = fine
  const merged: Merged[] = []
  const done = new Set<string>()
  for (const one of coarser) {
    if (done.has(one.variable)) continue
    const other = coarsened(best, one)
    const names = Object.keys(one.tables)
    if ((await toldBy(other, names, order)) <= (await toldBy(best, names, order))) continue
    best = other
    done.add(one.variable)
    merged.push({ analysis: result.id, variable: one.variable, words: one.words })
  }
  return { result: best, merged }
}

const coarsened = (result: Result, { replaces, estimates, tables }: Coarser): Result => ({
  ...result,
  estimates: {
    ...Object.fromEntries(
      Object.entries(result.estimates).filter(([name]) => !replaces.includes(name)),
    ),
    ...estimates,
  },
  tables: { ...result.tables, ...tables },
})

const toldBy = async (
  result: Result,
  names: readonly string[],
  order: HideOrder,
): Promise<number> => {
  const { verdicts } = await hide([result], order)
  let told = 0
  for (const name of names) {
    const table = result.tables?.[name]
    if (table?.kind !== 'counts') continue
    const all = table.counts.flat().reduce((a, b) => a + b, 0)
    table.counts.forEach((line, row) => {
      line.forEach((count, column) => {
        const place = placeKey({ analysis: result.id, name, row, column })
        if (count > 0 && verdicts.get(place) === 'shown')
          told -= (count / all) * Math.log(count / all)
      })
    })
  }
  return told
}
