import type { About } from '../analyses/about.ts'
import type { Result, Subject } from '../result.ts'
import { type Block, familyBlocks, placeKey, tableBlocks } from './blocks.ts'
import { type Counted, collect } from './collect.ts'
import type { Told } from './joint-system.ts'
import { refuseTellingLines } from './moments.ts'
import type { Policy } from './policy.ts'
import { hideSmallGroups } from './populations.ts'
import { type ProtectedPart, protectCounts } from './protect-counts.ts'
import { type Columns, type SubjectFigure, subjectBlocks, subjectText } from './subject-blocks.ts'
import type { Range } from './suppression/system.ts'
import { knowledgeOf, type Verdict } from './verdicts.ts'
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
  if (data !== undefined) {
    const knownOf = (place: string, count: number): Range => {
      const told = toldOf(place)
      return told.told === 'yes' ? [count, count] : told.knows.bounds
    }
    const open = asked.filter(({ id }) => verdicts.get(wholeLine(id)) === 'shown')
    for (const id of await refuseTellingLines(open, { figures, knownOf, data, policy }))
      verdicts.set(wholeLine(id), 'secondary')
    for (const result of results) hideLine(result, verdicts)
  }
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
