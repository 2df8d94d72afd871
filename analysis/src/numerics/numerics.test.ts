import { describe, expect, it } from 'vitest'
import { noncentralTLower, tTwoSided } from './distributions.ts'
import {
  noncentralChiSquareLower,
  noncentralChiSquareUpper,
  noncentralFLower,
  noncentralFUpper,
} from './noncentral.ts'
import { qrOf } from './qr.ts'
import { rootOf } from './root.ts'
import { studentTail } from './student-tail.ts'
import { studentizedRangeQuantile, studentizedRangeUpper } from './studentized-range.ts'

/** Values of SciPy 1.17 (adaptive quadrature); R's ptukey is off by up to 1.4e-5 of them in the tail of few degrees of freedom. */
describe('studentizedRangeUpper', () => {
  it.each([
    [8, 3, 5, 0.005557878295156082],
    [5, 3, 5, 0.03718271955988517],
  ])('of %d, %d means, %d degrees of freedom', (q, k, df, p) => {
    expect(studentizedRangeUpper(q, k, df) / p).toBeCloseTo(1, 11)
    expect(studentizedRangeQuantile(p, k, df)).toBeCloseTo(q, 10)
  })
  it('is twice the tail of t·√2 for two means', () => {
    for (const [t, df] of [
      [2, 10],
      [6, 1],
      [9, 30],
    ] as const)
      expect(studentizedRangeUpper(t * Math.SQRT2, 2, df) / tTwoSided(t, df)).toBeCloseTo(1, 12)
  })
})

describe('noncentral distributions', () => {
  it('have tails that add to one', () => {
    expect(noncentralFLower(3, 2, 27, 5) + noncentralFUpper(3, 2, 27, 5)).toBeCloseTo(1, 13)
  })
  it('are the central ones without noncentrality', () => {
    expect(noncentralChiSquareUpper(3.841458820694124, 1, 0)).toBeCloseTo(0.05, 13)
  })
  it.each([
    [10, 3, 5, 0.70664864777745207, 0.29335135222254793],
    [100, 8, 60, 0.96833043249367279, 0.031669567506327184],
    [5000, 8, 5200, 0.073618152969387812, 0.92638184703061222],
    [6000, 8, 5700, 0.97228909317574108, 0.027710906824258918],
  ])('agree with R on χ² of %d with %d degrees of freedom and noncentrality %d', (...values) => {
    const [x, df, lambda, lower, upper] = values
    expect(noncentralChiSquareLower(x, df, lambda) / lower).toBeCloseTo(1, 9)
    expect(noncentralChiSquareUpper(x, df, lambda) / upper).toBeCloseTo(1, 9)
  })
})

describe('noncentralTLower', () => {
  it.each([
    [20, 6500, 18, 0.97553426271424404],
    [20, 6500, 22, 0.024381381392005713],
    [-5, 1000, -4, 0.16046042322583609],
  ])('agrees with R: t = %d, %d degrees of freedom, δ = %d', (t, df, delta, p) => {
    expect(noncentralTLower(t, df, delta)).toBeCloseTo(p, 10)
  })
})

describe('studentTail', () => {
  it.each([
    [1, 9898, 0.31733495367144215],
    [30, 9898, 2.4628950785190486e-189],
    [10, 99_998, 1.5633023261916095e-23],
    [2, 999_998, 0.0455005338518591],
  ])('agrees with R: t = %d, %d degrees of freedom', (t, df, p) => {
    expect(studentTail(t, df) / p).toBeCloseTo(1, 11)
    expect(tTwoSided(t, df)).toBe(studentTail(t, df))
  })
})

describe('qrOf', () => {
  const x = [
    [1, 1, 1, 1, 1],
    [1, 2, 3, 4, 5],
    [2, 4, 6, 8, 10],
    [1, 0, 0, 1, 1],
  ]
  it('puts a combination of others last, and gives it no coefficient', () => {
    const qr = qrOf(x)
    expect(qr.rank).toBe(3)
    expect(qr.pivot).toEqual([0, 1, 3, 2])
    const solved = qr.solve([4, 3, 5, 10, 12])
    expect(solved[2]).toBeUndefined()
    expect(solved[0]).toBeCloseTo(-1, 12)
    expect(solved[1]).toBeCloseTo(2, 12)
    expect(solved[3]).toBeCloseTo(3, 12)
    for (const rest of qr.residuals([4, 3, 5, 10, 12])) expect(rest).toBeCloseTo(0, 12)
  })
  it('gives leverages that add to the rank', () => {
    expect(
      qrOf(x)
        .leverages()
        .reduce((a, b) => a + b),
    ).toBeCloseTo(3, 12)
  })
})

describe('rootOf', () => {
  it('finds a root to the last digits', () => {
    expect(rootOf((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15)
  })
})
