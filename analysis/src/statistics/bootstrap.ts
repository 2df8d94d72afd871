import { normalLower } from '../numerics/distributions.ts'
import { normalQuantile, rRandom } from '../numerics/r-random.ts'
import { drawBelow } from '../numerics/r-sample.ts'
import { notDefined } from '../problems.ts'
import { meanOf, type Numbers, sumOf } from './numbers.ts'

export type Interval = readonly [low: number, high: number]
export type BootstrapOrder = {
  readonly replicates: number
  readonly seed: number
  readonly confidence: number
}

/**
 * Means of samples drawn with replacement: those of R's `boot(values, function(x, i) mean(x[i]), R)` after
 * `set.seed(seed)`, number for number.
 */
export const bootstrapMeans = (
  values: Numbers,
  { replicates, seed }: Pick<BootstrapOrder, 'replicates' | 'seed'>,
): Float64Array => {
  const n = values.length
  const random = rRandom(seed)
  // R draws the first place of all samples, then the second.
  const drawn = Array.from({ length: replicates }, () => new Float64Array(n))
  for (let place = 0; place < n; place++)
    for (const sample of drawn) sample[place] = values[drawBelow(n, random)] as number
  return Float64Array.from(drawn, meanOf)
}

/**
 * Bootstrap interval of a mean, bias-corrected and accelerated (BCa), as R's `boot.ci(type = "bca")`; beside it the
 * percentile interval, the bias and the standard error of the replicates. The influence of a value on a mean is its
 * distance to it, so the acceleration needs no second round.
 * @throws notDefined with fewer than two values, without spread, or if all replicates are on one side of the mean.
 * @see Efron (1987), JASA 82, 171–185, https://doi.org/10.1080/01621459.1987.10478410; Davison & Hinkley (1997),
 *   Bootstrap Methods and Their Application, ch. 5
 */
export const bootstrapOfMean = (values: Numbers, order: BootstrapOrder) => {
  const refuse = (reason: string) => notDefined({ method: 'bootstrap', reason })
  if (values.length < 2) throw refuse('fewer than two values')
  const mean = meanOf(values)
  const distances = Float64Array.from(values, (value) => value - mean)
  const squares = sumOf(distances.map((d) => d * d))
  if (!(squares > 0)) throw refuse('all values are the same')
  const means = bootstrapMeans(values, order).sort()
  const bias = normalQuantile(below(means, mean) / means.length)
  if (!Number.isFinite(bias)) throw refuse('all replicates lie on one side of the mean')
  const acceleration = sumOf(distances.map((d) => d ** 3)) / (6 * squares ** 1.5)
  const tail = (1 - order.confidence) / 2
  const adjusted = (p: number) => {
    const reach = bias + normalQuantile(p)
    return normalLower(bias + reach / (1 - acceleration * reach))
  }
  const centre = meanOf(means)
  return {
    mean,
    bca: [adjusted(tail), adjusted(1 - tail)].map((p) =>
      quantileOnNormal(means, p),
    ) as unknown as Interval,
    percentile: [tail, 1 - tail].map((p) => quantileOnNormal(means, p)) as unknown as Interval,
    bias: centre - mean,
    se: Math.sqrt(sumOf(means.map((value) => (value - centre) ** 2)) / (means.length - 1)),
    z0: bias,
    acceleration,
  }
}

const below = (sorted: Float64Array, limit: number): number => {
  let count = 0
  while (count < sorted.length && (sorted[count] as number) < limit) count += 1
  return count
}

/** Quantile at (R + 1)·p of sorted replicates, between order statistics on the scale of the normal distribution. */
const quantileOnNormal = (sorted: Float64Array, p: number): number => {
  const size = sorted.length
  const place = (size + 1) * p
  const k = Math.trunc(place)
  if (k <= 0) return sorted[0] as number
  if (k >= size) return sorted[size - 1] as number
  const [here, next] = [sorted[k - 1] as number, sorted[k] as number]
  if (k === place) return here
  const [from, to] = [normalQuantile(k / (size + 1)), normalQuantile((k + 1) / (size + 1))]
  return here + ((normalQuantile(p) - from) / (to - from)) * (next - here)
}
