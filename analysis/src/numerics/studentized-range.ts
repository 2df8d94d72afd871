import erfc from '@stdlib/math-base-special-erfc'
import gammaln from '@stdlib/math-base-special-gammaln'
import { rootOf } from './root.ts'

const Z_STEP = 0.15

const lower = (z: number) => 0.5 * erfc(-z / Math.SQRT2)
const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)

/**
 * P(W > w) of the range of `k` standard normal values. What is integrated is the difference to 1 itself, so that small
 * probabilities keep their digits; the trapezium rule converges geometrically for such smooth, bell-shaped functions.
 */
const rangeUpper = (w: number, k: number): number => {
  const m = k - 1
  const end = w / 2 + 10
  let sum = 0
  for (let z = -9; z <= end; z += Z_STEP) {
    const below = lower(z)
    const share = lower(z - w) / below
    sum += density(z) * below ** m * -Math.expm1(m * Math.log1p(-Math.min(share, 1)))
  }
  return Math.min(1, k * sum * Z_STEP)
}

/**
 * P(Q > q) of Tukey's studentized range of `k` means with `df` degrees of freedom: the range of normal values,
 * averaged over the distribution of the standard deviation on its logarithmic scale.
 * @see Copenhaver & Holland (1988), Journal of Statistical Computation and Simulation 30, 1–15
 */
export const studentizedRangeUpper = (q: number, k: number, df: number): number => {
  if (q <= 0) return 1
  if (!Number.isFinite(df)) return rangeUpper(q, k)
  const log = (t: number) => df * (t - Math.exp(2 * t) / 2 + 0.5)
  const from = rootOf((t) => log(t) + 50, -(50 / df) - 2, 0)
  const to = rootOf((t) => log(t) + 60, 0, Math.sqrt(60 / df) + 3)
  const constant = Math.log(2) + (df / 2) * Math.log(df / 2) - gammaln(df / 2) - df / 2
  const steps = Math.ceil((to - from) / Math.min(0.1, 0.25 / Math.sqrt(2 * df)))
  const step = (to - from) / steps
  let sum = 0
  for (let i = 1; i < steps; i++) {
    const t = from + i * step
    sum += Math.exp(log(t) + constant) * rangeUpper(q * Math.exp(t), k)
  }
  return Math.min(1, sum * step)
}

/** The q with P(Q > q) = p. */
export const studentizedRangeQuantile = (p: number, k: number, df: number): number => {
  const at = (q: number) => Math.log(studentizedRangeUpper(q, k, df)) - Math.log(p)
  let high = 4
  while (at(high) > 0) high *= 2
  return rootOf(at, high === 4 ? 1e-3 : high / 2, high)
}
