import type { About } from '../analyses/about.ts'
import type { Estimate, Result, Subject } from '../result.ts'
import { type Block, familyBlocks, placeKey, tableBlocks } from './blocks.ts'
import { jointSystem, type Told } from './joint-system.ts'
import type { Policy } from './policy.ts'
import { hideSmallGroups } from './populations.ts'
import { type Columns, type SubjectFigure, subjectBlocks, subjectText } from './subject-blocks.ts'
import { openAttack } from './suppression/attack.ts'
import { isList, listRange } from './suppression/list.ts'
import { openSolver } from './suppression/solver.ts'
import { suppress } from './suppression/suppress.ts'
import { type Range, type System, separate } from './suppression/system.ts'
import { knowledgeOf, ownVerdict, type Verdict } from './verdicts.ts'
import {
  figuresOfLines,
  isOfLine,
  type Line,
  linesIn,
  nearlyOthers,
  refusedLines,
  wholeLine,
} from './whole-lines.ts'

/** Everything that was decided, by place. */
export type Hidden = {
  readonly verdicts: ReadonlyMap<string, Verdict>
  /** Places whose number of respondents is not told. */
  readonly bases: ReadonlySet<string>
  readonly parts: readonly ProtectedPart[]
}

/** Counts that hang together, at least one of them a secret; what was hidden and what an attacker still finds. */
export type ProtectedPart = {
  readonly method: 'optimal' | 'greedy'
  readonly reasons: 'told' | 'withheld'
  readonly system: System
  readonly places: readonly (readonly string[])[]
  /** Of each cell: the numbers whose number of respondents it is. */
  readonly bases: readonly (readonly string[])[]
  readonly hidden: ReadonlySet<number>
  /** Of each secret: the values that stay possible. */
  readonly possible: ReadonlyMap<number, Range>
}

export type HideOrder = {
  readonly policy: Policy
  readonly data?: Columns | undefined
  /** What lines of the plan tell of, by id: for numbers that have no subject of their own. */
  readonly lines?: ReadonlyMap<string, About> | undefined
  /** Names of the variables that the plan derives, in its order. */
  readonly derived?: readonly string[] | undefined
  /** Numbers of earlier publications on the same data, and whether they were told. */
  readonly earlier?: readonly (SubjectFigure & { readonly told: boolean; readonly count: number })[]
  /** Verdicts of rules that look at one number alone: units, differences to other data. */
  readonly further?: (asked: {
    readonly place: string
    readonly subject?: Subject | undefined
    readonly base?: number | undefined
    readonly count?: number | undefined
  }) => Verdict
}

/** A number of respondents in the results, with the verdict on it alone. */
type Counted = {
  readonly count: number
  readonly base?: number
  /** Hidden because of other data: the sums of its own table may not give it away. */
  readonly guarded?: boolean
}

/**
 * Decides what is hidden of all results together: each number by itself; then groups too small that others would give
 * away; then as few counts as possible, so that no attacker can calculate a hidden one; last whatever follows from these.
 */
