import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { fleissKappa } from '../statistics/fleiss-kappa.ts'
import { estimatesOf } from './estimates-of.ts'
import { Counts } from './fields.ts'
import { defineMethod } from './method.ts'
import { ratingFields, ratingsOf } from './ratings-of.ts'

/** Agreement of several raters on categories. */
export const fleiss = defineMethod({
  id: 'fleiss',
  about:
    'Fleiss’ kappa: agreement of any number of raters on categories beyond chance, in all and by category, with the test against chance. Subjects that a rater left out are omitted.',
  source:
    'Fleiss (1971), Psychological Bulletin 76, 378–382; Fleiss, Nee & Landis (1979), Psychological Bulletin 86, 974–977.',
  estimates: '`fleiss`, `se`, `z`, `p`, `subjects`, `raters`, by category `category.X`',
  fields: {
    raters: ratingFields.raters,
    /** Counts, subjects by categories, instead of columns. */
    counts: Counts.optional(),
  },
  example: {
    counts: [
      [0, 3],
      [3, 0],
      [1, 2],
      [3, 0],
    ],
  },
  faults: ({ raters, counts }) =>
    (raters === undefined) === (counts === undefined)
      ? [
          {
            path: '',
            message: 'one source of ratings, not two and not none',
            remedy: 'give "raters" (columns) or "counts"',
          },
        ]
      : [],
  run: (line, data) => {
    const { counts, labels, omitted } = countsOf(line, data)
    const found = fleissKappa(counts)
    const n = found.subjects
    return {
      n,
      omitted,
      estimates: estimatesOf(
        {
          fleiss: found.value,
          se: found.standardError,
          z: found.z,
          p: found.p,
          subjects: n,
          raters: found.raters,
          category: Object.fromEntries(
            labels.flatMap((label, j) => {
              const value = found.categories[j]
              return value === undefined ? [] : [[label, value]]
            }),
          ),
        },
        n,
      ),
      warnings: labels.flatMap((label, j) =>
        found.categories[j] === undefined ? [`category ${label}: nobody or everybody used it`] : [],
      ),
    }
  },
})

type Line = {
  readonly raters?: readonly string[] | undefined
  readonly counts?: readonly (readonly number[])[] | undefined
}

const countsOf = ({ raters, counts }: Line, data: Prepared) => {
  if (counts !== undefined)
    return { counts, labels: (counts[0] ?? []).map((_, j) => String(j + 1)), omitted: 0 }
  const { values, labelOf } = ratingsOf({ raters }, data)
  const complete = Array.from({ length: data.n }, (_, i) => i).filter((i) =>
    values.every((rater) => !Number.isNaN(rater[i])),
  )
  if (complete.length === 0)
    throw notDefined({ method: 'fleiss', reason: 'no subject was rated by all' })
  const used = [
    ...new Set(complete.flatMap((i) => values.map((rater) => rater[i] as number))),
  ].sort((a, b) => a - b)
  return {
    counts: complete.map((i) =>
      used.map((code) => values.filter((rater) => rater[i] === code).length),
    ),
    labels: used.map(labelOf),
    omitted: data.n - complete.length,
  }
}
