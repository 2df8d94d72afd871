import type { About } from '../analyses/about.ts'
import type { Subject } from '../result.ts'
import type { Policy } from './policy.ts'
import { type Columns, type SubjectFigure, subjectText } from './subject-blocks.ts'
import { openSolver, programOf, type Rows, type Solver } from './suppression/solver.ts'
import type { Range } from './suppression/system.ts'
import type { Line } from './whole-lines.ts'

/**
 * Means, spreads and shapes are sums over the answers: with the number of respondents and some counts they tell the others.
 * A line that tells so much of a variable with few different answers that a count of one to four comes out is refused.
 * @see Duncan, Fienberg, Krishnan, Padman & Roehrig (2001), in: Confidentiality, Disclosure and Data Access, 135–166, on
 * bounds for counts from whatever sums are published
 */
export const refuseTellingLines = async (
  lines: readonly Line[],
  {
    figures,
    knownOf,
    data,
    policy,
  }: {
    readonly figures: readonly SubjectFigure[]
    /** What readers know of the count at a place. */
    readonly knownOf: (place: string, count: number) => Range
    readonly data: Columns
    readonly policy: Policy
  },
): Promise<ReadonlySet<string>> => {
  const refused = new Set<string>()
  const told = new Map<string, Equation[]>()
  const counts = Map.groupBy(
    figures.filter((one) => one.counts && one.subject.codes !== undefined),
    ({ subject }) => groupText(subject),
  )
  for (const { id, about } of lines) {
    const powers = POWERS[methodOf(about)]
    if (powers === undefined) continue
    const own = new Map<string, Equation[]>()
    for (const subject of subjectsOf(about)) {
      const group = groupText(subject)
      const answers = answersOf(subject, data)
      if (answers === undefined || answers.codes.length > MOST_CODES) continue
      const secrets = answers.sizes.flatMap((size, i) =>
        size > 0 && size < policy.leastCount ? [i] : [],
      )
      if (secrets.length === 0) continue
      const before = [
        ...(counts.get(group) ?? []).map((figure) => countEquation(figure, answers, knownOf)),
        ...(told.get(group) ?? []),
      ]
      const added = momentEquations(answers, powers, lostIn(about, subject, data))
      own.set(group, added)
      if (await tells(secrets, { answers, before, added, policy })) refused.add(id)
    }
    if (!refused.has(id))
      for (const [group, added] of own) told.set(group, [...(told.get(group) ?? []), ...added])
  }
  return refused
}

/** How many moments the numbers of a method amount to; they are printed to three digits. */
const POWERS: Readonly<Record<string, number>> = {
  descriptives: 4,
  ...Object.fromEntries(
    [
      ...['alpha', 'omega', 'item-analysis', 'em', 't-test', 'welch-t', 'tost', 'anova'],
      ...['welch-anova', 'posthoc', 'mean-comparison'],
    ].map((method) => [method, 2]),
  ),
}
/** Half of the last digit. */
const HALF = 0.0005
/** With more different answers than these a few sums leave all counts open. */
const MOST_CODES = 12

const methodOf = ({ asked }: About): string => (JSON.parse(asked) as { method: string }).method

const subjectsOf = ({ subjects, columns }: About): readonly Subject[] =>
  subjects.length > 0 ? subjects : columns.map((variable) => ({ variable, where: [] }))

const groupText = ({ variable, where = [] }: Subject): string => subjectText({ variable, where })

type Answers = { readonly codes: readonly number[]; readonly sizes: readonly number[] }

const answersOf = (
  { variable, where = [] }: Subject,
  { n, columns }: Columns,
): Answers | undefined => {
  const values = columns.get(variable)?.values
  if (values === undefined) return undefined
  const conditions = where.map(({ variable: name, codes }) => ({
    codes,
    own: columns.get(name)?.values,
  }))
  const sizes = new Map<number, number>()
  for (let row = 0; row < n; row++) {
    const value = values[row] as number
    if (Number.isNaN(value) || !conditions.every((one) => meets(one, row))) continue
    sizes.set(value, (sizes.get(value) ?? 0) + 1)
    if (sizes.size > MOST_CODES) break
  }
  const codes = [...sizes.keys()].sort((a, b) => a - b)
  return { codes, sizes: codes.map((code) => sizes.get(code) as number) }
}

