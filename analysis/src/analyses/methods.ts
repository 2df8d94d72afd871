import { aapor } from './aapor.ts'
import { adjustP } from './adjust-p.ts'
import { alpha } from './alpha.ts'
import { anova } from './anova.ts'
import { attrition } from './attrition.ts'
import { cfa } from './cfa.ts'
import { composition } from './composition.ts'
import { correlation } from './correlation.ts'
import { crosstab } from './crosstab.ts'
import { descriptives } from './descriptives.ts'
import { efa } from './efa.ts'
import { fleiss } from './fleiss.ts'
import { frequencies } from './frequencies.ts'
import { friedman } from './friedman.ts'
import { histogram } from './histogram.ts'
import { icc } from './icc.ts'
import { itemAnalysis } from './item-analysis.ts'
import { kappa } from './kappa.ts'
import { krippendorff } from './krippendorff.ts'
import { kruskal } from './kruskal.ts'
import { mannWhitney } from './mann-whitney.ts'
import { meanComparison } from './mean-comparison.ts'
import { MODELS } from './models.ts'
import { omega } from './omega.ts'
import { pairedChange } from './paired-change.ts'
import { pairedT } from './paired-t.ts'
import { parallelAnalysis } from './parallel-analysis.ts'
import { plackettLuceWorths } from './plackett-luce.ts'
import { posthoc } from './posthoc.ts'
import { proportion } from './proportion.ts'
import { qualityIndices } from './quality-indices.ts'
import { rci } from './rci.ts'
import { recheck } from './recheck.ts'
import { returns } from './returns.ts'
import { rosterShares } from './roster-shares.ts'
import { shareComparison } from './share-comparison.ts'
import { signTest } from './sign-test.ts'
import { tTest } from './t-test.ts'
import { tost } from './tost.ts'
import { twoWayAnova } from './two-way-anova.ts'
import { weightedCategories } from './weighted-categories.ts'
import { weightedMeans } from './weighted-means.ts'
import { weightedMedians } from './weighted-medians.ts'
import { weightedShares } from './weighted-shares.ts'
import { weightsSummary } from './weights.ts'
import { welchAnova } from './welch-anova.ts'
import { welchT } from './welch-t.ts'
import { wilcoxon } from './wilcoxon.ts'

/** All methods a plan can name: one import and one line each, in the order of the page of methods. */
export const METHODS = [
  descriptives,
  frequencies,
  histogram,
  returns,
  alpha,
  omega,
  itemAnalysis,
  efa,
  parallelAnalysis,
  cfa,
  kappa,
  fleiss,
  krippendorff,
  icc,
  pairedChange,
  attrition,
  rci,
  qualityIndices,
  tTest,
  welchT,
  pairedT,
  tost,
  mannWhitney,
  wilcoxon,
  signTest,
  kruskal,
  friedman,
  adjustP,
  anova,
  welchAnova,
  posthoc,
  twoWayAnova,
  crosstab,
  proportion,
  correlation,
  meanComparison,
  shareComparison,
  weightedShares,
  weightedCategories,
  weightedMeans,
  weightedMedians,
  rosterShares,
  recheck,
  plackettLuceWorths,
  composition,
  aapor,
  weightsSummary,
  ...MODELS,
] as const
