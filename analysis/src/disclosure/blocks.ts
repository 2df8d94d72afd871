import type { Estimate, Result, ResultTable } from '../result.ts'
import { sumOf } from '../statistics/numbers.ts'

/** Where a published number stands. */
export type Place = {
  readonly analysis: string
  readonly name: string
  /** In a table of counts. */
  readonly row?: number
  readonly column?: number
}
export const placeKey = ({ analysis, name, row, column }: Place): string =>
  row === undefined ? `${analysis} ${name}` : `${analysis} ${name} ${row},${column}`

/** A published number: about whom (atoms) and, if it tells how many gave an answer, which answers. */
export type Figure = {
  readonly place: string
  /** What it counts, in words that other blocks share. */
  readonly key?: string
  readonly atoms: readonly number[]
  readonly classes?: readonly number[]
}

/**
 * One thing that was asked, and everything published of it: respondents in the smallest groups that published numbers
 * tell apart (atoms) by the smallest sets of answers (classes).
 */
export type Block = {
  readonly atoms: readonly { readonly key: string; readonly size: number }[]
  readonly classes: readonly string[]
  /** Respondents, atoms × classes; an empty row where answers do not count. */
  readonly counts: readonly (readonly number[])[]
  readonly figures: readonly Figure[]
  /** Groups of atoms and sets of classes whose number readers know from elsewhere; with `values` also what they said. */
  readonly known: readonly (Omit<Figure, 'place'> & { readonly values?: true })[]
}

type Member = Extract<Estimate, { kind: 'share' | 'mean' | 'count' }>
type Members = readonly (readonly [string, Member])[]
const NOBODY_ELSE = 'others'

/** Blocks of numbers that give each other away within one result, as its method says. */
export const familyBlocks = (result: Result): readonly Block[] => {
  const families = new Map<string, [string, Member][]>()
  for (const [key, estimate] of Object.entries(result.estimates)) {
    if (!('family' in estimate) || estimate.family === undefined) continue
    if ('subject' in estimate && estimate.subject !== undefined) continue
    const name = `${estimate.family.of} ${estimate.family.name}`
    families.set(name, [...(families.get(name) ?? []), [key, estimate]])
  }
  return [...families].map(([name, members]) =>
    name.startsWith('parts ')
      ? partsBlock(result.id, name, members)
      : domainsBlock(result, name, members),
  )
}

const wholeOf = (members: Members, sum: number) =>
  Math.max(sum, ...members.flatMap(([, { family }]) => family?.whole ?? []))

const partsBlock = (analysis: string, name: string, all: Members): Block => {
  const members = all.filter(([, { family }]) => family?.joins === undefined)
  const places = new Map(members.map(([key], i) => [key, i]))
  const counts = members.map(([, estimate]) =>
    estimate.kind === 'share' ? estimate.count : estimate.kind === 'count' ? estimate.value : 0,
  )
  const whole = wholeOf(members, sumOf(counts))
  // Readers know when nobody is left over: then there is no remainder that a secret could hide behind.
  const rest = whole > sumOf(counts) ? [whole - sumOf(counts)] : []
  return {
    atoms: [{ key: `${analysis} ${name}`, size: whole }],
    classes: [...members.map(([key]) => key), ...rest.map(() => NOBODY_ELSE)],
    counts: [[...counts, ...rest]],
    figures: all.map(([key, { family }]) => ({
      place: placeKey({ analysis, name: key }),
      atoms: [0],
      // In the order of the parts: another one could tell which is the larger.
      classes: (family?.joins ?? [key])
        .map((part) => places.get(part) as number)
        .sort((a, b) => a - b),
    })),
    known: [{ atoms: [0] }],
  }
}

