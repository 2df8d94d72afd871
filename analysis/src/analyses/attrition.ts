import * as z from 'zod'
import { POLICY } from '../disclosure/policy.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import type { Estimate } from '../result.ts'
import { changeFaults, changeFields, type Waves, wavesOf } from './change-pairs.ts'
import { columnIn } from './columns.ts'
import { ColumnName } from './fields.ts'
import { labelOf } from './groups.ts'
import { defineMethod } from './method.ts'

/** Who of those invited is in both waves, and why the others are not. */
export const attrition = defineMethod({
  id: 'attrition',
  about:
    'How many units are in both waves, in one and in none, and the reasons of those who are not in both. A unit is in a wave if it has a value there. `invited` is the number of units at the start; without it those in the data. Reasons of fewer than five are merged.',
  source:
    'Goodman & Blum (1996), Journal of Management 22, 627–652; von Elm et al. (2007), PLoS Medicine 4, e296 (STROBE), item 13.',
  estimates:
    '`invited`, `both`, `only_pre`, `only_post`, `neither`, `share_both`; `reasons.<reason>`, `reasons.unknown`, `merged.<reason>`, `merged.other`',
  fields: {
    ...changeFields,
    reason: ColumnName.optional(),
    invited: z.int().positive().optional(),
  },
  example: { pre: 'goal_t0', post: 'goal_t1', reason: 'exit_reason', invited: 30 },
  faults: changeFaults,
  run: (line, data) => {
    const waves = wavesOf(line, data)
    const inWave = (values: Float64Array, i: number) => !Number.isNaN(values[i])
    const kindOf = (i: number) =>
      inWave(waves.pre, i)
        ? inWave(waves.post, i)
          ? 'both'
          : 'only_pre'
        : inWave(waves.post, i)
          ? 'only_post'
          : 'neither'
    const kinds = [...waves.pre.keys()].map(kindOf)
    const of = (kind: string) => kinds.filter((other) => other === kind).length
    const invited = line.invited ?? kinds.length
    if (invited < kinds.length)
      throw notDefined({
        method: 'attrition',
        reason: `${kinds.length} units are in the data, but only ${invited} were invited`,
      })
    if (invited === 0) throw notDefined({ method: 'attrition', reason: 'there are no units' })
    const both = of('both')
    const missing = invited - both
    const part = (family: string, value: number, joins?: readonly string[]): Estimate => ({
      kind: 'count',
      value,
      family: { of: 'parts', name: family, whole: missing, ...(joins && { joins }) },
    })
    const known =
      line.reason === undefined
        ? []
        : reasonsOf(line.reason, { data, waves, left: (i) => kinds[i] !== 'both' })
    const told = known.reduce((sum, { count }) => sum + count, 0)
    const reasons =
      line.reason === undefined ? [] : [...known, { name: 'unknown', count: missing - told }]
    return {
      n: both,
      omitted: missing,
      estimates: {
        invited: { kind: 'constant', value: invited },
        both: { kind: 'count', value: both },
        only_pre: part('incomplete', of('only_pre')),
        only_post: part('incomplete', of('only_post')),
        neither: part('incomplete', of('neither') + invited - kinds.length),
        share_both: { kind: 'coefficient', value: both / invited, base: both },
        ...Object.fromEntries(
          reasons.map(({ name, count }) => [`reasons.${name}`, part('reasons', count)]),
        ),
        ...Object.fromEntries(
          mergedReasons(reasons).map(({ name, count, of }) => [
            `merged.${name}`,
            part(
              'reasons',
              count,
              of.map((one) => `reasons.${one}`),
            ),
          ]),
        ),
      },
      warnings:
        missing > 0 && line.reason === undefined
          ? ['who is not in both waves left for reasons the plan does not name']
          : [],
    }
  },
})

type Reason = { readonly name: string; readonly count: number }

/** Reasons of the units that left; the first one given counts. */
const reasonsOf = (
  name: string,
  {
    data,
    waves,
    left,
  }: {
    readonly data: Prepared
    readonly waves: Waves
    readonly left: (i: number) => boolean
  },
): readonly Reason[] => {
  const column = columnIn(data, name)
  const counts = new Map<number, number>()
  waves.rows.forEach((rows, i) => {
    const code = rows
      .map((row) => column.values[row] as number)
      .find((value) => !Number.isNaN(value))
    if (left(i) && code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
  })
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([code, count]) => ({ name: labelOf(column, code), count }))
}

/** Reasons of too few together as `other`, with the smallest of the rest if they are still too few. */
const mergedReasons = (
  reasons: readonly Reason[],
): readonly (Reason & { readonly of: readonly string[] })[] => {
  const given = reasons.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
  const enough = given.filter(({ count }) => count >= POLICY.leastCount)
  const sum = (some: readonly Reason[]) => some.reduce((total, { count }) => total + count, 0)
  let rest = given.filter((reason) => !enough.includes(reason))
  while (rest.length > 0 && sum(rest) < POLICY.leastCount && enough.length > 0)
    rest = [...rest, enough.pop() as Reason]
  const alone = enough.map((reason) => ({ ...reason, of: [reason.name] }))
  return rest.length === 0
    ? alone
    : [...alone, { name: 'other', count: sum(rest), of: rest.map(({ name }) => name) }]
}
