import { krippendorffAlpha } from '@echolot/agreement'
import * as z from 'zod'
import { krippendorffInterval } from '../statistics/krippendorff-interval.ts'
import { attempt } from './attempt.ts'
import { estimatesOf, type Tree } from './estimates-of.ts'
import { defineMethod } from './method.ts'
import { ratingFaults, ratingFields, ratingsOf } from './ratings-of.ts'

const Level = z.enum(['nominal', 'ordinal', 'interval', 'ratio'])

/** Agreement of any number of raters, with missing ratings, on any level of measurement. */
export const krippendorff = defineMethod({
  id: 'krippendorff',
  about:
    'Krippendorff’s alpha, 1 − observed / expected disagreement from coincidences, for nominal, ordinal, interval and ratio ratings; 95 % interval by drawing units again (percentiles; R’s random numbers after set.seed). Units that one rater judged alone are left out. `ratings` has a row a rater.',
  source:
    'Krippendorff (2011), Computing Krippendorff’s Alpha-Reliability; Krippendorff (2019), Content Analysis, 4th edition, chapter 12; Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.',
  estimates:
    'by level, e.g. `nominal.alpha`, `nominal.Do`, `nominal.De`, `nominal.pairable`, `nominal.ci95` (list); `coincidences_nominal` (matrix), `units`',
  fields: {
    ...ratingFields,
    /** All four for numbers, nominal for texts, unless given. */
    levels: z.array(Level).min(1).optional(),
    replicates: z.int().min(100).max(100_000).default(1000),
    seed: z.int().default(42),
  },
  example: {
    ratings: [
      [1, 2, 3, 3, 2, null],
      [1, 2, 3, 2, 2, 4],
    ],
    levels: ['ordinal'],
  },
  faults: (line) => ratingFaults(line),
  run: (line, data) => {
    const { values, scale, labelOf } = ratingsOf(line, data)
    const possible = Level.options.filter(
      (level) => level !== 'ratio' || values.every((rater) => rater.every((value) => !(value < 0))),
    )
    const levels = line.levels ?? (scale === 'texts' ? (['nominal'] as const) : possible)
    const nominal = krippendorffAlpha(values, 'nominal')
    const labels = nominal.categories.map(labelOf)
    const base = nominal.units
    const warnings: string[] = []
    const tree: Record<string, Tree[string]> = {}
    for (const level of levels) {
      const found = attempt(level, () => krippendorffAlpha(values, level), warnings)
      if (found === undefined) continue
      const interval = attempt(
        `${level}.ci95`,
        () => krippendorffInterval(values, { ...line, level }),
        warnings,
      )
      if (interval !== undefined && interval.without > 0)
        warnings.push(`${level}: ${interval.without} of ${line.replicates} draws had no variation`)
      tree[level] = {
        alpha: found.alpha,
        Do: found.observed,
        De: found.expected,
        pairable: found.pairable,
        ...(interval ? { ci95: [interval.low, interval.high] } : {}),
      }
    }
    if (scale === 'texts' && levels.some((level) => level !== 'nominal'))
      warnings.push('texts are ordered by the alphabet; give numbers for anything but nominal')
    const units = values[0]?.length ?? 0
    return {
      n: base,
      omitted: units - base,
      estimates: estimatesOf(
        {
          units: base,
          ...tree,
          coincidences_nominal: { rows: labels, cols: labels, values: nominal.coincidences },
        },
        base,
      ),
      warnings,
    }
  },
})
