import type { Block } from './blocks.ts'
import { jointSystem, type Told } from './joint-system.ts'
import type { Policy } from './policy.ts'
import { openAttack } from './suppression/attack.ts'
import { isList, listRange } from './suppression/list.ts'
import { openSolver } from './suppression/solver.ts'
import { suppress } from './suppression/suppress.ts'
import { type Range, type System, separate } from './suppression/system.ts'
import type { Verdict } from './verdicts.ts'

/** Counts that hang together, at least one of them a secret; what was hidden and what an attacker still finds. */
export type ProtectedPart = {
  readonly method: 'optimal' | 'greedy'
  readonly further: { readonly hidden: number; readonly atLeast: number }
  readonly reasons: 'told' | 'withheld'
  readonly system: System
  readonly places: readonly (readonly string[])[]
  /** Of each cell: the numbers whose number of respondents it is. */
  readonly bases: readonly (readonly string[])[]
  readonly hidden: ReadonlySet<number>
  /** Of each secret: the values that stay possible. */
  readonly possible: ReadonlyMap<number, Range>
}

/** Hides as few further counts as possible, so that no attacker can calculate a secret one. */
export const protectCounts = async ({
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
    const { hidden, method, further, reasons } = await suppress(part)
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
      further,
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