export const hide = async (results: readonly Result[], order: HideOrder): Promise<Hidden> => {
  const { policy, data, earlier = [] } = order
  const verdicts = new Map<string, Verdict>()
  const counted = new Map<string, Counted>()
  const figures: SubjectFigure[] = []
  for (const result of results) collect(result, order, { verdicts, counted, figures })
  const past = new Map(earlier.map((figure) => [figure.place, figure]))
  const asked = linesIn(results, order.lines)
  const lines = data && figuresOfLines(asked, data)
  const refused = data && refusedLines(asked, data, policy)
  for (const { id } of results) verdicts.set(wholeLine(id), refused?.get(id) ?? 'shown')
  if (data !== undefined) refuseNearlyOthers(asked, { ...order, data, figures, verdicts })
  const blocks = [
    ...results.flatMap((result) => [...familyBlocks(result), ...tableBlocks(result)]),
    ...(lines === undefined
      ? []
      : subjectBlocks([...earlier, ...figures, ...lines.figures], lines.data)),
  ]
  for (const block of blocks) hideGroups(block, { verdicts, past, policy })
  for (const result of results) hideLine(result, verdicts)
  const toldOf = (place: string): Told => {
    const before = past.get(place)
    const verdict = before === undefined ? (verdicts.get(place) ?? 'shown') : 'shown'
    if (before?.told === false) return { told: 'no', knows: hiddenBefore(before.count, policy) }
    return verdict === 'shown'
      ? { told: 'yes' }
      : {
          told: 'no',
          knows: knowledgeOf(
            counted.get(place)?.guarded ? 'dominance' : verdict,
            counted.get(place) ?? { count: 0 },
            policy,
          ),
        }
  }
  const bases = new Set<string>()
  const parts = await protectCounts({ blocks, toldOf, past, policy, verdicts, bases })
  hideSizesOf(figures, { verdicts, bases })
  for (const result of results) hideWhatFollows(result, verdicts)
  return { verdicts, bases, parts }
}

/** Variables that are another one but for a few tell of these few. */
const refuseNearlyOthers = (
  lines: readonly Line[],
  {
    data,
    derived = [],
    policy,
    figures,
    verdicts,
  }: Pick<HideOrder, 'derived' | 'policy'> & {
    readonly data: Columns
    readonly figures: readonly SubjectFigure[]
    readonly verdicts: Map<string, Verdict>
  },
) => {
  const told = new Set([
    ...figures.map(({ subject }) => subject.variable),
    ...lines.flatMap(({ about }) => about.columns),
  ])
  const refused = nearlyOthers([...told], derived, { columns: data.columns, policy })
  for (const { place, subject } of figures)
    if (refused.has(subject.variable) && verdicts.get(place) === 'shown')
      verdicts.set(place, 'difference')
  for (const { id, about } of lines)
    if (about.columns.some((name) => refused.has(name))) verdicts.set(wholeLine(id), 'difference')
}

/** All numbers of a line that have no subject of their own. */
const hideLine = ({ id, estimates }: Result, verdicts: Map<string, Verdict>) => {
  const verdict = verdicts.get(wholeLine(id)) ?? 'shown'
  if (verdict === 'shown') return
  for (const [name, estimate] of Object.entries(estimates)) {
    const place = placeKey({ analysis: id, name })
    if (isOfLine(estimate) && verdicts.get(place) === 'shown') verdicts.set(place, verdict)
  }
}

/** Where the size of a group is hidden, no number about the group says how many answered. */
const hideSizesOf = (
  figures: readonly SubjectFigure[],
  {
    verdicts,
    bases,
  }: { readonly verdicts: ReadonlyMap<string, Verdict>; readonly bases: Set<string> },
) => {
  const hidden = new Set(
    figures
      .filter(
        ({ place, subject, counts }) => counts && !subject.where && verdicts.get(place) !== 'shown',
      )
      .map(({ subject }) => subjectText(subject)),
  )
  for (const { place, subject } of figures)
    if (subject.where?.some((condition) => hidden.has(subjectText(condition)))) bases.add(place)
}

/** What was hidden in an earlier publication must stay hidden, if it was a secret. */
const hiddenBefore = (count: number, policy: Policy) =>
  knowledgeOf(count > 0 && count < policy.leastCount ? 'few' : 'secondary', { count }, policy)

/** Respondents under a number, and how many of them it counts. */
export const sizesOf = (
  estimate: Estimate,
): { readonly base?: number; readonly count?: number } => {
  if (estimate.kind === 'count') return { count: estimate.value }
  if (estimate.kind === 'difference') return { base: Math.min(...estimate.bases) }
  if (!('base' in estimate) || !Number.isFinite(estimate.base)) return {}
  return { base: estimate.base, ...(estimate.kind === 'share' ? { count: estimate.count } : {}) }
}

