import { Matrix } from 'ml-matrix'
import { inverseOf } from '../numerics/symmetric.ts'

/** What one respondent ranked, the first place first, by place of the item; and how much it counts. */
export type Ranking = { readonly order: readonly number[]; readonly weight: number }

export type Worths = {
  /** Logarithms of the worths, with mean zero over the items. */
  readonly logs: Float64Array
  /** Their covariance; robust against uneven weights. */
  readonly covariance: Matrix
  readonly logLikelihood: number
}

const MOST_ROUNDS = 50
const STILL = 1e-12

/**
 * Worths of items by the model of Plackett and Luce: whoever ranks takes at each place one of the items left over, with
 * chances as their worths. Those who rank the first few only say nothing of the order of the rest. Maximum likelihood by
 * Newton’s method; the covariance is the sandwich of respondents’ scores where weights differ. Undefined where the
 * likelihood has no maximum: some items are always, or never, taken before the others.
 * @see Luce (1959); Plackett (1975), Applied Statistics 24, 193–202; Turner et al. (2020), Computational Statistics 35, 1027–1057
 */
export const plackettLuce = (rankings: readonly Ranking[], items: number): Worths | undefined => {
  let free = new Float64Array(items - 1)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { score, information } = sumsOf(rankings, free)
    const inverse = inverseOf(information)?.inverse
    if (inverse === undefined) return undefined
    const step = inverse.mmul(Matrix.columnVector([...score]))
    free = free.map((value, j) => value + step.get(j, 0))
    if (!free.every(Number.isFinite) || Math.max(...free.map(Math.abs)) > FARTHEST) return undefined
    if (Math.max(...step.to1DArray().map(Math.abs)) < STILL) return centred(rankings, free, items)
  }
  return undefined
}

/** Logarithms farther apart than this are on their way to infinity. */
const FARTHEST = 25

/** Score, information and log-likelihood at worths whose first logarithm is 0. */
const sumsOf = (rankings: readonly Ranking[], free: Float64Array) => {
  const size = free.length
  const score = new Float64Array(size)
  const information = Matrix.zeros(size, size)
  let logLikelihood = 0
  for (const ranking of rankings) {
    const own = ownScore(ranking, free, (chances) => {
      for (let j = 1; j <= size; j++)
        for (let k = 1; k <= size; k++) {
          const p = chances[j] as number
          const cell = (j === k ? p : 0) - p * (chances[k] as number)
          information.set(j - 1, k - 1, information.get(j - 1, k - 1) + ranking.weight * cell)
        }
    })
    own.score.forEach((value, j) => {
      score[j] = (score[j] as number) + ranking.weight * value
    })
    logLikelihood += ranking.weight * own.logLikelihood
  }
  return { score, information, logLikelihood }
}

/** One respondent's score, unweighted; `onStage` gets the chances of all items at each place. */
const ownScore = (
  { order }: Ranking,
  free: Float64Array,
  onStage: (chances: Float64Array) => void = () => {},
) => {
  const logs = [0, ...free]
  const left = new Set(logs.keys())
  const score = new Float64Array(free.length)
  let logLikelihood = 0
  for (const taken of order) {
    if (left.size === 1) break
    const highest = Math.max(...[...left].map((j) => logs[j] as number))
    const chances = new Float64Array(logs.length)
    let total = 0
    for (const j of left) {
      chances[j] = Math.exp((logs[j] as number) - highest)
      total += chances[j] as number
    }
    for (const j of left) chances[j] = (chances[j] as number) / total
    logLikelihood += Math.log(chances[taken] as number)
    for (let j = 1; j < logs.length; j++)
      score[j - 1] = (score[j - 1] as number) + Number(j === taken) - (chances[j] as number)
    onStage(chances)
    left.delete(taken)
  }
  return { score, logLikelihood }
}

const centred = (
  rankings: readonly Ranking[],
  free: Float64Array,
  items: number,
): Worths | undefined => {
  const { information, logLikelihood } = sumsOf(rankings, free)
  const inverse = inverseOf(information)?.inverse
  if (inverse === undefined) return undefined
  const even = rankings.every(({ weight }) => weight === rankings[0]?.weight)
  const covariance = even ? inverse : inverse.mmul(meatOf(rankings, free)).mmul(inverse)
  const mean = free.reduce((sum, value) => sum + value, 0) / items
  // From the free logarithms to all of them with mean zero.
  const centring = new Matrix(
    Array.from({ length: items }, (_, j) =>
      Array.from({ length: items - 1 }, (_, k) => Number(j === k + 1) - 1 / items),
    ),
  )
  return {
    logs: Float64Array.from([0, ...free], (value) => value - mean),
    covariance: centring.mmul(covariance).mmul(centring.transpose()),
    logLikelihood,
  }
}

/** Sum of the outer products of respondents' weighted scores. */
const meatOf = (rankings: readonly Ranking[], free: Float64Array): Matrix => {
  const meat = Matrix.zeros(free.length, free.length)
  for (const ranking of rankings) {
    const own = Matrix.columnVector([...ownScore(ranking, free).score]).mul(ranking.weight)
    meat.add(own.mmul(own.transpose()))
  }
  return meat
}
