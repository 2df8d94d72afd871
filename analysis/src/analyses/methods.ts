import { aapor } from './aapor.ts'
import { alpha } from './alpha.ts'
import { composition } from './composition.ts'
import { descriptives } from './descriptives.ts'
import { frequencies } from './frequencies.ts'
import { meanComparison } from './mean-comparison.ts'
import { omega } from './omega.ts'
import { shareComparison } from './share-comparison.ts'
import { weightedCategories } from './weighted-categories.ts'
import { weightedMeans } from './weighted-means.ts'
import { weightedMedians } from './weighted-medians.ts'
import { weightedShares } from './weighted-shares.ts'
import { weightsSummary } from './weights.ts'

/** All methods a plan can name: one import and one line each, in the order of the page of methods. */
export const METHODS = [
  descriptives,
  frequencies,
  alpha,
  omega,
  meanComparison,
  shareComparison,
  weightedShares,
  weightedCategories,
  weightedMeans,
  weightedMedians,
  composition,
  aapor,
  weightsSummary,
] as const
