import { normalUpperQuantile } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import { corrected, twoSidedNormal } from './mann-whitney.ts'
import { jumpOf, medianOf, rankSumDistribution, ranksOf, tailsOf, tieSum } from './ranks.ts'

/** Up to this number of pairs that differ the exact distribution is computed. */
const EXACT_UP_TO = 200
/** Up to this number the Walsh averages are listed. */
const WALSH_UP_TO = 1500

const signedRanks = (differences: Float64Array) => {
  const moved = differences.filter((value) => value !== 0)
  const n = moved.length
  const { ranks, ties } = ranksOf(moved.map(Math.abs))
  const v = ranks.reduce((sum, rank, i) => sum + ((moved[i] as number) > 0 ? rank : 0), 0)
  const sd = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieSum(ties) / 48)
  return { n, ranks, v, sd, distance: v - (n * (n + 1)) / 4 }
}

/**
 * Wilcoxon's signed ranks of differences: those of 0 are left out (Wilcoxon's way), V is the sum of the positive
 * ranks; asymptotic, and exact conditional on ties. The pseudomedian is the median of the Walsh averages.
 * @throws notDefined if no difference is left.
 * @see Wilcoxon (1945), Biometrics Bulletin 1, 80–83, https://doi.org/10.2307/3001968
 */
export const signedRank = (differences: Float64Array) => {
  const { n, ranks, v, sd, distance } = signedRanks(differences)
  if (n === 0) throw notDefined({ method: 'wilcoxon', reason: 'no pair differs' })
  const total = (n * (n + 1)) / 2
  const moved = differences.filter((value) => value !== 0)
  const walsh = n <= WALSH_UP_TO ? walshAverages(moved) : undefined
  const end = (p: number, places: Float64Array) => {
    const reach = normalUpperQuantile(p)
    return jumpOf((shift) => {
      const at = signedRanks(moved.map((value) => value - shift))
      return (at.sd > 0 ? corrected(at.distance, at.sd) : 0) - reach
    }, places)
  }
  return {
    zeros: differences.length - n,
    v,
    z: distance / sd,
    pCorrected: twoSidedNormal(corrected(distance, sd)),
    p: twoSidedNormal(distance / sd),
    exact: n <= EXACT_UP_TO ? tailsOf(rankSumDistribution(ranks), Math.round(2 * v)) : undefined,
    rankBiserial: (2 * v - total) / total,
    pseudomedian: walsh && medianOf(walsh),
    interval: walsh && n > 1 ? ([end(0.025, walsh), end(0.975, walsh)] as const) : undefined,
  }
}

const walshAverages = (values: Float64Array): Float64Array => {
  const averages: number[] = []
  values.forEach((value, i) => {
    for (let j = i; j < values.length; j++) averages.push((value + (values[j] as number)) / 2)
  })
  return Float64Array.from(averages)
}
