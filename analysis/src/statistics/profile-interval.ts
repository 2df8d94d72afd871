import { chiSquareUpperQuantile } from '../numerics/distributions.ts'
import { rootOf } from '../numerics/root.ts'

/**
 * Interval by the profile of the likelihood: where the deviance, all else fitted anew, is χ²₁ (95 %) above its least. An
 * end that is not found within 20 standard errors is infinite.
 * @see Venzon & Moolgavkar (1988), Applied Statistics 37, 87–94
 */
export const profileInterval = (
  {
    estimate,
    se,
    deviance,
  }: { readonly estimate: number; readonly se: number; readonly deviance: number },
  devianceAt: (value: number) => number,
): readonly [number, number] => {
  const limit = deviance + chiSquareUpperQuantile(0.05, 1)
  const above = (value: number) => devianceAt(value) - limit
  const end = (side: 1 | -1): number => {
    let reach = 2
    while (above(estimate + side * reach * se) < 0) {
      reach += 1
      if (reach > 20) return side * Number.POSITIVE_INFINITY
    }
    return rootOf(
      (value) => above(value),
      estimate + side * (reach === 2 ? 0 : reach - 1) * se,
      estimate + side * reach * se,
    )
  }
  return [end(-1), end(1)]
}
