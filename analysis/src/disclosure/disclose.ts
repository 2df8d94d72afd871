import type { Strength } from '@echolot/report'
import type { Estimate, Result, ResultTable } from '../result.ts'
import { sumOf } from '../statistics/numbers.ts'
import type {
  DisclosedCell,
  DisclosedEstimate,
  DisclosedNumbers,
  DisclosedResult,
  DisclosedTable,
  DisclosureAccount,
  HiddenReason,
  Released,
  Withheld,
} from './disclosed.ts'
import { hideCells, isCertain } from './hide-cells.ts'
import { POLICY, type Policy } from './policy.ts'

/**
 * The one door between results and readers: hides, words or rounds every number by the policy and accounts for
 * what was withheld. Hiding is decided in three steps: each number by itself; then numbers that would give a
 * hidden one away (parts of one whole, domains of one total); then differences of hidden numbers.
 */
export const disclose = (
  results: readonly Result[],
  policy: Policy = POLICY,
): { readonly results: readonly DisclosedResult[]; readonly account: DisclosureAccount } => {
  const disclosed = results.map((result) => discloseResult(result, policy))
  const estimates = disclosed.flatMap((result) => Object.values(result.estimates))
  return {
    results: disclosed,
    account: {
      policy,
      shown: estimates.filter(({ shown }) => shown === 'number').length,
      unsure: estimates.filter((e) => e.shown === 'number' && e.certainty === 'unsure').length,
      withheld: disclosed.flatMap(withheldIn),
    },
  }
}

const mark = <Value>(value: Value) => value as Value & Released

const discloseResult = (result: Result, policy: Policy): DisclosedResult => {
  const verdicts = verdictsOf(result.estimates, policy)
  const estimates: Record<string, DisclosedEstimate> = {}
  const numbers: Record<string, DisclosedNumbers> = {}
  for (const [key, estimate] of Object.entries(result.estimates)) {
    const verdict = verdicts.get(key) ?? 'shown'
    if (isSeveral(estimate)) numbers[key] = disclosedNumbers(estimate, verdict)
    else estimates[key] = disclosedEstimate(estimate, verdict, policy)
  }
  return mark({
    id: result.id,
    method: result.method,
    n: personsOf(result.n, policy.leastBase, 'base'),
    omitted: personsOf(result.omitted, policy.leastCount, 'few'),
    estimates,
    numbers,
    tables: Object.fromEntries(
      Object.entries(result.tables ?? {}).map(([name, table]) => [
        name,
        discloseTable(table, policy),
      ]),
    ),
    warnings: result.warnings,
  })
}

const personsOf = (count: number, least: number, reason: 'base' | 'few'): DisclosedCell =>
  count === 0 || count >= least ? { shown: 'number', value: count } : { shown: 'nothing', reason }

type Verdict = 'shown' | 'none-or-few' | 'all-or-almost' | HiddenReason

const verdictsOf = (
  estimates: Result['estimates'],
  policy: Policy,
): ReadonlyMap<string, Verdict> => {
  const entries = Object.entries(estimates)
  const verdicts = new Map(entries.map(([key, estimate]) => [key, ownVerdict(estimate, policy)]))
  hideGiveaways(entries, verdicts, policy)
  for (const [key, estimate] of entries)
    if (estimate.kind === 'difference' && verdicts.get(key) === 'shown')
      for (const part of estimate.from)
        if ((verdicts.get(part) ?? 'shown') !== 'shown') verdicts.set(key, 'parts')
  return verdicts
}

