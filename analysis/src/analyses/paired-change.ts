import * as z from 'zod'
import { POLICY } from '../disclosure/policy.ts'
import { notDefined } from '../problems.ts'
import type { Estimate } from '../result.ts'
import { binomialTest } from '../statistics/binomial.ts'
import { bootstrapOfMean } from '../statistics/bootstrap.ts'
import { hedgesJ, noncentralInterval } from '../statistics/effect-sizes.ts'
import { mergedSigns, type Signs, signsOf } from '../statistics/merged-signs.ts'
import { meanOf, varianceOf } from '../statistics/numbers.ts'
import { effectFor } from '../statistics/power.ts'
import { quantile } from '../statistics/quantile.ts'
import { signedRank } from '../statistics/signed-rank.ts'
import { tOf } from '../statistics/t-test.ts'
import { changeFaults, changeFields, completeOf, wavesOf } from './change-pairs.ts'
import { spreadOf } from './columns.ts'
import { confidence } from './fields.ts'
import { defineMethod } from './method.ts'
import { estimable } from './not-estimable.ts'
import { numbersOf } from './numbers-of.ts'

/** Change of a few between two waves. */
export const pairedChange = defineMethod({
  id: 'paired-change',
  about:
    'Change of the same units between two waves, later minus earlier, of those with both values: mean change with a bootstrap interval (BCa, as R’s `boot.ci` after `set.seed(seed)`), Student’s t as a check, median change, Hodges–Lehmann’s estimate with the exact p of signed ranks, how many rose, stayed and fell with the sign test, and the smallest standardised change that so many pairs find with 80 % power. Classes under five are merged. `span` is the length of the scale, else the range seen.',
  source:
    'Efron (1987), JASA 82, 171–185; Davison & Hinkley (1997), Bootstrap Methods and Their Application, ch. 5; Hodges & Lehmann (1963), Annals of Mathematical Statistics 34, 598–611; Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed.',
  estimates:
    '`n`, `pre`, `post` (means of the pairs, with `.low` and `.high` by t), `pre_sd`, `post_sd`, `r`, `change` (with `.low`, `.high`: BCa), `sd_change`, `ci95_bca`, `ci95_percentile`, `boot_se`, `boot_bias`, `paired.t`, `paired.df`, `paired.p`, `paired.ci95`, `dz`, `dz_ci95`, `gz`; `pre_median`, `post_median`, `median_change`, `hodges_lehmann`, `hodges_lehmann_ci95`, `signed_rank_p`; `counts.higher`, `counts.same`, `counts.lower`, `merged.<class>`, `sign_test_p`; `detectable_d`, `detectable_change`',
  fields: {
    ...changeFields,
    span: z.number().positive().optional(),
    replicates: z.int().min(999).max(100_000).default(9999),
    seed: z.int().default(1),
    confidence: confidence.optional(),
  },
  example: { pre: 'goal_t0', post: 'goal_t1', span: 10 },
  faults: changeFaults,
  run: (line, data) => {
    const waves = wavesOf(line, data)
    const [pre, post] = completeOf(waves)
    const n = pre.length
    if (n < 2)
      throw notDefined({ method: 'paired-change', reason: 'fewer than two units have both values' })
    const level = line.confidence ?? 0.95
    const change = post.map((value, i) => value - (pre[i] as number))
    const span = line.span ?? spreadOf(Float64Array.of(...pre, ...post))
    const mean = meanOf(change)
    const sd = Math.sqrt(varianceOf(change))
    const lacking: Record<string, string> = {}
    const boot = estimable('ci95_bca', lacking, () =>
      bootstrapOfMean(change, { replicates: line.replicates, seed: line.seed, confidence: level }),
    )
    const t = estimable('paired', lacking, () =>
      tOf({ estimate: mean, stderr: sd / Math.sqrt(n), df: n - 1 }, { confidence: level }),
    )
    const ranked = estimable('hodges_lehmann', lacking, () => signedRank(change))
    const detectable = effectFor({ test: 't-paired', sides: 'two' }, { n, alpha: 0.05, power: 0.8 })
    const ends = t && noncentralInterval(t.t, n - 1, level).map((end) => end / Math.sqrt(n))
    const signs = signsOf(change)
    const ofMean = (values: Float64Array, low?: number, high?: number): Estimate => {
      const value = meanOf(values)
      const se = Math.sqrt(varianceOf(values) / n)
      const [from, to] =
        se > 0
          ? tOf({ estimate: value, stderr: se, df: n - 1 }, { confidence: level }).ci95
          : [value, value]
      return { kind: 'mean', value, low: low ?? from, high: high ?? to, base: n, span }
    }
    return {
      n,
      omitted: waves.pre.length - n,
      estimates: {
        n: { kind: 'count', value: n },
        pre: ofMean(pre),
        post: ofMean(post),
        change: ofMean(change, boot?.bca[0], boot?.bca[1]),
        ...numbersOf(n, {
          pre_sd: Math.sqrt(varianceOf(pre)),
          post_sd: Math.sqrt(varianceOf(post)),
          r: correlationOf(pre, post),
          sd_change: sd,
          ci95_bca: boot?.bca,
          ci95_percentile: boot?.percentile,
          boot_se: boot?.se,
          boot_bias: boot?.bias,
          dz: t && mean / sd,
          dz_ci95: ends,
          gz: t && (hedgesJ(n - 1) * mean) / sd,
          pre_median: quantile(pre, 0.5),
          post_median: quantile(post, 0.5),
          median_change: quantile(change, 0.5),
          hodges_lehmann: ranked?.pseudomedian,
          hodges_lehmann_ci95: ranked?.interval,
          signed_rank_p: ranked?.exact?.two ?? ranked?.pCorrected,
          detectable_change: detectable && sd > 0 ? detectable * sd : undefined,
        }),
        ...(t ? numbersOf(n, t, 'paired.') : {}),
        ...signCounts(signs, n),
        ...(detectable === undefined
          ? {}
          : { detectable_d: { kind: 'constant', value: detectable } }),
      },
      notEstimable: lacking,
      warnings: n < 10 ? ['fewer than ten pairs: nothing of it is for readers'] : [],
    }
  },
})

