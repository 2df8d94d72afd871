import type { Digests, Lines, Report, Section, Strength } from './model.ts'

/** What a reader of the previous version must know about the next. */
export type Comparison = {
  readonly versions: { readonly from: number; readonly to: number }
  /** Which of data, plan and program are others. */
  readonly digests: readonly (keyof Digests)[]
  readonly added: readonly Named[]
  readonly removed: readonly Named[]
  /** Sections of both versions in which something differs. */
  readonly changed: readonly (Named & { readonly differences: readonly Difference[] })[]
}

type Named = { readonly id: string; readonly heading: string }

export type Difference =
  | { readonly what: 'heading'; readonly from: string; readonly to: string }
  | { readonly what: 'strength'; readonly from?: Strength; readonly to?: Strength }
  | { readonly what: 'value'; readonly label: string; readonly from?: string; readonly to?: string }
  | { readonly what: keyof Lines; readonly from?: string; readonly to?: string }

/** Compares two versions of a report in one language, section by section. */
export const comparedTo = (previous: Report, next: Report): Comparison => ({
  versions: { from: previous.version, to: next.version },
  digests: (['data', 'plan', 'code'] as const).filter(
    (digest) => previous.digests[digest] !== next.digests[digest],
  ),
  added: without(next.sections, previous.sections),
  removed: without(previous.sections, next.sections),
  changed: next.sections.flatMap((section) => {
    const before = previous.sections.find(({ id }) => id === section.id)
    const differences = before === undefined ? [] : differencesOf(before, section)
    return differences.length === 0 ? [] : [{ ...named(section), differences }]
  }),
})

const named = ({ id, heading }: Section): Named => ({ id, heading })

const without = (sections: readonly Section[], others: readonly Section[]) =>
  sections.filter(({ id }) => others.every((other) => other.id !== id)).map(named)

const differencesOf = (before: Section, after: Section): Difference[] => [
  ...(before.heading === after.heading
    ? []
    : [{ what: 'heading' as const, from: before.heading, to: after.heading }]),
  ...(before.strength === after.strength
    ? []
    : [{ what: 'strength' as const, ...between(before.strength, after.strength) }]),
  ...valueDifferences(before, after),
  ...lineDifferences(before, after),
]

const valueDifferences = ({ values: old = {} }: Section, { values = {} }: Section): Difference[] =>
  [...new Set([...Object.keys(old), ...Object.keys(values)])].flatMap((name): Difference[] => {
    const [from, to] = [old[name], values[name]]
    if (from?.words === to?.words) return []
    return [
      { what: 'value', label: (to ?? from)?.label ?? name, ...between(from?.words, to?.words) },
    ]
  })

const lineDifferences = (before: Section, after: Section): Difference[] => {
  const [old, now] = [linesIn(before), linesIn(after)]
  return (['see', 'sure', 'follow', 'recommendation'] as const).flatMap((what): Difference[] =>
    old?.[what] === now?.[what] ? [] : [{ what, ...between(old?.[what], now?.[what]) }],
  )
}

const linesIn = ({ blocks }: Section): Lines | undefined =>
  blocks.find((block) => block.kind === 'lines')

const between = <Value>(from: Value | undefined, to: Value | undefined) => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})
