import { normalUpper, normalUpperQuantile } from '../numerics/distributions.ts'
import type { Numbers } from './numbers.ts'

const poly = (coefficients: readonly number[], x: number) =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)

/** With more values there is no p. */
export const SHAPIRO_MOST = 5000

/**
 * Shapiro and Wilk's W of normality with Royston's p, for 3 to 5000 values that are not all the same; undefined
 * otherwise. `values` without missing ones.
 * @see Royston (1995), Applied Statistics 44, 547–551 (AS R94), https://doi.org/10.2307/2986146
 */
export const shapiroWilk = (
  values: Numbers,
): { readonly w: number; readonly p: number } | undefined => {
  const x = Float64Array.from(values).sort()
  const n = x.length
  const range = (x[n - 1] as number) - (x[0] as number)
  if (n < 3 || n > SHAPIRO_MOST || !(range > 0)) return undefined
  const a = weightsOf(n)
  const scaled = x.map((value) => (value - (x[Math.floor(n / 2)] as number)) / range)
  const mean = scaled.reduce((sum, value) => sum + value, 0) / n
  let [ssa, ssx, sax] = [0, 0, 0]
  scaled.forEach((value, i) => {
    const weight =
      i < n / 2 - 0.5 ? -(a[i] as number) : i > n / 2 - 0.5 ? (a[n - 1 - i] as number) : 0
    ssa += weight * weight
    ssx += (value - mean) ** 2
    sax += weight * (value - mean)
  })
  const root = Math.sqrt(ssa * ssx)
  const left = ((root - sax) * (root + sax)) / (ssa * ssx)
  return { w: 1 - left, p: pOf(left, n) }
}

const weightsOf = (n: number): readonly number[] => {
  if (n === 3) return [Math.SQRT1_2]
  const half = Math.floor(n / 2)
  const m = Array.from({ length: half }, (_, i) => -normalUpperQuantile((i + 0.625) / (n + 0.25)))
  const squares = 2 * m.reduce((sum, value) => sum + value * value, 0)
  const [m1, m2] = [m[0] as number, m[1] as number]
  const u = 1 / Math.sqrt(n)
  const a1 =
    poly([0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], u) - m1 / Math.sqrt(squares)
  if (n <= 5) {
    const factor = Math.sqrt((squares - 2 * m1 ** 2) / (1 - 2 * a1 ** 2))
    return [a1, ...m.slice(1).map((value) => -value / factor)]
  }
  const a2 =
    poly([0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], u) - m2 / Math.sqrt(squares)
  const factor = Math.sqrt((squares - 2 * m1 ** 2 - 2 * m2 ** 2) / (1 - 2 * a1 ** 2 - 2 * a2 ** 2))
  return [a1, a2, ...m.slice(2).map((value) => -value / factor)]
}

const pOf = (left: number, n: number): number => {
  if (n === 3) {
    const p = (6 / Math.PI) * (Math.asin(Math.sqrt(1 - left)) - Math.PI / 3)
    return Math.max(0, p)
  }
  const y = Math.log(left)
  if (n <= 11) {
    const gamma = poly([-2.273, 0.459], n)
    if (y >= gamma) return 1e-99
    const mean = poly([0.544, -0.39978, 0.025054, -6.714e-4], n)
    const sd = Math.exp(poly([1.3822, -0.77857, 0.062767, -0.0020322], n))
    return normalUpper((-Math.log(gamma - y) - mean) / sd)
  }
  const log = Math.log(n)
  const mean = poly([-1.5861, -0.31082, -0.083751, 0.0038915], log)
  const sd = Math.exp(poly([-0.4803, -0.082676, 0.0030302], log))
  return normalUpper((y - mean) / sd)
}