const collect = (
  result: Result,
  { policy, further = () => 'shown' }: HideOrder,
  {
    verdicts,
    counted,
    figures,
  }: {
    readonly verdicts: Map<string, Verdict>
    readonly counted: Map<string, Counted>
    readonly figures: SubjectFigure[]
  },
) => {
  for (const [name, estimate] of Object.entries(result.estimates)) {
    const place = placeKey({ analysis: result.id, name })
    const own = ownVerdict(estimate, policy)
    const subject = 'subject' in estimate ? estimate.subject : undefined
    const more =
      own === 'shown' || own === 'width'
        ? further({ place, subject, ...sizesOf(estimate) })
        : 'shown'
    verdicts.set(place, more === 'shown' ? own : more)
    if (estimate.kind === 'share')
      counted.set(place, { count: estimate.count, base: estimate.base })
    if (estimate.kind === 'count') counted.set(place, { count: estimate.value })
    if (subject !== undefined) figures.push({ place, subject, counts: estimate.kind === 'share' })
  }
  for (const [name, table] of Object.entries(result.tables ?? {})) {
    if (table.kind !== 'counts') continue
    const thin = thinLines(table.counts, policy)
    table.counts.forEach((line, row) => {
      line.forEach((count, column) => {
        const place = placeKey({ analysis: result.id, name, row, column })
        const subject = table.subjects?.[row]?.[column]
        const isFew = count > 0 && count < policy.leastCount
        // In a thin line the words say no more of a cell than of its neighbours.
        const own: Verdict = thin(row, column) ? 'base' : isFew ? 'few' : 'shown'
        verdicts.set(place, own === 'shown' ? further({ place, subject, count }) : own)
        counted.set(place, { count, guarded: own === 'shown' && verdicts.get(place) !== 'shown' })
        if (subject !== undefined)
          figures.push({ place, subject, counts: true, inTable: table.margins })
      })
    })
  }
}

/** Lines of a table of two variables under which there are too few: each cell is a share of its line. */
const thinLines = (counts: readonly (readonly number[])[], { leastBase }: Policy) => {
  const isThin = (line: readonly number[]) => {
    const sum = line.reduce((a, b) => a + b, 0)
    return sum > 0 && sum < leastBase
  }
  const isTable = counts.length > 1 && (counts[0]?.length ?? 0) > 1
  const rows = counts.map(isThin)
  const columns = (counts[0] ?? []).map((_, c) => isThin(counts.map((row) => row[c] as number)))
  return (row: number, column: number) =>
    isTable && (rows[row] === true || columns[column] === true)
}

const hideGroups = (
  block: Block,
  {
    verdicts,
    past,
    policy,
  }: {
    readonly verdicts: Map<string, Verdict>
    readonly past: ReadonlyMap<string, { readonly told: boolean }>
    readonly policy: Policy
  },
) => {
  // A table tells counts, which are protected as such; here it is about what is said of a group.
  const own = block.figures.filter(
    ({ place }) => !isCell(place) && (past.get(place)?.told === true || verdicts.has(place)),
  )
  for (const place of hideSmallGroups(
    { ...block, figures: own },
    {
      isTold: (place) => past.has(place) || verdicts.get(place) === 'shown',
      isFixed: (place) => past.has(place),
    },
    policy,
  ))
    verdicts.set(place, own.some((figure) => past.has(figure.place)) ? 'difference' : 'secondary')
}

const isCell = (place: string) => /\d+,\d+$/.test(place)