const domainsBlock = (result: Result, name: string, members: Members): Block => {
  const bases = members.map(([, estimate]) => ('base' in estimate ? estimate.base : 0))
  const whole = wholeOf(members, sumOf(bases))
  const total = result.estimates[members[0]?.[1].family?.name ?? '']
  const rest = whole > sumOf(bases) ? [whole - sumOf(bases)] : []
  const all = [...members, ...rest].map((_, i) => i)
  const place = (key: string) => placeKey({ analysis: result.id, name: key })
  const isCounted =
    total?.kind === 'share' && members.every(([, estimate]) => estimate.kind === 'share')
  const counts = members.map(([, estimate]) => (estimate.kind === 'share' ? estimate.count : 0))
  const inside = isCounted ? [...counts, total.count - sumOf(counts)] : []
  const sizes = [...bases, ...rest]
  const classes = isCounted ? { classes: [0] } : {}
  return {
    atoms: sizes.map((size, i) => ({
      key: `${result.id} ${name} ${members[i]?.[0] ?? NOBODY_ELSE}`,
      size,
    })),
    classes: isCounted ? ['in', 'out'] : [],
    counts: sizes.map((size, i) =>
      isCounted ? [inside[i] as number, size - (inside[i] as number)] : [],
    ),
    figures: [
      ...members.map(([key], i) => ({ place: place(key), atoms: [i], ...classes })),
      ...(total === undefined
        ? []
        : [{ place: place(members[0]?.[1].family?.name as string), atoms: all, ...classes }]),
    ],
    known: [{ atoms: all, values: true }],
  }
}

/** Blocks of the tables of a result whose cells have no subject; each group of rows with a known sum is one. */
export const tableBlocks = (result: Result): readonly Block[] =>
  Object.entries(result.tables ?? {}).flatMap(([name, table]) => {
    if (table.kind !== 'counts') return []
    if (table.subjects !== undefined) return unansweredBlock(table, { analysis: result.id, name })
    let from = 0
    return (table.blocks ?? [table.counts.length]).map((length) => {
      const block = tableBlock(table, { analysis: result.id, name, from, length })
      from += length
      return block
    })
  })

/** The cells of a table that count who gave no answer; their sum is known, because all respondents and all answers are. */
const unansweredBlock = (
  { counts, subjects = [], rows }: Extract<ResultTable, { kind: 'counts' }>,
  { analysis, name }: { readonly analysis: string; readonly name: string },
): readonly Block[] => {
  const own = counts.flatMap(([count = 0], row) =>
    subjects[row]?.[0] === undefined ? [{ row, count }] : [],
  )
  // How many left a question open is no secret; which of two ways they chose may be one.
  if (own.length < 2) return []
  return [
    {
      atoms: [
        { key: `${analysis} parts ${name} unanswered`, size: sumOf(own.map(({ count }) => count)) },
      ],
      classes: own.map(({ row }) => rows[row] as string),
      counts: [own.map(({ count }) => count)],
      figures: own.map(({ row }, i) => ({
        place: placeKey({ analysis, name, row, column: 0 }),
        atoms: [0],
        classes: [i],
      })),
      known: [{ atoms: [0] }],
    },
  ]
}

const tableBlock = (
  { counts, columns, rows, margins }: Extract<ResultTable, { kind: 'counts' }>,
  {
    analysis,
    name,
    from,
    length,
  }: {
    readonly analysis: string
    readonly name: string
    readonly from: number
    readonly length: number
  },
): Block => {
  const own = counts.slice(from, from + length)
  const atoms = columns.map((column, c) => ({
    key: `${analysis} ${name} ${column}`,
    size: sumOf(own.map((row) => row[c] as number)),
  }))
  const everyAtom = [...atoms.keys()]
  return {
    atoms,
    classes: rows.slice(from, from + length),
    counts: atoms.map((_, c) => own.map((row) => row[c] as number)),
    figures: own.flatMap((row, r) =>
      row.map((_, c) => ({
        place: placeKey({ analysis, name, row: from + r, column: c }),
        atoms: [c],
        classes: [r],
      })),
    ),
    known: margins
      ? [
          { atoms: everyAtom },
          ...(atoms.length > 1 ? everyAtom.map((c) => ({ atoms: [c] })) : []),
          ...(atoms.length > 1 ? own.map((_, r) => ({ atoms: everyAtom, classes: [r] })) : []),
        ]
      : [],
  }
}
