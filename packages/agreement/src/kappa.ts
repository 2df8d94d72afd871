import { notDefined } from './problems.ts'
import { sumOf } from './sum-of.ts'

/** Upper 2.5 % point of the normal distribution. */
const NORMAL_975 = 1.959963984540054

export type WeightedKappa = {
  readonly value: number
  /** Asymptotic standard error, not under the hypothesis of chance. */
  readonly standardError: number
  readonly low: number
  readonly high: number
}
export type Kappa = {
  readonly n: number
  readonly agreement: number
  readonly chance: number
  readonly unweighted: WeightedKappa
  /** Of ordered categories at equal distances; undefined with fewer than three of them. */
  readonly linear?: WeightedKappa
  readonly quadratic?: WeightedKappa
  /** Weighted by the disagreements given. */
  readonly custom?: number
  /** Largest kappa that the margins allow. */
  readonly maximum: number
  /** Prevalence- and bias-adjusted: (k·po − 1) / (k − 1). */
  readonly adjusted: number
  readonly gwet: number
}

/**
 * Cohen's kappa of two raters from their table of counts (first × second), unweighted and weighted.
 *
 * @throws notDefined if the table is not square, holds nobody, or both raters used one category only.
 * @see Cohen (1968), Psychological Bulletin 70, 213–220, https://doi.org/10.1037/h0026256
 * @see Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72, 323–327, for the standard error
 * @see Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29–48, for AC1
 * @example kappa([[20, 5], [10, 15]]).unweighted.value // => 0.4
 */
export const kappa = (
  table: readonly (readonly number[])[],
  disagreement?: readonly (readonly number[])[],
): Kappa => {
  const k = table.length
  const n = sumOf(table.flat())
  const refuse = (reason: string) => notDefined({ method: 'kappa', reason })
  if (k < 2 || table.some((row) => row.length !== k))
    throw refuse('fewer than two categories, or raters with different ones')
  if (n < 2) throw refuse('nobody rated by both')
  const shares = table.map((row) => row.map((count) => count / n))
  const rows = shares.map((row) => sumOf(row))
  const columns = rows.map((_, j) => sumOf(shares.map((row) => row[j] as number)))
  const cells = { shares, rows, columns, n }
  const agreement = sumOf(shares.map((row, i) => row[i] as number))
  const chance = sumOf(rows.map((row, i) => row * (columns[i] as number)))
  if (1 - chance < 1e-12) throw refuse('both raters used one category only')
  const middle = rows.map((row, i) => (row + (columns[i] as number)) / 2)
  const gwetChance = sumOf(middle.map((share) => share * (1 - share))) / (k - 1)
  return {
    n,
    agreement,
    chance,
    unweighted: weighted(cells, (i, j) => Number(i === j)),
    ...(k > 2
      ? {
          linear: weighted(cells, (i, j) => 1 - Math.abs(i - j) / (k - 1)),
          quadratic: weighted(cells, (i, j) => 1 - (i - j) ** 2 / (k - 1) ** 2),
        }
      : {}),
    ...(disagreement ? { custom: customKappa(cells, disagreement) } : {}),
    maximum:
      (sumOf(rows.map((row, i) => Math.min(row, columns[i] as number))) - chance) / (1 - chance),
    adjusted: (k * agreement - 1) / (k - 1),
    gwet: (agreement - gwetChance) / (1 - gwetChance),
  }
}

type Cells = {
  readonly shares: readonly (readonly number[])[]
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly n: number
}

const weighted = (
  { shares, rows, columns, n }: Cells,
  weight: (i: number, j: number) => number,
): WeightedKappa => {
  const overRows = columns.map((_, j) => sumOf(rows.map((row, i) => row * weight(i, j))))
  const overColumns = rows.map((_, i) => sumOf(columns.map((column, j) => column * weight(i, j))))
  const agreement = sumOf(shares.flatMap((row, i) => row.map((share, j) => share * weight(i, j))))
  const chance = sumOf(rows.map((row, i) => row * (overColumns[i] as number)))
  const value = (agreement - chance) / (1 - chance)
  const spread = sumOf(
    shares.flatMap((row, i) =>
      row.map(
        (share, j) =>
          share *
          (weight(i, j) - ((overColumns[i] as number) + (overRows[j] as number)) * (1 - value)) **
            2,
      ),
    ),
  )
  const variance = (spread - (value - chance * (1 - value)) ** 2) / (n * (1 - chance) ** 2)
  const standardError = Math.sqrt(Math.max(0, variance))
  const reach = NORMAL_975 * standardError
  return { value, standardError, low: value - reach, high: value + reach }
}

const customKappa = (
  { shares, rows, columns }: Cells,
  disagreement: readonly (readonly number[])[],
): number => {
  if (disagreement.length !== rows.length || disagreement.some((row) => row.length !== rows.length))
    throw notDefined({
      method: 'kappa',
      reason: 'disagreements for other categories than are used',
    })
  const at = (i: number, j: number) => disagreement[i]?.[j] as number
  const observed = sumOf(shares.flatMap((row, i) => row.map((share, j) => share * at(i, j))))
  const expected = sumOf(
    rows.flatMap((row, i) => columns.map((column, j) => row * column * at(i, j))),
  )
  if (!(expected > 0))
    throw notDefined({ method: 'kappa', reason: 'no disagreement is expected by chance' })
  return 1 - observed / expected
}