const ownVerdict = (estimate: Estimate, policy: Policy): Verdict => {
  switch (estimate.kind) {
    case 'share': {
      if (estimate.base < policy.leastBase) return 'base'
      const few = estimate.count < policy.leastCount
      const almostAll = estimate.base - estimate.count < policy.leastCount
      if (estimate.sensitive && few) return 'none-or-few'
      if (estimate.sensitive && almostAll) return 'all-or-almost'
      if (few && estimate.count > 0) return 'few'
      if (almostAll && estimate.count < estimate.base) return 'almost'
      return widthVerdict(estimate.high - estimate.low, policy)
    }
    case 'mean':
      if (estimate.base < policy.leastBase) return 'base'
      return widthVerdict((estimate.high - estimate.low) / estimate.span, policy)
    case 'difference':
      if (Math.min(...estimate.bases) < policy.leastBase) return 'base'
      return widthVerdict((estimate.high - estimate.low) / estimate.span, policy)
    case 'coefficient':
      if (estimate.base < policy.leastBase) return 'base'
      if (!Number.isFinite(estimate.value)) return 'width'
      return stepOf(estimate) === undefined ? 'parts' : 'shown'
    case 'extreme':
      return 'single'
    case 'list':
    case 'matrix': {
      const values = estimate.values.flat()
      if (estimate.base < policy.leastBase) return 'base'
      if (estimate.of === 'count' && values.some((value) => isFew(value ?? 0, policy))) return 'few'
      return values.every((value) => value === null || Number.isFinite(value)) ? 'shown' : 'width'
    }
    case 'count':
      if (isFew(estimate.value, policy)) return 'few'
      return estimate.beside?.some((other) => isFew(Math.abs(other - estimate.value), policy))
        ? 'secondary'
        : 'shown'
    case 'constant':
      return 'shown'
  }
}

const isFew = (count: number, { leastCount }: Policy) => count > 0 && count < leastCount

/** The finest step at which a coefficient looks the same whatever the hidden counts under it are. */
const stepOf = ({ value, alternatives = [] }: Extract<Estimate, { kind: 'coefficient' }>) =>
  [0.001, 0.01].find((step) =>
    alternatives.every((other) => toStep(other, step) === toStep(value, step)),
  )

const widthVerdict = (width: number, policy: Policy): Verdict =>
  width > policy.silentFrom ? 'width' : 'shown'

/** Verdicts that keep a secret; a wide interval keeps none. */
const isSecret = (verdict: Verdict | undefined) =>
  verdict === 'base' ||
  verdict === 'few' ||
  verdict === 'almost' ||
  verdict === 'none-or-few' ||
  verdict === 'all-or-almost'

/** Within a family a secret could be taken from the others: the smallest others are hidden with it, until it cannot. */
const hideGiveaways = (
  entries: readonly (readonly [string, Estimate])[],
  verdicts: Map<string, Verdict>,
  policy: Policy,
) => {
  const families = new Map<string, [string, Member][]>()
  for (const [key, estimate] of entries)
    if ('family' in estimate && estimate.family !== undefined) {
      const name = `${estimate.family.of} ${estimate.family.name}`
      families.set(name, [...(families.get(name) ?? []), [key, estimate]])
    }
  for (const members of families.values()) {
    const shown = members
      .filter(([key]) => verdicts.get(key) === 'shown' || verdicts.get(key) === 'width')
      .sort(([, a], [, b]) => sizeOf(a) - sizeOf(b))
    for (const [key] of shown) {
      const hidden = members.filter(
        ([other]) => isSecret(verdicts.get(other)) || verdicts.get(other) === 'secondary',
      )
      if (!givesAway(members, hidden, policy)) break
      verdicts.set(key, 'secondary')
    }
  }
}

type Member = Extract<Estimate, { kind: 'share' | 'mean' | 'count' }>
type Members = readonly (readonly [string, Member])[]

/**
 * Whether the whole minus what is shown gives a secret away: of domains, anything about fewer respondents than a
 * number needs; of parts, a count that can be one number only. Who is in no member counts as one more hidden one.
 */
const givesAway = (members: Members, hidden: Members, policy: Policy): boolean => {
  const sizes = hidden.map(([, estimate]) => sizeOf(estimate))
  const rest = restOf(members)
  if (members.some(([, { family }]) => family?.of === 'domains')) {
    const all = rest > 0 ? [...sizes, rest] : sizes
    if (hidden.length === 0 && (rest === 0 || rest >= policy.leastBase)) return false
    return all.length < 2 || sumOf(all) < policy.leastBase
  }
  const all = isFew(rest, policy) || (rest > 0 && hidden.length > 0) ? [...sizes, rest] : sizes
  return all.length > 0 && (all.length < 2 || isCertain(all, policy.leastCount))
}

