import * as z from 'zod'
import { POLICY } from '../disclosure/policy.ts'
import type { Estimate } from '../result.ts'
import {
  type ChangeClass,
  CLASSES,
  cutoffsOf,
  mergedClasses,
  predictedChange,
  reliableChange,
} from '../statistics/reliable-change.ts'
import { type ChangeLine, changeFaults, changeFields, wavesOf } from './change-pairs.ts'
import { estimatesOf } from './estimates-of.ts'
import { ColumnName } from './fields.ts'
import { defineMethod } from './method.ts'

const Reference = z.strictObject({ mean: z.number(), sd: z.number().positive() })

/** Reliable change of single persons between two waves, and how many changed. */
export const rci = defineMethod({
  id: 'rci',
  about:
    'Reliable change index (post − pre) / √(2·sd²·(1 − reliability)), with spread and reliability from another, larger sample; classes recovered (reliably better and across the cutoff), improved, unchanged, deteriorated at ±1.96; counts below five are published only merged. Cutoffs a, b, c from two reference groups.',
  source:
    'Jacobson & Truax (1991), Journal of Consulting and Clinical Psychology 59, 12–19; Maassen (2004), Journal of the International Neuropsychological Society 10, 888–893, for the predicted variant.',
  estimates:
    '`SE`, `Sdiff`, `smallest_detectable_change_95`, `RCI` (of one case), `cut_a`, `cut_b`, `cut_c`; of columns `rci`, `rci_predicted` and `class` (lists, a person each; `class` in words, null without both scores; never published), `counts.recovered` …, `merged.<class>`, `prepost_r`',
  fields: {
    ...changeFields,
    /** Columns, or the two scores of one case. */
    pre: z.union([ColumnName, z.number()]).optional(),
    post: z.union([ColumnName, z.number()]).optional(),
    sd: z.number().positive(),
    reliability: z.number().min(0).lt(1),
    better: z.enum(['higher', 'lower']).default('higher'),
    /** Score from which on somebody is as the many are; or from the reference groups (c). */
    cutoff: z.number().optional(),
    /** Reference groups: those in trouble, and the many. */
    troubled: Reference.optional(),
    many: Reference.optional(),
  },
  example: { pre: 'goal_t0', post: 'goal_t1', sd: 0.8, reliability: 0.85 },
  faults: (line) => [
    ...(typeof line.pre === typeof line.post
      ? typeof line.pre === 'number'
        ? []
        : changeFaults(line as ChangeLine)
      : [
          {
            path: 'pre',
            message: 'a column and a number',
            remedy: 'give two columns or two numbers',
          },
        ]),
    ...((line.troubled === undefined) === (line.many === undefined)
      ? []
      : [{ path: 'many', message: 'one reference group', remedy: 'give "troubled" and "many"' }]),
  ],
  run: (line, data) => {
    const cutoffs = line.troubled && line.many ? cutoffsOf(line.troubled, line.many) : undefined
    const scale = { ...line, cutoff: line.cutoff ?? cutoffs?.c }
    const single = typeof line.pre === 'number'
    const { pre, post } =
      typeof line.pre === 'number' && typeof line.post === 'number'
        ? { pre: Float64Array.of(line.pre), post: Float64Array.of(line.post) }
        : wavesOf(line as ChangeLine, data)
    const found = reliableChange(pre, post, scale)
    const { n } = found
    const constants = {
      SE: found.standardError,
      Sdiff: found.differenceError,
      smallest_detectable_change_95: found.smallest,
      ...(cutoffs ? { cut_a: cutoffs.a, cut_b: cutoffs.b, cut_c: cutoffs.c } : {}),
    }
    return {
      n,
      omitted: pre.length - n,
      estimates: {
        ...Object.fromEntries(
          Object.entries(constants).map(([name, value]): [string, Estimate] => [
            name,
            { kind: 'constant', value },
          ]),
        ),
        ...(single
          ? estimatesOf({ RCI: found.indices[0] as number }, 1)
          : groupEstimates(found, predictedChange(pre, post))),
      },
      ...(single ? {} : { words: { class: found.classes.map((name) => name ?? null) } }),
      warnings: single ? [] : warningsOf(found, scale.cutoff),
    }
  },
})

type Found = ReturnType<typeof reliableChange>

/** Classes that a merged one is made of. */
const JOINED: Readonly<Record<string, readonly ChangeClass[]>> = {
  better: ['recovered', 'improved'],
  not_better: ['unchanged', 'deteriorated'],
  all: CLASSES,
}

const countsOf = ({ classes }: Found): Record<ChangeClass, number> => {
  const counts = { recovered: 0, improved: 0, unchanged: 0, deteriorated: 0 }
  for (const name of classes) if (name !== undefined) counts[name] += 1
  return counts
}

const groupEstimates = (
  found: Found,
  predicted: ReturnType<typeof predictedChange>,
): Record<string, Estimate> => {
  const counts = countsOf(found)
  const persons = (values: Float64Array): Estimate => ({
    kind: 'list',
    values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
    // The values of single persons: no base is large enough to publish them.
    base: 1,
  })
  const count = (value: number, joins?: readonly string[]): Estimate => ({
    kind: 'count',
    value,
    family: { of: 'parts', name: 'counts', whole: found.n, ...(joins && { joins }) },
  })
  return {
    rci: persons(found.indices),
    ...Object.fromEntries(CLASSES.map((name) => [`counts.${name}`, count(counts[name])])),
    ...Object.fromEntries(
      mergedClasses(counts, POLICY.leastCount).map(({ name, count: size }) => [
        `merged.${name}`,
        count(
          size,
          (JOINED[name] ?? [name]).map((one) => `counts.${one}`),
        ),
      ]),
    ),
    ...(predicted
      ? {
          prepost_r: { kind: 'coefficient', value: predicted.r, base: found.n },
          rci_predicted: persons(predicted.indices),
        }
      : {}),
  }
}

const warningsOf = (found: Found, cutoff: number | undefined): readonly string[] => [
  ...(found.n === 0 ? ['nobody has both scores'] : []),
  ...(cutoff === undefined ? ['no cutoff: nobody can be called recovered'] : []),
  ...(mergedClasses(countsOf(found), POLICY.leastCount).length < CLASSES.length
    ? ['classes with fewer than five persons are published merged']
    : []),
]