const protectCounts = async ({
  blocks,
  toldOf,
  past,
  policy,
  verdicts,
  bases,
}: {
  readonly blocks: readonly Block[]
  readonly toldOf: (place: string) => Told
  readonly past: ReadonlyMap<string, unknown>
  readonly policy: Policy
  readonly verdicts: Map<string, Verdict>
  readonly bases: Set<string>
}): Promise<readonly ProtectedPart[]> => {
  const joint = jointSystem(blocks, toldOf, policy)
  // What is published cannot be taken back.
  const system: System = {
    cells: joint.cells.map((cell, i) =>
      cell.state === 'shown' && joint.places[i]?.some((place) => past.has(place))
        ? { key: cell.key, value: cell.value, bounds: cell.bounds, state: 'known' }
        : cell,
    ),
    sums: joint.sums,
  }
  const parts: ProtectedPart[] = []
  for (const part of separate(system)) {
    if (!part.cells.some(({ secret }) => secret)) continue
    const { hidden, method, reasons } = await suppress(part)
    const placesOf = (i: number) => joint.places[part.places[i] as number] ?? []
    for (const i of hidden) {
      const isNew = part.cells[i]?.state === 'shown'
      const withDifference = part.places.some((at) =>
        joint.places[at]?.some((place) => past.has(place)),
      )
      for (const place of placesOf(i)) {
        const verdict = verdicts.get(place)
        if (verdict === undefined) continue
        if (verdict === 'shown' || (isNew && verdict === 'width'))
          verdicts.set(place, withDifference ? 'difference' : 'secondary')
        else if (reasons === 'withheld' && isTelling(verdict)) verdicts.set(place, 'secondary')
      }
      if (isNew) for (const place of joint.bases[part.places[i] as number] ?? []) bases.add(place)
    }
    parts.push({
      method,
      reasons,
      system: part,
      places: part.cells.map((_, i) => placesOf(i)),
      bases: part.places.map((at) => joint.bases[at] ?? []),
      hidden,
      possible: await possibleOf(part, { hidden, reasons }),
    })
  }
  return parts
}

const isTelling = (verdict: Verdict) =>
  ['few', 'almost', 'none-or-few', 'all-or-almost'].includes(verdict)

/** The attack, once more and with everything decided: what readers can find out of each secret. */
const possibleOf = async (
  { cells, sums }: System,
  { hidden, reasons }: { readonly hidden: ReadonlySet<number>; readonly reasons: string },
): Promise<ReadonlyMap<number, Range>> => {
  const seen: System = {
    cells:
      reasons === 'told'
        ? cells
        : cells.map((cell) => ({ ...cell, bounds: [0, Number.POSITIVE_INFINITY] as const })),
    sums,
  }
  const secrets = cells.flatMap(({ secret }, i) => (secret ? [i] : []))
  if (isList(seen)) return new Map(secrets.map((cell) => [cell, listRange(seen, hidden, { cell })]))
  const attacker = openAttack(await openSolver(), seen)
  try {
    attacker.hide((i) => hidden.has(i))
    return new Map(secrets.map((i) => [i, attacker.range(i)]))
  } finally {
    attacker.dispose()
  }
}

/** Differences of hidden numbers, and everything that follows from a table with a hidden cell. */
const hideWhatFollows = (result: Result, verdicts: Map<string, Verdict>) => {
  const of = (name: string) => verdicts.get(placeKey({ analysis: result.id, name })) ?? 'shown'
  const isBroken = Object.entries(result.tables ?? {}).some(
    ([name, table]) =>
      table.kind === 'counts' &&
      table.carries === true &&
      table.counts.some((line, row) =>
        line.some(
          (_, column) =>
            verdicts.get(placeKey({ analysis: result.id, name, row, column })) !== 'shown',
        ),
      ),
  )
  if (isBroken && verdicts.get(wholeLine(result.id)) === 'shown')
    verdicts.set(wholeLine(result.id), 'parts')
  for (const [name, estimate] of Object.entries(result.estimates)) {
    if (of(name) !== 'shown') continue
    const isOfHidden =
      estimate.kind === 'difference' && estimate.from.some((part) => of(part) !== 'shown')
    if (isOfHidden || (isBroken && estimate.kind !== 'count' && estimate.kind !== 'constant'))
      verdicts.set(placeKey({ analysis: result.id, name }), 'parts')
  }
}
