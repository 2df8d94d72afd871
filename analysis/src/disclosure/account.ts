import type { Result } from '../result.ts'
import { placeKey } from './blocks.ts'
import type { DisclosedResult, HiddenReason } from './disclosed.ts'
import type { Hidden } from './hide.ts'
import type { Merged } from './merge.ts'
import { wordsOfCell } from './nameless.ts'
import type { Policy } from './policy.ts'
import type { ProtectedPart } from './protect-counts.ts'
import { isSeveral, roundingStep } from './render.ts'
import { subjectText } from './subject-blocks.ts'
import type { Range } from './suppression/system.ts'

/** One number that was withheld, and by which rule. */
export type Withheld = {
  readonly analysis: string
  readonly place: string
  readonly reason: HiddenReason | 'words'
}

/** Numbers that were rounded to one step. */
export type Rounded = {
  readonly step: number
  readonly unit: 'points of 100' | 'own unit'
  readonly numbers: readonly string[]
}

/** Counts that hang together, as `echolot analyse audit` attacks them. */
export type AttackedPart = {
  readonly method: ProtectedPart['method']
  /** Counts hidden beside the small ones, and how many at least had to be. */
  readonly further: ProtectedPart['further']
  /** `withheld`: which hidden numbers are small is not told either. */
  readonly reasons: ProtectedPart['reasons']
  readonly cells: readonly AttackedCell[]
  /** Places of the cells in the list above. */
  readonly sums: readonly { readonly whole: number; readonly parts: readonly number[] }[]
}
export type AttackedCell = {
  readonly counts: string
  /** Where it stands in `results.json`; nowhere if only its sums do. */
  readonly places: readonly string[]
  readonly state: 'known' | 'shown' | 'hidden'
  /** Numbers whose number of respondents it is. */
  readonly under?: readonly string[]
  /** Sums that readers are taken to know. */
  readonly value?: number
  /** What the reason that stands in its place says of it. */
  readonly atLeast?: number
  readonly atMost?: number
  /** Of a secret: what an attacker finds, though everything else is known. */
  readonly possible?: readonly [number, number | 'any']
}

/** The machine-readable account of disclosure control, `disclosure.json`. */
export type DisclosureAccount = {
  readonly policy: Policy
  readonly shown: number
  readonly unsure: number
  readonly withheld: readonly Withheld[]
  readonly merged: readonly Merged[]
  readonly rounded: readonly Rounded[]
  /** Hidden counts by reason. */
  readonly totals: Readonly<Record<string, number>>
  /** Earlier publications that the numbers were checked against, and what had to be hidden because of them. */
  readonly register: readonly RegisterUse[]
  readonly attacked: readonly AttackedPart[]
  /** Whether shares are weighted: then they cannot be taken back to counts. */
  readonly weighted: boolean
}
export type RegisterUse = {
  readonly publication: string
  /** Digest of the data it was made of. */
  readonly data: string
  readonly hidden: readonly string[]
}

export const accountOf = (
  disclosed: readonly DisclosedResult[],
  results: readonly Result[],
  {
    hidden,
    nameless,
    merged,
    register,
    policy,
    weighted,
  }: {
    /** Answers whose names were taken away. */
    readonly nameless: ReadonlySet<string>
    readonly weighted: boolean
    readonly hidden: Hidden
    readonly merged: readonly Merged[]
    readonly register: readonly RegisterUse[]
    readonly policy: Policy
  },
): DisclosureAccount => {
  const estimates = disclosed.flatMap((result) => Object.values(result.estimates))
  const published = new Set(results.flatMap(conditionsIn).filter((text) => !nameless.has(text)))
  const withheld = disclosed.flatMap(withheldIn)
  const totals: Record<string, number> = {}
  for (const { reason } of withheld) totals[reason] = (totals[reason] ?? 0) + 1
  return {
    policy,
    shown: estimates.filter(({ shown }) => shown === 'number').length,
    unsure: estimates.filter((e) => e.shown === 'number' && e.certainty === 'unsure').length,
    withheld,
    merged,
    rounded: roundedIn(disclosed, results, policy),
    totals,
    register,
    attacked: hidden.parts.map((part) => attackedPart(part, published)),
    weighted,
  }
}

/** Answers and groups that published numbers name. */
const conditionsIn = ({ estimates, tables = {} }: Result): readonly string[] =>
  [
    ...Object.values(estimates).map((one) => ('subject' in one ? one.subject : undefined)),
    ...Object.values(tables).flatMap((table) =>
      'subjects' in table ? (table.subjects ?? []).flat() : [],
    ),
  ].flatMap((subject) =>
    subject === undefined
      ? []
      : [subject, ...(subject.where ?? [])].map(({ variable, codes }) =>
          subjectText({ variable, ...(codes && { codes }) }),
        ),
  )

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

const roundedIn = (
  disclosed: readonly DisclosedResult[],
  results: readonly Result[],
  policy: Policy,
): readonly Rounded[] => {
  const groups = new Map<string, { step: number; unit: Rounded['unit']; numbers: string[] }>()
  disclosed.forEach((result, i) => {
    for (const [name, shown] of Object.entries(result.estimates)) {
      const estimate = results[i]?.estimates[name]
      if (shown.shown !== 'number' || estimate === undefined || isSeveral(estimate)) continue
      const { step, factor } = roundingStep(estimate, policy)
      if (step === 0) continue
      const unit = factor === 100 ? ('points of 100' as const) : ('own unit' as const)
      const group = groups.get(`${step} ${unit}`) ?? { step, unit, numbers: [] }
      group.numbers.push(placeKey({ analysis: result.id, name }))
      groups.set(`${step} ${unit}`, group)
    }
  })
  return [...groups.values()]
}

const attackedPart = (
  { method, further, reasons, system, places, bases, hidden, possible }: ProtectedPart,
  published: ReadonlySet<string>,
): AttackedPart => ({
  method,
  further,
  reasons,
  cells: system.cells.map(({ key, value, state, bounds }, i): AttackedCell => {
    const isHidden = hidden.has(i)
    const known: Range = reasons === 'told' ? bounds : [0, Number.POSITIVE_INFINITY]
    const range = possible.get(i)
    return {
      counts: wordsOfCell(key, published),
      places: places[i] ?? [],
      state: isHidden ? 'hidden' : state,
      ...(bases[i]?.length ? { under: bases[i] } : {}),
      ...(state === 'known' ? { value } : {}),
      ...(isHidden ? { atLeast: known[0] } : {}),
      ...(isHidden && Number.isFinite(known[1]) ? { atMost: known[1] } : {}),
      ...(range === undefined
        ? {}
        : {
            possible: [range[0], Number.isFinite(range[1]) ? range[1] : ('any' as const)] as const,
          }),
    }
  }),
  sums: system.sums,
})
