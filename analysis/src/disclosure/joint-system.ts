import type { Block } from './blocks.ts'
import type { Policy } from './policy.ts'
import type { Cell, Range, Sum, System } from './suppression/system.ts'

/** What readers are told of a number when it is hidden, and what must stay possible of it. */
export type Knowledge = { readonly bounds: Range; readonly secret?: Range }

/** All counts of all blocks together; each cell knows the published numbers that tell it. */
export type JointSystem = System & {
  readonly places: readonly (readonly string[])[]
  /** Cells that are numbers of respondents under other numbers. */
  readonly bases: readonly (readonly string[])[]
}

/** Whether a number is hidden already, and what readers then know. */
export type Told = { readonly told: 'yes' } | { readonly told: 'no'; readonly knows: Knowledge }

const FREE: Range = [0, Number.POSITIVE_INFINITY]

/** Builds the system that an attacker sees who has everything published before them. */
export const jointSystem = (
  blocks: readonly Block[],
  toldOf: (place: string) => Told,
  policy: Policy,
): JointSystem => {
  const cells: Cell[] = []
  const places: string[][] = []
  const bases: string[][] = []
  const sums: Sum[] = []
  const found = new Map<string, number>()
  /** Hidden for its own sake: it stays hidden wherever else it would stand. */
  const firm = new Set<number>()
  const fewOf = (value: number): Knowledge => {
    const few: Range = [1, policy.leastCount - 1]
    return value > 0 && value < policy.leastCount ? { bounds: FREE, secret: few } : { bounds: FREE }
  }
  /** Of a group under the least base nobody may know what it said: all of it, none of it, or some. */
  const anyOf = (size: number): Knowledge => ({ bounds: FREE, secret: [0, size] })
  const cellFor = (key: string, make: () => Cell): number => {
    const known = found.get(key)
    if (known !== undefined) return known
    const place = cells.push(make()) - 1
    places.push([])
    bases.push([])
    found.set(key, place)
    return place
  }
  const publish = (i: number, place: string) => {
    const cell = cells[i] as Cell
    const isFirst = places[i]?.length === 0
    places[i]?.push(place)
    if (cell.state === 'known') return
    const told = toldOf(place)
    if (told.told === 'yes') {
      if (isFirst || !firm.has(i))
        cells[i] = {
          ...cell,
          state: 'shown',
          bounds: cell.value === 0 ? [0, 0] : [policy.leastCount, FREE[1]],
        }
      return
    }
    const { bounds, secret } = told.knows
    if (!secret && !isFirst) return
    if (secret) firm.add(i)
    const secrets = secret ?? cell.secret
    cells[i] = { ...cell, state: 'hidden', bounds, ...(secrets ? { secret: secrets } : {}) }
  }
  for (const [b, block] of blocks.entries()) {
    const inner = block.counts.map((row, a) =>
      row.map((value, c) => {
        const key = cellKey(block, a, c, b)
        const { size = 0, key: group = '' } = block.atoms[a] ?? {}
        return cellFor(key, () => ({
          key,
          value,
          state: 'hidden',
          ...(size > 0 && size < policy.leastBase && !/ parts /.test(group)
            ? anyOf(size)
            : fewOf(value)),
        }))
      }),
    )
    const summed = new Set<string>()
    const sumOf = (
      atoms: readonly number[],
      classes?: readonly number[],
      shared?: string,
    ): number => {
      const wanted = classes ?? block.classes.map((_, c) => c)
      const parts = atoms.flatMap((a) => wanted.map((c) => inner[a]?.[c] as number))
      if (parts.length === 1 && classes !== undefined) return parts[0] as number
      const own = `${b}: ${atoms.join(',')} × ${classes?.join(',') ?? 'all'}`
      const key = shared ?? own
      const value = parts.reduce((sum, i) => sum + (cells[i] as Cell).value, 0)
      const whole = cellFor(key, () => ({
        key,
        value,
        state: 'hidden',
        ...(classes === undefined ? { bounds: FREE } : fewOf(value)),
      }))
      if (!summed.has(key)) sums.push({ whole, parts })
      summed.add(key)
      return whole
    }
    const isCounted = block.classes.length > 0
    if (!isCounted) continue
    for (const { atoms, classes } of block.known) {
      const i = sumOf(atoms, classes)
      const cell = cells[i] as Cell
      if (classes === undefined || cell.value === 0 || cell.value >= policy.leastCount)
        cells[i] = { key: cell.key, value: cell.value, bounds: cell.bounds, state: 'known' }
    }
    for (const { place, atoms, classes, key } of block.figures) {
      if (classes !== undefined) publish(sumOf(atoms, classes, key), place)
      const base = sumOf(atoms)
      bases[base]?.push(place)
      const cell = cells[base] as Cell
      if (cell.state === 'hidden' && cell.value >= policy.leastBase && places[base]?.length === 0)
        cells[base] = { ...cell, state: 'shown', bounds: [policy.leastBase, FREE[1]] }
    }
  }
  return { cells, sums, places, bases }
}

/** Two blocks count the same where atom and class have the same words. */
const cellKey = (block: Block, atom: number, place: number, b: number): string => {
  const own = block.atoms[atom]?.key ?? ''
  const answer = block.classes[place] ?? ''
  return own.startsWith('group ') || /^\S+ (parts|domains) /.test(own)
    ? `${b}: ${own} & ${answer}`
    : [...own.split(' & '), answer]
        .filter((text) => text !== '')
        .sort()
        .join(' & ')
}
