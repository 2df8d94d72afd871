import { krippendorffOf, type Level, notDefined, ratedUnits } from '@echolot/agreement'
import { rRandom } from '../numerics/r-random.ts'
import { quantile } from './quantile.ts'

/**
 * 95 % interval of alpha: units are drawn again with replacement (R's numbers after `set.seed(seed)`), percentiles of
 * the alphas. Draws in which all values are the same have none and are counted in `without`.
 */
export const krippendorffInterval = (
  ratings: readonly ArrayLike<number>[],
  {
    level,
    replicates,
    seed,
  }: { readonly level: Level; readonly replicates: number; readonly seed: number },
): { readonly low: number; readonly high: number; readonly without: number } => {
  const units = ratedUnits(ratings)
  const { uniform } = rRandom(seed)
  const alphas: number[] = []
  for (let replicate = 0; replicate < replicates; replicate++) {
    const drawn = units.map(() => units[Math.floor(uniform() * units.length)] as readonly number[])
    const found = krippendorffOf(drawn, level)
    if (found) alphas.push(found.alpha)
  }
  if (alphas.length < replicates / 2)
    throw notDefined({ method: 'krippendorff', reason: 'too little varies for an interval' })
  return {
    low: quantile(alphas, 0.025),
    high: quantile(alphas, 0.975),
    without: replicates - alphas.length,
  }
}