type Asked = {
  readonly codes: readonly number[] | undefined
  readonly own: ArrayLike<number> | undefined
}
const meets = ({ codes, own }: Asked, row: number) => {
  const value = own?.[row]
  return value !== undefined && !Number.isNaN(value) && (codes?.includes(value) ?? true)
}

/** Respondents with the variable whom the line leaves out because they lack another one. */
const lostIn = ({ subjects, columns }: About, { variable }: Subject, data: Columns): number => {
  if (subjects.length > 0) return 0
  const own = data.columns.get(variable)?.values
  const others = columns.map((name) => data.columns.get(name)?.values)
  let lost = 0
  for (let row = 0; row < data.n; row++)
    if (!Number.isNaN(own?.[row]) && others.some((values) => Number.isNaN(values?.[row]))) lost += 1
  return lost
}

/** Weights of the counts in a sum, and what the sum can be. */
type Equation = { readonly of: readonly number[]; readonly range: Range }

const countEquation = (
  { place, subject }: SubjectFigure,
  { codes, sizes }: Answers,
  knownOf: (place: string, count: number) => Range,
): Equation => {
  const of = codes.map((code) => Number(subject.codes?.includes(code)))
  return { of, range: knownOf(place, sumOf(of, sizes)) }
}

/** Sums of powers of the answers, on a scale from −1 to 1. */
const momentEquations = ({ codes, sizes }: Answers, powers: number, lost: number): Equation[] => {
  const [low, high] = [codes[0] as number, codes.at(-1) as number]
  const half = Math.max((high - low) / 2, HALF)
  const scaled = codes.map((code) => (code - (low + high) / 2) / half)
  const n = sumOf(
    sizes.map(() => 1),
    sizes,
  )
  return Array.from({ length: powers }, (_, i) => {
    const of = scaled.map((value) => value ** (i + 1))
    const sum = sumOf(of, sizes)
    const slack = (n * HALF * 2 ** i) / Math.min(half, 1) + lost
    return { of, range: [sum - slack, sum + slack] }
  })
}

const sumOf = (of: readonly number[], sizes: readonly number[]) =>
  of.reduce((sum, weight, i) => sum + weight * (sizes[i] as number), 0)

const tells = async (
  secrets: readonly number[],
  {
    answers: { sizes },
    before,
    added,
    policy,
  }: {
    readonly answers: Answers
    readonly before: readonly Equation[]
    readonly added: readonly Equation[]
    readonly policy: Policy
  },
): Promise<boolean> => {
  const solver = await openSolver()
  const all: Equation = { of: sizes.map(() => 1), range: [totalOf(sizes), totalOf(sizes)] }
  return secrets.some((secret) => {
    const width = widthOf(secret, [all, ...before, ...added], { sizes, solver })
    return width < policy.protection && width < widthOf(secret, [all, ...before], { sizes, solver })
  })
}

const totalOf = (sizes: readonly number[]) => sizes.reduce((a, b) => a + b, 0)

/** How many values of a count fit all equations, less one. */
const widthOf = (
  secret: number,
  equations: readonly Equation[],
  { sizes, solver }: { readonly sizes: readonly number[]; readonly solver: Solver },
): number => {
  const rows: Rows = equations.map(({ of, range: [least, most] }) => ({
    of: of.flatMap((weight, i) => (weight === 0 ? [] : [[i, weight] as const])),
    least,
    most: Number.isFinite(most) ? most : solver.infinity,
  }))
  const bound = (sign: 1 | -1) =>
    solver.withModel(
      programOf(
        sizes.map((_, i) => ({
          least: 0,
          most: totalOf(sizes),
          cost: i === secret ? sign : 0,
        })),
        rows,
        'integer',
      ),
      (model) => {
        model.options.set({ output_flag: false, random_seed: 0, mip_max_nodes: 200 })
        model.run()
        // Cut short, the bound of the search is what an attacker is sure of at most.
        return sign * Number(model.info.get('mip_dual_bound'))
      },
    )
  return Math.max(0, Math.floor(bound(-1) + 1e-6) - Math.ceil(bound(1) - 1e-6))
}
