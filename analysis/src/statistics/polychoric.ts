import { bivariateDensity, bivariateLower } from '../numerics/bivariate-normal.ts'
import { normalUpperQuantile } from '../numerics/distributions.ts'
import { rootOf } from '../numerics/root.ts'
import { notDefined } from '../problems.ts'

const LIMIT = 0.99999
const GRID = Array.from({ length: 39 }, (_, i) => Math.sin(((i - 19) * Math.PI) / 40))

/**
 * Polychoric correlation of two ordered variables (tetrachoric, if both have two categories), in two steps: thresholds
 * from the margins, then the correlation by maximum likelihood; the standard error takes the thresholds as known.
 * Empty rows and columns are left out.
 * @throws notDefined if a side has one category, or the likelihood has no inner maximum (empty corners).
 * @see Olsson (1979), Psychometrika 44, 443–460, https://doi.org/10.1007/BF02296207
 */
export const polychoric = (counts: readonly (readonly number[])[]) => {
  const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const rows = counts.filter((row) => total(row) > 0)
  const kept = (rows[0] ?? []).map((_, j) => total(rows.map((row) => row[j] as number)) > 0)
  const table = rows.map((row) => row.filter((_, j) => kept[j]))
  const n = total(table.flat())
  const cutsOf = (margins: readonly number[]) =>
    margins.slice(0, -1).map((_, i) => -normalUpperQuantile(total(margins.slice(0, i + 1)) / n))
  const columns = (table[0] ?? []).map((_, j) => total(table.map((row) => row[j] as number)))
  if (table.length < 2 || columns.length < 2)
    throw notDefined({ method: 'polychoric', reason: 'a variable has one category only' })
  const [a, b] = [cutsOf(table.map(total)), cutsOf(columns)]
  const ends = (cuts: readonly number[]) => [
    Number.NEGATIVE_INFINITY,
    ...cuts,
    Number.POSITIVE_INFINITY,
  ]
  /** Sums over the four corners of a cell. */
  const corners = (rho: number, of: (x: number, y: number, rho: number) => number) => {
    const at = ends(a).map((x) => ends(b).map((y) => of(x, y, rho)))
    return table.map((row, i) =>
      row.map(
        (_, j) =>
          (at[i + 1]?.[j + 1] as number) -
          (at[i]?.[j + 1] as number) -
          (at[i + 1]?.[j] as number) +
          (at[i]?.[j] as number),
      ),
    )
  }
  const score = (rho: number) => {
    const p = corners(rho, bivariateLower)
    const slope = corners(rho, bivariateDensity)
    return total(
      table.flatMap((row, i) =>
        row.map((count, j) =>
          count === 0
            ? 0
            : (count * (slope[i]?.[j] as number)) / Math.max(p[i]?.[j] as number, 1e-300),
        ),
      ),
    )
  }
  const likelihood = (rho: number) => {
    const p = corners(rho, bivariateLower)
    return total(
      table.flatMap((row, i) =>
        row.map((count, j) =>
          count === 0 ? 0 : count * Math.log(Math.max(p[i]?.[j] as number, 1e-300)),
        ),
      ),
    )
  }
  // Far from the maximum probabilities vanish, and the score with them: so it is looked for around the best of a grid.
  const likelihoods = GRID.map(likelihood)
  const best = likelihoods.indexOf(Math.max(...likelihoods))
  const [low, high] = [GRID[best - 1] ?? -LIMIT, GRID[best + 1] ?? LIMIT]
  if (!(score(low) > 0 && score(high) < 0))
    throw notDefined({
      method: 'polychoric',
      reason: 'empty cells: the likelihood grows up to a correlation of 1',
    })
  const rho = rootOf(score, low, high)
  const step = Math.min(1e-4, (1 - Math.abs(rho)) / 10)
  const information =
    (8 * (score(rho - step) - score(rho + step)) -
      (score(rho - 2 * step) - score(rho + 2 * step))) /
    (12 * step)
  return { rho, se: 1 / Math.sqrt(information), rowThresholds: a, colThresholds: b, table, n }
}