const correlationOf = (x: Float64Array, y: Float64Array): number | undefined => {
  const [meanX, meanY] = [meanOf(x), meanOf(y)]
  const below = Math.sqrt(varianceOf(x) * varianceOf(y)) * (x.length - 1)
  return below > 0
    ? x.reduce((sum, value, i) => sum + (value - meanX) * ((y[i] as number) - meanY), 0) / below
    : undefined
}

/** Directions that a merged class is made of. */
const JOINED: Readonly<Record<string, readonly (keyof Signs)[]>> = {
  not_lower: ['higher', 'same'],
  not_higher: ['same', 'lower'],
  all: ['higher', 'same', 'lower'],
}

/** Whether a count that must be hidden follows from the test and another count. */
const isSmall = ({ higher, same, lower }: Signs) =>
  Math.min(higher, lower) < POLICY.leastCount || (same > 0 && same < POLICY.leastCount)

/** Counts by direction; the test tells how those who moved are divided. */
const signCounts = (signs: Signs, n: number): Record<string, Estimate> => {
  const part = (value: number, joins?: readonly string[]): Estimate => ({
    kind: 'count',
    value,
    family: { of: 'parts', name: 'counts', whole: n, ...(joins && { joins }) },
  })
  const moved = signs.higher + signs.lower
  return {
    ...Object.fromEntries(
      Object.entries(signs).map(([name, value]) => [`counts.${name}`, part(value)]),
    ),
    ...Object.fromEntries(
      mergedSigns(signs, POLICY.leastCount).map(({ name, count }) => [
        `merged.${name}`,
        part(
          count,
          (JOINED[name] ?? [name]).map((one) => `counts.${one}`),
        ),
      ]),
    ),
    ...(moved === 0
      ? {}
      : numbersOf(isSmall(signs) ? 0 : moved, {
          sign_test_p: binomialTest(signs.higher, moved),
        })),
  }
}
