import { sumOf } from '../statistics/numbers.ts'
import type { Block } from './blocks.ts'
import type { Policy } from './policy.ts'

/**
 * Numbers that must be hidden because the others would give away a number about too few: the whole less all groups but
 * one, the county less the county without one place. A group can be calculated exactly when it is a linear combination of
 * the groups that something is told of. Of those that take part, the smallest is hidden.
 */
export const hideSmallGroups = (
  block: Block,
  {
    isTold,
    isFixed = () => false,
  }: {
    readonly isTold: (place: string) => boolean
    /** What was published before and cannot be taken back. */
    readonly isFixed?: (place: string) => boolean
  },
  { leastBase }: Policy,
): readonly string[] => {
  const hidden = new Set<string>()
  const sizes = block.atoms.map(({ size }) => size)
  const filled = [...sizes.keys()].filter((atom) => (sizes[atom] as number) > 0)
  const vectorOf = (atoms: readonly number[]) => filled.map((atom) => Number(atoms.includes(atom)))
  const sizeOf = (vector: readonly number[]) =>
    sumOf(vector.map((inside, i) => inside * (sizes[filled[i] as number] as number)))
  const secrets = smallGroups(
    filled.map((atom) => sizes[atom] as number),
    leastBase,
  )
  if (secrets.length === 0) return []
  for (;;) {
    const told = new Map<string, { vector: number[]; places: string[] }>()
    for (const { atoms, place } of block.figures) {
      if (hidden.has(place) || !isTold(place)) continue
      const vector = vectorOf(atoms)
      const key = vector.join('')
      const own = told.get(key)
      if (own === undefined) told.set(key, { vector, places: [place] })
      else own.places.push(place)
    }
    const outside = [
      ...block.known.filter(({ values }) => values).map(({ atoms }) => vectorOf(atoms)),
      ...[...told.values()]
        .filter(({ places }) => places.some(isFixed))
        .map(({ vector }) => vector),
    ]
    const free = [...told.values()].filter(({ places }) => !places.some(isFixed))
    const groups = free.sort((a, b) => sizeOf(a.vector) - sizeOf(b.vector))
    const known = (without: number) => [
      ...outside,
      ...groups.flatMap(({ vector }, i) => (i === without ? [] : [vector])),
    ]
    const secret = secrets.find((group) => isCombination(known(-1), group))
    if (secret === undefined || groups.length === 0) return [...hidden]
    const helps = groups.findIndex((_, i) => !isCombination(known(i), secret))
    for (const place of groups[Math.max(helps, 0)]?.places ?? []) hidden.add(place)
  }
}

/** All groups of atoms that together are too few; of very many atoms only single ones and pairs. */
const smallGroups = (sizes: readonly number[], leastBase: number): readonly number[][] => {
  const small = [...sizes.keys()].filter((i) => (sizes[i] as number) < leastBase)
  const most = small.length > 12 ? 2 : small.length
  const groups: number[][] = []
  const grow = (chosen: readonly number[], from: number, size: number) => {
    if (chosen.length > 0) groups.push(sizes.map((_, i) => Number(chosen.includes(i))))
    if (chosen.length >= most) return
    for (let at = from; at < small.length; at++) {
      const next = small[at] as number
      const grown = size + (sizes[next] as number)
      if (grown < leastBase) grow([...chosen, next], at + 1, grown)
    }
  }
  grow([], 0, 0)
  return groups
}

const ZERO = 1e-9

/** Whether a vector is a linear combination of others, by elimination. */
const isCombination = (vectors: readonly (readonly number[])[], wanted: readonly number[]) => {
  const basis: { readonly pivot: number; readonly row: number[] }[] = []
  const reduced = (vector: readonly number[]) => {
    const row = [...vector]
    for (const { pivot, row: own } of basis) {
      const factor = row[pivot] as number
      if (Math.abs(factor) > ZERO)
        own.forEach((value, i) => {
          row[i] = (row[i] as number) - factor * value
        })
    }
    return row
  }
  for (const vector of vectors) {
    const row = reduced(vector)
    const pivot = row.findIndex((value) => Math.abs(value) > ZERO)
    if (pivot < 0) continue
    const lead = row[pivot] as number
    basis.push({ pivot, row: row.map((value) => value / lead) })
  }
  return reduced(wanted).every((value) => Math.abs(value) <= ZERO)
}
