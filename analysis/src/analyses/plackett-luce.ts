import { POLICY } from '../disclosure/policy.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import type { Estimate } from '../result.ts'
import { plackettLuce, type Ranking } from '../statistics/plackett-luce.ts'
import { valuesOf } from './correlations-of.ts'
import { Columns } from './fields.ts'
import { defineMethod } from './method.ts'

const Z = 1.959963984540054

/** Which items come first, from rankings of all or of the first few. */
export const plackettLuceWorths = defineMethod({
  id: 'plackett-luce',
  about:
    'Worths of ranked items (Plackett–Luce): the chance of each to be taken first among all, by maximum likelihood. Each variable holds the place that an item got; items without one (missing, or 0) come after those with one, in no order. Weighted, with robust intervals where weights differ; respondents with two items at one place are left out. Items that fewer than ten took are left out; the worths hang together, so that all are hidden where one item was left by fewer than ten.',
  source:
    'Luce (1959), Individual Choice Behavior; Plackett (1975), Applied Statistics 24, 193–202; Turner et al. (2020), Computational Statistics 35, 1027–1057; checked against survival::coxph, the exploded logit.',
  estimates:
    '`worth.v` (sum 1); `log_worth.v` with interval, mean 0 over the items; `se.v` of it; `log_likelihood`',
  fields: { variables: Columns.min(2) },
  example: { variables: ['tru_1', 'tru_2', 'tru_3'] },
  run: ({ variables: all }, data) => {
    const { variables, rankings, tied } = rankingsIn(all, data)
    const found = variables.length < 2 ? undefined : plackettLuce(rankings, variables.length)
    if (found === undefined)
      throw notDefined({
        method: 'plackett-luce',
        reason: 'some items are always, or never, put before the others',
      })
    const { logs, covariance, logLikelihood } = found
    const n = rankings.length
    const total = logs.reduce((sum, value) => sum + Math.exp(value), 0)
    const base = Math.min(...variables.map((_, j) => rarerSide(rankings, j)))
    const estimates: Record<string, Estimate> = {
      log_likelihood: { kind: 'coefficient', value: logLikelihood, base },
    }
    variables.forEach((name, j) => {
      const value = logs[j] as number
      const se = Math.sqrt(covariance.get(j, j))
      estimates[`worth.${name}`] = { kind: 'coefficient', value: Math.exp(value) / total, base }
      estimates[`log_worth.${name}`] = {
        ...{ kind: 'coefficient', value, low: value - Z * se, high: value + Z * se, base },
      }
      estimates[`se.${name}`] = { kind: 'coefficient', value: se, base }
    })
    return {
      n,
      omitted: data.n - n,
      estimates,
      warnings: [
        ...(tied === 0 ? [] : ['respondents with two items at one place are left out']),
        ...all
          .filter((name) => !variables.includes(name))
          .map((name) => `${name}: fewer than ${POLICY.leastBase} took it, left out`),
      ],
    }
  },
})

/**
 * Items that enough respondents took, who ranked one of them, and how many put two at one place. Without an item the
 * order of the others stays what it was: choices depend on what is left only.
 */
const rankingsIn = (all: readonly string[], data: Prepared) => {
  const columns = valuesOf(all, data)
  const enough = columns.map(
    (column) => column.filter((place) => place >= 1).length >= POLICY.leastBase,
  )
  const kept = columns.filter((_, item) => enough[item])
  const rankings: Ranking[] = []
  let tied = 0
  for (let row = 0; row < data.n; row++) {
    const places = kept
      .map((column, item) => ({ item, place: column[row] as number }))
      .filter(({ place }) => place >= 1)
      .sort((a, b) => a.place - b.place)
    if (places.length === 0) continue
    if (new Set(places.map(({ place }) => place)).size < places.length) tied += 1
    else
      rankings.push({
        order: places.map(({ item }) => item),
        weight: data.design.weights[row] as number,
      })
  }
  return { variables: all.filter((_, item) => enough[item]), rankings, tied }
}

/** How many took an item, or how many did not, whichever are fewer; all where everybody ranked everything. */
const rarerSide = (rankings: readonly Ranking[], item: number): number => {
  const takers = rankings.filter(({ order }) => order.includes(item)).length
  const others = rankings.length - takers
  return others === 0 ? takers : Math.min(takers, others)
}
