import { normalUpper, normalUpperQuantile } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import { jumpOf, medianOf, rankSumDistribution, ranksOf, tailsOf, tieSum } from './ranks.ts'

/** Up to this product of the group sizes the exact distribution is computed. */
const EXACT_UP_TO = 2500

export const twoSidedNormal = (z: number): number => Math.min(1, 2 * normalUpper(Math.abs(z)))

/** Wilcoxon's rank sum of x among both groups as Mann and Whitney's U, with its tie-corrected standard deviation. */
const rankSum = (x: Float64Array, y: Float64Array) => {
  const [n1, n2] = [x.length, y.length]
  const all = new Float64Array(n1 + n2)
  all.set(x)
  all.set(y, n1)
  const { ranks, ties } = ranksOf(all)
  const n = n1 + n2
  const u = ranks.slice(0, n1).reduce((a, b) => a + b, 0) - (n1 * (n1 + 1)) / 2
  const sd = Math.sqrt(((n1 * n2) / 12) * (n + 1 - tieSum(ties) / (n * (n - 1))))
  return { ranks, ties, u, sd, distance: u - (n1 * n2) / 2 }
}

/** z with the continuity correction of half a rank towards the mean. */
export const corrected = (distance: number, sd: number): number =>
  (distance - 0.5 * Math.sign(distance)) / sd

/**
 * Mann and Whitney's U of two independent groups (pairs with x > y, ties half), asymptotic and exact conditional on
 * ties, with the Hodges–Lehmann shift and the interval that the asymptotic test leaves.
 * @throws notDefined if a group is empty or all values are the same.
 * @see Mann & Whitney (1947), Annals of Mathematical Statistics 18, 50–60, https://doi.org/10.1214/aoms/1177730491
 * @see Hodges & Lehmann (1963), Annals of Mathematical Statistics 34, 598–611
 */
export const mannWhitney = (x: Float64Array, y: Float64Array) => {
  const [n1, n2] = [x.length, y.length]
  if (n1 === 0 || n2 === 0) throw notDefined({ method: 'mann-whitney', reason: 'a group is empty' })
  const { ranks, u, sd, distance, ties } = rankSum(x, y)
  if (!(sd > 0)) throw notDefined({ method: 'mann-whitney', reason: 'all values are the same' })
  const z = distance / sd
  const differences = Float64Array.from({ length: n1 * n2 }, (_, i) => {
    return (x[Math.floor(i / n2)] as number) - (y[i % n2] as number)
  })
  const end = (p: number) => {
    const reach = normalUpperQuantile(p)
    return jumpOf((shift) => {
      const at = rankSum(
        x.map((value) => value - shift),
        y,
      )
      return corrected(at.distance, at.sd) - reach
    }, differences)
  }
  const exact =
    n1 * n2 <= EXACT_UP_TO
      ? tailsOf(
          rankSumDistribution(ranks, n1),
          Math.round(2 * ranks.slice(0, n1).reduce((a, b) => a + b, 0)),
        )
      : undefined
  const hasTies = ties.length < n1 + n2
  return {
    u1: u,
    u2: n1 * n2 - u,
    z,
    pCorrected: twoSidedNormal(corrected(distance, sd)),
    p: twoSidedNormal(z),
    exact,
    rankBiserial: (2 * u) / (n1 * n2) - 1,
    shift: medianOf(differences),
    asymptotic: [end(0.025), end(0.975)] as const,
    exactInterval: exact && !hasTies ? exactInterval(differences, n1, n2) : undefined,
  }
}

/** Ends among the ordered differences by the exact distribution of U without ties. */
const exactInterval = (differences: Float64Array, n1: number, n2: number): [number, number] => {
  const plain = Float64Array.from({ length: n1 + n2 }, (_, i) => i + 1)
  const distribution = rankSumDistribution(plain, n1)
  const smallest = n1 * (n1 + 1)
  let below = 0
  let q = 0
  // The smallest U with P(U ≤ q) ≥ .025, at least 1.
  for (; q < n1 * n2; q++) {
    below += distribution[smallest + 2 * q] as number
    if (below >= 0.025 - 1e-12) break
  }
  q = Math.max(1, q)
  const sorted = Float64Array.from(differences).sort()
  return [sorted[q - 1] as number, sorted[n1 * n2 - q] as number]
}
