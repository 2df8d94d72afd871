import { DISPOSITIONS, type DispositionCode } from '@echolot/study'
import * as z from 'zod'
import { hideList } from '../disclosure/hide-list.ts'
import { POLICY } from '../disclosure/policy.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import type { Estimate, Result } from '../result.ts'
import { type OutcomeCounts, outcomeRates, RATES } from '../statistics/outcome-rates.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'

const fields = {
  /** Share of the eligible among the unknown; proportional allocation unless given. */
  e: z.number().min(0).max(1).optional(),
  /** Numbers by AAPOR group, for data without dispositions. */
  counts: z
    .strictObject({
      I: z.int().nonnegative(),
      P: z.int().nonnegative(),
      R: z.int().nonnegative(),
      NC: z.int().nonnegative(),
      O: z.int().nonnegative(),
      /** Unknown eligibility: as one number, or households and others. */
      U: z.int().nonnegative().optional(),
      UH: z.int().nonnegative().optional(),
      UO: z.int().nonnegative().optional(),
      NE: z.int().nonnegative(),
    })
    .optional(),
}
type Line = LineOf<typeof fields>

export const aapor = defineMethod({
  id: 'aapor',
  about:
    'Outcome rates by AAPOR from dispositions or from counts by group, with proportional allocation of the unknown unless `e` is given; and the way from letters to answers.',
  source: 'AAPOR (2023), Standard Definitions, 10th edition.',
  estimates:
    '`RR1` … `RR6`, `COOP1` … `COOP4`, `REF1` … `REF3`, `CON1` … `CON3`, `e`, `adjusted`, `cases`, `answered`, `complete`, `partial`, `delivered`, `started`',
  fields,
  example: { counts: { I: 248, P: 20, R: 46, NC: 0, O: 12, U: 646, NE: 28 } },
  faults: ({ counts }) =>
    counts?.U !== undefined && (counts.UH !== undefined || counts.UO !== undefined)
      ? [{ path: 'counts.U', message: 'U is UH and UO together', remedy: 'give U, or UH and UO' }]
      : [],
  run: (line, data) => runOutcomeRates(line, data),
})

/** Outcomes that mean: the letter did not reach anybody. */
const NOT_DELIVERED = new Set(['3.11', '3.30', '3.40'])
const STARTED = new Set(['1.1', '1.2', '2.12', '2.27'])

/**
 * AAPOR rates of all cases, and the way from letters to answers. `adjusted` is the German net rate:
 * answers / (cases − proven ineligible − not delivered).
 */
const runOutcomeRates = ({ e, counts: given }: Line, data: Prepared): Found => {
  const dispositions = data.dispositions
  if (given === undefined && dispositions.length === 0)
    throw notDefined({
      method: 'aapor',
      reason: 'these data have no dispositions; give "counts" in the plan',
    })
  const counts = given === undefined ? countsOf(dispositions) : groupsOf(given)
  const rates = outcomeRates(counts, e)
  const { I, P, R, NC, O, U, NE } = counts
  const cases = I + P + R + NC + O + U + NE
  const sumOf = (codes: ReadonlySet<string>) =>
    dispositions.filter(({ code }) => codes.has(code)).reduce((sum, { count }) => sum + count, 0)
  const notDelivered = sumOf(NOT_DELIVERED)
  const others = otherCounts(counts)
  const rate = (of: (counts: OutcomeCounts) => number): Estimate => ({
    kind: 'coefficient',
    value: of(counts),
    base: cases,
    alternatives: others.map(of),
  })
  const count = (value: number) => ({ kind: 'count' as const, value })
  return {
    n: cases,
    omitted: 0,
    estimates: {
      cases: count(cases),
      answered: count(I + P),
      complete: { ...count(I), family: { of: 'parts', name: 'answered' } },
      partial: { ...count(P), family: { of: 'parts', name: 'answered' } },
      ...(given === undefined
        ? {
            delivered: { ...count(cases - notDelivered), beside: [cases] },
            started: { ...count(sumOf(STARTED)), beside: [I + P] },
          }
        : {}),
      e:
        e === undefined
          ? rate((other) => outcomeRates(other).e)
          : { kind: 'constant', value: rates.e },
      ...Object.fromEntries(
        RATES.map((name) => [name, rate((other) => outcomeRates(other, e)[name])]),
      ),
      adjusted: rate((other) => (I + P) / (cases - other.NE - notDelivered)),
    },
    tables: {
      outcomes: {
        kind: 'counts',
        rows: [
          'vollständig (I)',
          'teilweise (P)',
          'abgelehnt oder abgebrochen (R)',
          'nicht erreicht (NC)',
          'anderer Grund (O)',
          'nie etwas gehört, Anspruch unbekannt (U)',
          'gehört nicht zur Zielgruppe (NE)',
        ],
        columns: ['Fälle'],
        counts: [...ANSWERED, ...OTHERS].map((group) => [counts[group]]),
        margins: true,
        blocks: [ANSWERED.length, OTHERS.length],
      },
    } satisfies Result['tables'],
    warnings: [],
  }
}

const ANSWERED = ['I', 'P'] as const
const OTHERS = ['R', 'NC', 'O', 'U', 'NE'] as const

/** Every other outcome that looks the same in the table of outcomes as it is published. */
const otherCounts = (counts: OutcomeCounts): readonly OutcomeCounts[] =>
  othersIn(ANSWERED, counts).flatMap((other) => othersIn(OTHERS, other))

const othersIn = (
  block: readonly (keyof OutcomeCounts)[],
  counts: OutcomeCounts,
): readonly OutcomeCounts[] => {
  const { leastCount } = POLICY
  const verdicts = hideList(
    block.map((group) => counts[group]),
    leastCount,
  )
  const few = block.filter((_, i) => verdicts[i] === 'few')
  const balance = block.filter((_, i) => verdicts[i] === 'secondary').at(-1)
  const sumOf = (other: OutcomeCounts) => block.reduce((sum, group) => sum + other[group], 0)
  let all: readonly OutcomeCounts[] = [counts]
  for (const group of few)
    all = all.flatMap((other) =>
      Array.from({ length: leastCount - 1 }, (_, i) => ({ ...other, [group]: i + 1 })),
    )
  const total = sumOf(counts)
  if (balance === undefined) return all.filter((other) => sumOf(other) === total)
  return all
    .map((other) => ({ ...other, [balance]: other[balance] + total - sumOf(other) }))
    .filter((other) => other[balance] >= leastCount)
}

const groupsOf = ({
  U = 0,
  UH = 0,
  UO = 0,
  ...others
}: NonNullable<Line['counts']>): OutcomeCounts => ({
  ...others,
  U: U + UH + UO,
})

const countsOf = (dispositions: Prepared['dispositions']): OutcomeCounts => {
  const counts = { I: 0, P: 0, R: 0, NC: 0, O: 0, U: 0, NE: 0 }
  for (const { code, count } of dispositions) {
    const group = DISPOSITIONS[code as DispositionCode]
    if (group === undefined)
      throw notDefined({ method: 'aapor', reason: `disposition ${code} is not known` })
    counts[group === 'UO' ? 'U' : group] += count
  }
  return counts
}
