import type { Estimate, Result, ResultTable } from '../result.ts'
import { accountOf, type DisclosureAccount, type RegisterUse } from './account.ts'
import { placeKey } from './blocks.ts'
import type {
  DisclosedCell,
  DisclosedEstimate,
  DisclosedNumbers,
  DisclosedResult,
  DisclosedTable,
  HiddenReason,
} from './disclosed.ts'
import { type Hidden, type HideOrder, hide } from './hide.ts'
import { mergeWhereItTellsMore } from './merge.ts'
import { namelessIn } from './nameless.ts'
import { POLICY, type Policy } from './policy.ts'
import { disclosedEstimate, disclosedNumbers, isSeveral, mark } from './render.ts'
import { toStep } from './verdicts.ts'
import { isOfLine, wholeLine } from './whole-lines.ts'

export type DiscloseOrder = Partial<HideOrder> & {
  /** What the further rules took from the register of publications. */
  readonly register?: (hidden: Hidden) => readonly RegisterUse[]
  readonly weighted?: boolean
  /** Columns by name, for the values that their codebook lists. */
  readonly labels?: Parameters<typeof namelessIn>[1]
}

/**
 * The one door between results and readers: merges, hides, words or rounds every number by the policy and accounts for it.
 * With `data` numbers of different analyses are protected together; without, each result by itself.
 */
export const disclose = async (
  results: readonly Result[],
  { policy = POLICY, register, weighted = false, labels = new Map(), ...more }: DiscloseOrder = {},
): Promise<{
  readonly results: readonly DisclosedResult[]
  readonly account: DisclosureAccount
  /** The results as they were told, merged where that tells more; still at full precision. */
  readonly told: readonly Result[]
}> => {
  const order: HideOrder = { policy, ...more }
  const named = results.map((result) => namelessIn(result, labels, policy))
  const chosen = []
  for (const { result } of named) chosen.push(await mergeWhereItTellsMore(result, order))
  const told = chosen.map(({ result }) => result)
  const hidden = await hide(told, order)
  const disclosed = told.map((result) => discloseResult(result, hidden, policy))
  return {
    results: disclosed,
    told,
    account: accountOf(disclosed, told, {
      hidden,
      nameless: new Set(named.flatMap(({ conditions }) => conditions)),
      merged: chosen.flatMap(({ merged }) => merged),
      register: register?.(hidden) ?? [],
      policy,
      weighted,
    }),
  }
}

const discloseResult = (
  result: Result,
  { verdicts, bases }: Hidden,
  policy: Policy,
): DisclosedResult => {
  const line = verdicts.get(wholeLine(result.id)) ?? 'shown'
  const isWhole = line === 'shown'
  const isCounted = isWhole || line === 'parts'
  const estimates: Record<string, DisclosedEstimate> = {}
  const numbers: Record<string, DisclosedNumbers> = {}
  // Which numbers there would be tells of the answers, too: some are not defined for all.
  if (!isWhole) estimates['*'] = mark({ shown: 'nothing', reason: line as HiddenReason })
  for (const [name, estimate] of Object.entries(result.estimates)) {
    if (!isWhole && (isOfLine(estimate) || estimate.kind === 'constant')) continue
    const place = placeKey({ analysis: result.id, name })
    const verdict = verdicts.get(place) ?? 'shown'
    // Its name says which of two hidden numbers is the larger.
    if (verdict !== 'shown' && isLead(name, estimate)) continue
    if (isSeveral(estimate)) numbers[name] = disclosedNumbers(estimate, verdict)
    else
      estimates[name] = disclosedEstimate(
        estimate,
        { verdict, baseTold: !bases.has(place) },
        policy,
      )
  }
  return mark({
    id: result.id,
    method: result.method,
    n: isCounted ? personsOf(result.n, policy.leastBase, 'base') : SECONDARY,
    omitted: isCounted ? personsOf(result.omitted, policy.leastCount, 'few') : SECONDARY,
    estimates,
    numbers,
    tables: Object.fromEntries(
      tablesOf(result, isWhole).map(([name, table]) => [
        name,
        discloseTable(table, {
          policy,
          verdictOf: (row, column) =>
            verdicts.get(placeKey({ analysis: result.id, name, row, column })) ?? 'shown',
        }),
      ]),
    ),
    // Sentences of a method speak of the answers ("all values are the same"), and nothing looks through them.
    warnings: result.method === 'weights' ? result.warnings : [],
  })
}

/** `a>b`: by how much the largest share is ahead of another one. */
const isLead = (name: string, estimate: Estimate) =>
  estimate.kind === 'difference' && name === estimate.from.join('>')

/** Tables of coefficients go with the other numbers of their line. */
const tablesOf = ({ tables = {} }: Result, isWhole: boolean) =>
  Object.entries(tables).filter(([, { kind }]) => isWhole || kind === 'counts')

const SECONDARY: DisclosedCell = { shown: 'nothing', reason: 'secondary' }

const personsOf = (count: number, least: number, reason: 'base' | 'few'): DisclosedCell =>
  count === 0 || count >= least ? { shown: 'number', value: count } : { shown: 'nothing', reason }

const discloseTable = (
  table: ResultTable,
  {
    policy,
    verdictOf,
  }: {
    readonly policy: Policy
    readonly verdictOf: (row: number, column: number) => string
  },
): DisclosedTable => {
  const { kind, rows, columns } = table
  if (table.kind === 'coefficients') {
    const cellOf = (value: number | null): DisclosedCell | null => {
      if (value === null) return null
      return table.base < policy.leastBase
        ? { shown: 'nothing', reason: 'base' }
        : { shown: 'number', value: toStep(value, 0.01) }
    }
    return mark({ kind, rows, columns, cells: table.values.map((row) => row.map(cellOf)) })
  }
  const cells = table.counts.map((line, row) =>
    line.map((value, column): DisclosedCell => {
      const verdict = verdictOf(row, column)
      if (verdict === 'shown') return { shown: 'number', value }
      return { shown: 'nothing', reason: CELL_REASONS[verdict] ?? 'secondary' }
    }),
  )
  return mark({ kind, rows, columns, cells })
}

const CELL_REASONS: Readonly<Record<string, 'few' | 'base'>> = {
  few: 'few',
  base: 'base',
  units: 'base',
  dominance: 'base',
}
