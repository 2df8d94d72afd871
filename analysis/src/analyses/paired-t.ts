import { hedgesJ, noncentralInterval } from '../statistics/effect-sizes.ts'
import { meanOf, varianceOf } from '../statistics/numbers.ts'
import { pearson } from '../statistics/pearson.ts'
import { atLeastTwo, tLower, tOf, tUpper } from '../statistics/t-test.ts'
import { confidence } from './fields.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'
import { pairFaults, pairFields, pairsOf } from './pairs.ts'

/** Student's t of the differences of pairs. */
export const pairedT = defineMethod({
  id: 'paired-t',
  about:
    'Student’s t of the differences of pairs, first minus second, with standardised changes: dz (by the standard deviation of the differences), its interval by the noncentral t and its correction gz, drm and dav (by those of the values), by the pooled and by the second (baseline) standard deviation.',
  source:
    'Student (1908), Biometrika 6, 1–25; Lakens (2013), Frontiers in Psychology 4, 863; Goulet-Pelletier & Cousineau (2018), The Quantitative Methods for Psychology 14, 242–265.',
  estimates:
    '`n`, `r`, `mean_diff`, `sd_diff`, `paired.t`, `paired.df`, `paired.p`, `paired.ci95`, `paired.estimate`, `paired.stderr`, `paired_less`, `paired_greater`, `cohen_dz`, `dz_ci95`, `hedges_gz`, `gz_ci95`, `cohen_drm`, `cohen_dav`, `d_pooled_sd`, `d_baseline_sd`',
  fields: { ...pairFields, confidence: confidence.optional() },
  example: { variable: 'extra', by: 'group', groups: [2, 1], unit: 'ID' },
  faults: pairFaults,
  run: (line, data) => {
    const level = line.confidence ?? 0.95
    const { x, y, omitted } = pairsOf(line, data)
    atLeastTwo('paired-t', { n: x.length })
    const n = x.length
    const differences = x.map((value, i) => value - (y[i] as number))
    const mean = meanOf(differences)
    const sd = Math.sqrt(varianceOf(differences))
    const found = tOf(
      { estimate: mean, stderr: sd / Math.sqrt(n), df: n - 1 },
      { confidence: level },
    )
    const [sx, sy] = [Math.sqrt(varianceOf(x)), Math.sqrt(varianceOf(y))]
    const r = sx > 0 && sy > 0 ? pearson(x, y) : undefined
    const j = hedgesJ(n - 1)
    const ends = noncentralInterval(found.t, n - 1, level).map((end) => end / Math.sqrt(n))
    return {
      n,
      omitted,
      estimates: {
        n: { kind: 'count', value: n },
        ...numbersOf(n, { r, mean_diff: mean, sd_diff: sd }),
        ...numbersOf(n, { ...found, estimate: mean }, 'paired.'),
        ...numbersOf(n, {
          paired_less: tLower(found.t, found.df),
          paired_greater: tUpper(found.t, found.df),
          cohen_dz: mean / sd,
          dz_ci95: ends,
          hedges_gz: (j * mean) / sd,
          gz_ci95: ends.map((end) => j * end),
          cohen_drm: r === undefined ? undefined : (mean / sd) * Math.sqrt(2 * (1 - r)),
          cohen_dav: sx + sy > 0 ? mean / ((sx + sy) / 2) : undefined,
          d_pooled_sd: sx + sy > 0 ? mean / Math.sqrt((sx ** 2 + sy ** 2) / 2) : undefined,
          d_baseline_sd: sy > 0 ? mean / sy : undefined,
        }),
      },
      warnings: r === undefined ? ['one side is constant: no correlation of the pairs'] : [],
    }
  },
})
