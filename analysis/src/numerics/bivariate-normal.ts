import { normalUpper } from './distributions.ts'

/** Nodes and weights of Gauss and Legendre's rule on (−1, 1). */
const legendre = (points: number): readonly (readonly [node: number, weight: number])[] =>
  Array.from({ length: points }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (points + 0.5))
    let slope = 1
    for (let round = 0; round < 100; round++) {
      let [p, before] = [1, 0]
      for (let k = 1; k <= points; k++) {
        const next = ((2 * k - 1) * x * p - (k - 1) * before) / k
        before = p
        p = next
      }
      slope = (points * (x * p - before)) / (x * x - 1)
      const step = p / slope
      x -= step
      if (Math.abs(step) < 1e-16) break
    }
    return [x, 2 / ((1 - x * x) * slope * slope)] as const
  })

const RULE = legendre(24)
const PANELS = 6

/** Density of the standard bivariate normal distribution with correlation `rho`. */
export const bivariateDensity = (a: number, b: number, rho: number): number => {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return 0
  const rest = 1 - rho * rho
  return Math.exp(-(a * a + b * b - 2 * rho * a * b) / (2 * rest)) / (2 * Math.PI * Math.sqrt(rest))
}

/**
 * P(X ≤ a, Y ≤ b) of the standard bivariate normal distribution: the product of the margins and Plackett's integral
 * over the correlation, on the scale of its arc sine.
 * @see Plackett (1954), Biometrika 41, 351–360; Drezner & Wesolowsky (1990), Journal of Statistical Computation and Simulation 35, 101–107
 */
export const bivariateLower = (a: number, b: number, rho: number): number => {
  if (a === Number.NEGATIVE_INFINITY || b === Number.NEGATIVE_INFINITY) return 0
  if (a === Number.POSITIVE_INFINITY) return normalUpper(-b)
  if (b === Number.POSITIVE_INFINITY) return normalUpper(-a)
  const end = Math.asin(rho)
  let sum = 0
  for (let panel = 0; panel < PANELS; panel++) {
    const half = end / PANELS / 2
    const middle = half * (2 * panel + 1)
    for (const [node, weight] of RULE) {
      const angle = middle + half * node
      const cosine = Math.cos(angle)
      sum +=
        weight *
        half *
        Math.exp(-(a * a + b * b - 2 * a * b * Math.sin(angle)) / (2 * cosine * cosine))
    }
  }
  return Math.max(0, normalUpper(-a) * normalUpper(-b) + sum / (2 * Math.PI))
}
