import { expect, it } from 'vitest'
import { polychoric } from './polychoric.ts'

// Sparse tables, whose likelihood vanishes far from its maximum: polycor::polychor(table, std.err = TRUE) in R 4.2.2.
const CASES: readonly (readonly [readonly (readonly number[])[], number, number])[] = [
  [
    [
      [13, 7, 3, 0, 0],
      [7, 3, 3, 1, 1],
      [2, 10, 8, 2, 2],
      [2, 4, 2, 2, 3],
      [0, 1, 1, 1, 2],
    ],
    0.565649035,
    0.0823431148,
  ],
  [
    [
      [3, 0, 0, 0],
      [0, 2, 0, 1],
      [1, 1, 1, 1],
      [0, 0, 0, 3],
      [0, 0, 0, 2],
    ],
    0.888280494,
    0.072190432,
  ],
]
it.each(CASES)('finds the maximum of a sparse table: %#', (table, rho, se) => {
  const found = polychoric(table)
  expect(Math.abs(found.rho - rho)).toBeLessThan(1e-4)
  expect(Math.abs(found.se / se - 1)).toBeLessThan(1e-2)
})