/** Respondents of the whole that are in none of the members; 0 where the whole is not known. */
const restOf = (members: Members): number => {
  const wholes = members.flatMap(([, { family }]) => family?.whole ?? [])
  return wholes.length === 0
    ? 0
    : Math.max(0, Math.max(...wholes) - sumOf(members.map(([, estimate]) => sizeOf(estimate))))
}

/** Respondents behind a number, by which the cheapest to hide is chosen. */
const sizeOf = (estimate: Member): number => {
  if (estimate.kind === 'share')
    return estimate.family?.of === 'domains' ? estimate.base : estimate.count
  if (estimate.kind === 'mean') return estimate.base
  return estimate.value
}

const disclosedEstimate = (
  estimate: Single,
  verdict: Verdict,
  policy: Policy,
): DisclosedEstimate => {
  const base = baseOf(estimate)
  const knownBase = base !== undefined && base >= policy.leastBase ? { base } : {}
  if (verdict === 'none-or-few' || verdict === 'all-or-almost')
    return mark({ shown: 'words' as const, words: verdict, base: base ?? 0 })
  if (verdict !== 'shown') return mark({ shown: 'nothing' as const, reason: verdict, ...knownBase })
  if (estimate.kind === 'extreme')
    return mark({ shown: 'nothing' as const, reason: 'single' as const })
  const round = roundingOf(estimate, policy)
  const interval =
    'low' in estimate &&
    estimate.low !== undefined &&
    estimate.high !== undefined &&
    Number.isFinite(estimate.high - estimate.low)
      ? { low: round(estimate.low), high: round(estimate.high) }
      : {}
  return mark({
    shown: 'number' as const,
    kind: estimate.kind,
    value: round(estimate.value),
    ...interval,
    ...knownBase,
    certainty: widthOf(estimate) > policy.unsureFrom ? ('unsure' as const) : ('sure' as const),
    ...strengthOf(estimate, policy),
  })
}

type Several = Extract<Estimate, { kind: 'list' | 'matrix' }>
type Single = Exclude<Estimate, Several>
const isSeveral = (estimate: Estimate): estimate is Several =>
  estimate.kind === 'list' || estimate.kind === 'matrix'

const disclosedNumbers = (estimate: Several, verdict: Verdict): DisclosedNumbers => {
  if (verdict === 'shown') return mark(roundedNumbers(estimate))
  const reason =
    verdict === 'none-or-few' || verdict === 'all-or-almost' ? ('few' as const) : verdict
  return mark({ shown: 'nothing' as const, reason })
}

const roundedNumbers = (estimate: Several) => {
  const round = (value: number | null) =>
    value === null || estimate.of === 'count' ? value : toStep(value, 0.001)
  return estimate.kind === 'list'
    ? { shown: 'numbers' as const, kind: estimate.kind, values: estimate.values.map(round) }
    : {
        shown: 'numbers' as const,
        kind: estimate.kind,
        ...(estimate.rows && { rows: estimate.rows }),
        ...(estimate.cols && { cols: estimate.cols }),
        values: estimate.values.map((row) => row.map(round)),
      }
}

const baseOf = (estimate: Estimate): number | undefined => {
  if (estimate.kind === 'difference') return Math.min(...estimate.bases)
  return 'base' in estimate ? estimate.base : undefined
}

const spanOf = (estimate: Estimate) =>
  estimate.kind === 'mean' || estimate.kind === 'difference' ? estimate.span : 1

const widthOf = (estimate: Estimate) =>
  estimate.kind === 'share' || estimate.kind === 'mean' || estimate.kind === 'difference'
    ? (estimate.high - estimate.low) / spanOf(estimate)
    : 0

