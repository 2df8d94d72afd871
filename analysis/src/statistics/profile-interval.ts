import { cubicSpline } from '../numerics/cubic-spline.ts'
import { chiSquareUpperQuantile, normalUpperQuantile } from '../numerics/distributions.ts'
import { rootOf } from '../numerics/root.ts'

/** A coefficient, its standard error and the least deviance; and the deviance, all else fitted anew, at another value. */
export type Profiled = {
  readonly estimate: number
  readonly se: number
  readonly deviance: number
  /** Undefined where the other coefficients have no finite estimate. */
  readonly devianceAt: (value: number) => number | undefined
}
type Ends = readonly [low: number | undefined, high: number | undefined]

/**
 * 95 % interval by the profile of the likelihood, solved to the last digits: where the deviance is χ²₁ above its least.
 * Infinite if it is not within 20 standard errors.
 * @see Venzon & Moolgavkar (1988), Applied Statistics 37, 87–94
 */
export const exactProfileInterval = ({ estimate, se, deviance, devianceAt }: Profiled): Ends => {
  const limit = deviance + chiSquareUpperQuantile(0.05, 1)
  const above = (value: number) => (devianceAt(value) ?? Number.POSITIVE_INFINITY) - limit
  const end = (side: 1 | -1): number => {
    let reach = 2
    while (above(estimate + side * reach * se) < 0) {
      reach += 1
      if (reach > 20) return side * Number.POSITIVE_INFINITY
    }
    return rootOf(
      above,
      estimate + side * (reach === 2 ? 0 : reach - 1) * se,
      estimate + side * reach * se,
    )
  }
  return [end(-1), end(1)]
}

const MOST_STEPS = 9
const POINTS = 3

/**
 * The same interval as R's `confint` finds it: signed roots of the deviance at steps of the standard error, a cubic spline
 * through them, straight lines between its points. Good to 1 % or so; an end is undefined where the steps do not reach.
 * @see Venables & Ripley (2002), Modern Applied Statistics with S, 4th ed., ch. 7.2
 */
export const splineProfileInterval = ({ estimate, se, deviance, devianceAt }: Profiled): Ends => {
  const furthest = Math.sqrt(chiSquareUpperQuantile(0.0125, 1))
  const points: (readonly [x: number, z: number])[] = [[estimate, 0]]
  for (const side of [-1, 1]) {
    let z = 0
    for (let step = 1; step <= MOST_STEPS && Math.abs(z) < furthest; step++) {
      const value = estimate + (side * step * furthest * se) / 5
      const found = devianceAt(value)
      if (found === undefined) break
      z = side * Math.sqrt(Math.max(0, found - deviance))
      points.push([value, z])
    }
  }
  points.sort((a, b) => a[1] - b[1])
  const xs = points.map(([x]) => x)
  const spline = cubicSpline(
    xs,
    points.map(([, z]) => z),
  )
  const [least, most] = [xs[0] as number, xs.at(-1) as number]
  const count = POINTS * points.length
  const line = Array.from({ length: count }, (_, i) => {
    const x = least + ((most - least) * i) / (count - 1)
    return [spline(x), x] as const
  })
  const cross = (z: number): number | undefined => {
    const place = line.findIndex(
      ([at], i) => at <= z && (line[i + 1]?.[0] ?? Number.NEGATIVE_INFINITY) >= z,
    )
    const [left, right] = [line[place], line[place + 1]]
    return left === undefined || right === undefined
      ? undefined
      : left[1] + ((z - left[0]) / (right[0] - left[0])) * (right[1] - left[1])
  }
  const limit = normalUpperQuantile(0.025)
  return [cross(-limit), cross(limit)]
}
