import { notDefined } from '../problems.ts'
import { type Numbers, sumOf } from './numbers.ts'

/** One margin to be met: the category of each respondent (NaN where unknown) and the population by category. */
export type Margin = {
  readonly name: string
  readonly categories: Numbers
  readonly population: ReadonlyMap<number, number>
}

const MOST_ROUNDS = 1000
const STILL = 1e-12

/**
 * Raking (iterative proportional fitting) of weights to population margins. A respondent whose category is
 * unknown keeps the weight in that step; the margin is then met by shares among the others.
 * @throws notDefined if a category of the population has no respondent, or the weights do not come to rest.
 * @see Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427–444, https://doi.org/10.1214/aoms/1177731829
 */
export const rake = (base: Numbers, margins: readonly Margin[]): Float64Array => {
  const weights = Float64Array.from(base)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = 0
    for (const margin of margins) moved = Math.max(moved, meetMargin(weights, margin))
    if (moved < STILL) return weights
  }
  throw notDefined({ method: 'rake', reason: 'the weights do not come to rest' })
}

/** One step; gives the largest relative change. */
const meetMargin = (weights: Float64Array, { name, categories, population }: Margin) => {
  const sums = new Map<number, number>()
  for (let i = 0; i < weights.length; i++) {
    const category = categories[i] as number
    if (!Number.isNaN(category))
      sums.set(category, (sums.get(category) ?? 0) + (weights[i] as number))
  }
  const populationTotal = sumOf([...population.values()])
  const everyoneKnown = !Array.from(categories).some(Number.isNaN)
  const target = everyoneKnown ? populationTotal : sumOf([...sums.values()])
  const factors = new Map<number, number>()
  for (const [category, size] of population) {
    const sum = sums.get(category)
    if (sum === undefined && size > 0)
      throw notDefined({
        method: 'rake',
        reason: `nobody answered in category ${category} of ${name}; collapse it with another`,
      })
    if (sum !== undefined) factors.set(category, ((size / populationTotal) * target) / sum)
  }
  const stranger = [...sums.keys()].find((category) => !population.has(category))
  if (stranger !== undefined)
    throw notDefined({
      method: 'rake',
      reason: `category ${stranger} of ${name} is not in the population`,
    })
  let moved = 0
  for (let i = 0; i < weights.length; i++) {
    const factor = factors.get(categories[i] as number) ?? 1
    moved = Math.max(moved, Math.abs(factor - 1))
    weights[i] = (weights[i] as number) * factor
  }
  return moved
}
