import { expect, it } from 'vitest'
import { spearmanExactP } from './spearman-exact.ts'

// cor.test(x, y, method = "spearman", exact = TRUE)$p.value in R 4.2.2
it.each([
  [4, -0.8, 0.3333333333333333],
  [4, -0.8, 0.3333333333333333],
  [6, -0.42857142857142855, 0.41944444444444445],
  [6, -0.8285714285714285, 0.058333333333333334],
  [9, -0.4166666666666667, 0.2695822310405644],
  [9, -0.36666666666666664, 0.33625992063492066],
  [10, 0.5151515151515151, 0.1328230601759656],
  [10, -0.7454545454545454, 0.01841384131432766],
  [15, 0.04999999999999999, 0.8625847744573314],
  [15, -0.5499999999999999, 0.03628442838412477],
  [40, 0.25778611632270165, 0.1082721749368194],
  [40, -0.7427767354596622, 2.858852958601702e-7],
])('counts the orders of %i pairs as R does', (n, rho, p) =>
  expect(Math.abs(spearmanExactP(rho, n) / p - 1)).toBeLessThan(1e-12),
)

it('knows the ends', () => {
  expect(spearmanExactP(1, 4)).toBeCloseTo(2 / 24, 14)
  expect(spearmanExactP(-1, 4)).toBeCloseTo(2 / 24, 14)
  expect(spearmanExactP(0, 7)).toBeCloseTo(1, 12)
})