/** Shares become points of 100. The step is 1 or 5 points; on short scales a tenth of that. */
const roundingOf = (estimate: Single, policy: Policy): ((value: number) => number) => {
  const coarse = (baseOf(estimate) ?? policy.wholeFrom) < policy.wholeFrom
  switch (estimate.kind) {
    case 'share':
      return (value) => toStep(value * 100, coarse ? policy.coarse : 1)
    case 'mean':
    case 'difference': {
      const factor = estimate.kind === 'difference' && estimate.of === 'share' ? 100 : 1
      const points = factor === 100 ? 100 : estimate.span
      const step = (coarse ? policy.coarse : 1) * (points >= 20 ? 1 : 0.1)
      return (value) => toStep(value * factor, step)
    }
    case 'count':
      return (value) => value
    case 'coefficient': {
      const step = stepOf(estimate) ?? 0.01
      return (value) => toStep(value, step)
    }
    default:
      return (value) => toStep(value, 0.001)
  }
}

const toStep = (value: number, step: number) => {
  const rounded = Math.round(value / step) * step
  return Number(rounded.toFixed(3)) + 0
}

const strengthOf = (
  estimate: Estimate,
  policy: Policy,
): { readonly strength?: Strength; readonly clear?: boolean } => {
  if (estimate.kind === 'difference') {
    const clear = (estimate.low > 0 || estimate.high < 0) && estimate.p < 0.05
    const broad = Math.min(...estimate.bases) >= policy.wholeFrom
    return { clear, strength: clear ? (broad ? 'sound' : 'hint') : 'open' }
  }
  if (estimate.kind !== 'share' && estimate.kind !== 'mean') return {}
  const width = widthOf(estimate)
  if (estimate.base >= policy.wholeFrom && width <= policy.sureUpTo) return { strength: 'sound' }
  return { strength: width <= policy.unsureFrom ? 'hint' : 'open' }
}

const discloseTable = (table: ResultTable, policy: Policy): DisclosedTable => {
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
  const verdicts = table.margins
    ? blocksOf(table).flatMap((block) => hideCells(block, policy.leastCount))
    : table.counts.map((row) =>
        row.map((count) =>
          count > 0 && count < policy.leastCount ? ('few' as const) : ('shown' as const),
        ),
      )
  const cells = table.counts.map((row, r) =>
    row.map((value, c): DisclosedCell => {
      const verdict = verdicts[r]?.[c] ?? 'few'
      return verdict === 'shown'
        ? { shown: 'number', value }
        : { shown: 'nothing', reason: verdict }
    }),
  )
  return mark({ kind, rows, columns, cells })
}

/** Rows whose sum is known on its own are protected on their own. */
const blocksOf = ({
  counts,
  blocks = [counts.length],
}: Extract<ResultTable, { kind: 'counts' }>) => {
  let from = 0
  return blocks.map((size) => {
    const block = counts.slice(from, from + size)
    from += size
    return block
  })
}

const withheldIn = (result: DisclosedResult): readonly Withheld[] => [
  ...Object.entries(result.numbers).flatMap(([place, numbers]): Withheld[] =>
    numbers.shown === 'nothing' ? [{ analysis: result.id, place, reason: numbers.reason }] : [],
  ),
  ...Object.entries(result.estimates).flatMap(([place, estimate]): Withheld[] => {
    if (estimate.shown === 'number') return []
    const reason = estimate.shown === 'words' ? 'words' : estimate.reason
    return [{ analysis: result.id, place, reason }]
  }),
  ...Object.entries(result.tables).flatMap(([name, { rows, columns, cells }]) =>
    cells.flatMap((row, r) =>
      row.flatMap((cell, c): Withheld[] =>
        cell?.shown === 'nothing'
          ? [
              {
                analysis: result.id,
                place: `${name}: ${rows[r]} × ${columns[c]}`,
                reason: cell.reason,
              },
            ]
          : [],
      ),
    ),
  ),
]
