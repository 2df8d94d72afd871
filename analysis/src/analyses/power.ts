import * as z from 'zod'
import { notDefined, type PlanFault } from '../problems.ts'
import {
  effectFor,
  leastOf,
  type PlannedTest,
  powerOf,
  SIDES,
  sampleSizeFor,
} from '../statistics/power.ts'
import { defineMethod, type LineOf } from './method.ts'

const EFFECTS = {
  't-two': 'd',
  't-paired': 'd',
  't-one': 'd',
  't-unequal': 'd',
  proportions: 'h',
  proportion: 'h',
  'proportions-unequal': 'h',
  correlation: 'r',
  anova: 'f',
  'chi-square': 'w',
  regression: 'f2',
} as const
type Test = keyof typeof EFFECTS

const positive = z.number().positive().optional()
const fields = {
  test: z.enum(Object.keys(EFFECTS) as [Test, ...Test[]]),
  /** Per group; pairs; in all for one group, correlations, χ² and regression. */
  n: z.number().gt(1).optional(),
  /** The second group, where it is of another size. */
  n2: z.number().gt(1).optional(),
  power: z.number().gt(0).lt(1).optional(),
  alpha: z.number().gt(0).lt(1).default(0.05),
  sides: z.enum(SIDES).default('two'),
  d: positive,
  /** Cohen’s h of two shares; or the shares themselves in `shares`. */
  h: positive,
  shares: z.tuple([z.number().gt(0).lt(1), z.number().gt(0).lt(1)]).optional(),
  r: z.number().gt(0).lt(1).optional(),
  f: positive,
  w: positive,
  f2: positive,
  /** Groups of an analysis of variance. */
  k: z.int().min(2).optional(),
  /** Degrees of freedom of χ². */
  df: z.int().positive().optional(),
  /** Predictors of a regression. */
  predictors: z.int().positive().optional(),
}
type Line = LineOf<typeof fields>

/** Power, sample size or detectable effect before the data are there. */
export const power = defineMethod({
  id: 'power',
  about:
    'Power, sample size or smallest detectable effect, whichever of n, effect and power is left out: t tests (`t-two`, `t-paired`, `t-one`, `t-unequal`; d), shares (`proportions`, `proportion`, `proportions-unequal`; h or `shares`), `correlation` (r), `anova` (f, k groups, n per group), `chi-square` (w, df), `regression` (f2, `predictors`).',
  source: 'Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed.',
  estimates:
    '`n` (with its fraction), `n_whole` (rounded up), of a regression `v` (degrees of freedom of the residuals), `power`, and the effect under its letter: `d`, `h`, `r`, `f`, `w`, `f2`',
  fields,
  example: { test: 't-two', d: 0.5, power: 0.8 },
  faults: (line) => faultsOf(line),
  run: (line) => {
    const planned = plannedOf(line)
    const letter = EFFECTS[line.test]
    const given = effectIn(line)
    const { n, alpha } = line
    const fail = (reason: string) => notDefined({ method: 'power', reason })
    if (n !== undefined && n < leastOf(planned)) throw fail(`${n} are too few for this test`)
    const effect =
      given ?? effectFor(planned, { n: n as number, alpha, power: line.power as number })
    if (effect === undefined) throw fail('no effect has this power')
    const size = n ?? sampleSizeFor(planned, { effect, alpha, power: line.power as number })
    if (size === undefined) throw fail('no sample has this power')
    const constant = (value: number) => ({ kind: 'constant', value }) as const
    return {
      n: 0,
      omitted: 0,
      estimates: {
        n: constant(size),
        n_whole: constant(Math.ceil(size - 1e-9)),
        ...(line.test === 'regression'
          ? { v: constant(size - (line.predictors as number) - 1) }
          : {}),
        [letter]: constant(effect),
        power: constant(line.power ?? powerOf(planned, { n: size, effect, alpha })),
      },
      warnings: [],
    }
  },
})

const effectIn = (line: Line): number | undefined =>
  line.shares === undefined
    ? line[EFFECTS[line.test]]
    : Math.abs(2 * Math.asin(Math.sqrt(line.shares[0])) - 2 * Math.asin(Math.sqrt(line.shares[1])))

const faultsOf = (line: Line): readonly PlanFault[] => {
  const letter = EFFECTS[line.test]
  const unknown = [line.n, line.power, effectIn(line)].filter((value) => value === undefined).length
  const faults: PlanFault[] = []
  const fault = (path: string, message: string, remedy: string) =>
    faults.push({ path, message, remedy })
  if (unknown !== 1)
    fault('', 'one number is looked for', `leave out exactly one of n, ${letter} and power`)
  for (const other of ['d', 'h', 'r', 'f', 'w', 'f2'] as const)
    if (other !== letter && line[other] !== undefined)
      fault(other, `the effect of ${line.test} is ${letter}`, `give "${letter}"`)
  if (line.shares !== undefined && (letter !== 'h' || line.h !== undefined))
    fault(
      'shares',
      'two shares make an effect h',
      'give either "h" or "shares", for a test of shares',
    )
  if (line.shares !== undefined && line.shares[0] === line.shares[1])
    fault('shares', 'two equal shares are no effect', 'give two different shares')
  const needs = (
    [
      ['n2', ['t-unequal', 'proportions-unequal']],
      ['k', ['anova']],
      ['df', ['chi-square']],
      ['predictors', ['regression']],
    ] as const
  ).filter(([, tests]) => (tests as readonly string[]).includes(line.test))
  for (const [name] of needs)
    if (line[name] === undefined) fault(name, `${line.test} needs ${name}`, `give "${name}"`)
  return faults
}

/** The faults have made sure that what a test needs is there. */
const plannedOf = ({ test, sides, n2, k, df, predictors }: Line): PlannedTest => {
  switch (test) {
    case 't-unequal':
    case 'proportions-unequal':
      return { test, sides, n2: n2 as number }
    case 'anova':
      return { test, k: k as number }
    case 'chi-square':
      return { test, df: df as number }
    case 'regression':
      return { test, predictors: predictors as number }
    default:
      return { test, sides }
  }
}
