import { notDefined } from '../problems.ts'
import { type Numbers, sumOf } from './numbers.ts'

/**
 * Kish's design effect of unequal weights, n·Σw² / (Σw)², and the effective sample size n / deff.
 * @throws notDefined without a positive weight.
 * @see Kish (1992), Journal of Official Statistics 8, 183–200
 * @example kish([1, 1, 2]) // => { deff: 1.125, nEff: 2.66… }
 */
export const kish = (weights: Numbers): { readonly deff: number; readonly nEff: number } => {
  const total = sumOf(weights)
  if (!(total > 0)) throw notDefined({ method: 'kish', reason: 'no positive weight' })
  const squares = sumOf(Float64Array.from(weights, (weight) => weight * weight))
  return { deff: (weights.length * squares) / total ** 2, nEff: total ** 2 / squares }
}
