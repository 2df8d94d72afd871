import type { Prepared } from '../prepare/prepared.ts'
import { kish } from '../statistics/kish.ts'
import { meanOf } from '../statistics/numbers.ts'
import type { Found } from './found.ts'
import { defineMethod } from './method.ts'

export const weightsSummary = defineMethod({
  id: 'weights',
  about: 'Design effect, effective sample size, range and number of trimmed weights of the data.',
  source: 'Kish (1965), Survey Sampling.',
  estimates: '`deff`, `nEff`, `smallest`, `largest`, `trimmed`',
  fields: {},
  example: {},
  run: (_, data) => runWeights(data),
})

/** Design effect, effective sample size, range (as multiples of the mean) and number of trimmed weights. */
const runWeights = (data: Prepared): Found => {
  const { weights } = data.design
  const { deff, nEff } = kish(weights)
  const mean = meanOf(weights)
  const constant = (value: number) => ({ kind: 'constant' as const, value })
  return {
    n: data.n,
    omitted: 0,
    estimates: {
      deff: constant(deff),
      nEff: constant(nEff),
      smallest: constant(Math.min(...Array.from(weights)) / mean),
      largest: constant(Math.max(...Array.from(weights)) / mean),
      trimmed: constant(data.trimmed),
    },
    warnings: [
      ...(data.weighted ? [] : ['no weights: every response counts the same']),
      ...data.marginsLeftOut.map((name) => `margin ${name} left out: it could not be met`),
    ],
  }
}
