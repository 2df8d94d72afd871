/** One count of respondents, published or not. */
export type Cell = {
  /** What is counted, in words that two tables share if they count the same. */
  readonly key: string
  readonly value: number
  /** `known` to readers whatever we do, `shown` unless it must be hidden, or `hidden` already. */
  readonly state: 'known' | 'shown' | 'hidden'
  /** What readers know of it once it is hidden, from the reason that is printed. */
  readonly bounds: Range
  /** Values of which none may be ruled out. */
  readonly secret?: Range
}
export type Range = readonly [least: number, most: number]

/** The parts, given by their places, make up the whole. */
export type Sum = { readonly whole: number; readonly parts: readonly number[] }

/** Counts and how they add up: all that readers can calculate with. */
export type System = { readonly cells: readonly Cell[]; readonly sums: readonly Sum[] }

/** Parts of a system that have no unknown count in common; each knows the places of its cells in the whole. */
export const separate = ({ cells, sums }: System): readonly (System & { places: number[] })[] => {
  const leader = cells.map((_, i) => i)
  const find = (i: number): number => {
    let at = i
    while (leader[at] !== at) {
      leader[at] = leader[leader[at] as number] as number
      at = leader[at] as number
    }
    return at
  }
  const isUnknown = (i: number) => (cells[i] as Cell).state !== 'known'
  const membersOf = ({ whole, parts }: Sum) => [whole, ...parts]
  for (const sum of sums) {
    const [first, ...others] = membersOf(sum).filter(isUnknown)
    if (first !== undefined) for (const other of others) leader[find(other)] = find(first)
  }
  const groups = new Map<number, Sum[]>()
  for (const sum of sums) {
    const unknown = membersOf(sum).find(isUnknown)
    if (unknown === undefined) continue
    const group = find(unknown)
    const own = groups.get(group)
    if (own === undefined) groups.set(group, [sum])
    else own.push(sum)
  }
  return [...groups.values()].map((own) => {
    const places = [...new Set(own.flatMap(membersOf))].sort((a, b) => a - b)
    const at = new Map(places.map((place, i) => [place, i]))
    const placeOf = (i: number) => at.get(i) as number
    return {
      places,
      cells: places.map((i) => cells[i] as Cell),
      sums: own.map(({ whole, parts }) => ({
        whole: placeOf(whole),
        parts: parts.map(placeOf),
      })),
    }
  })
}

/** A table of counts with its sums, as a system: inner cells by rows, then row sums, column sums and the total. */
export const tableSystem = <Of extends Cell>(
  inner: readonly (readonly Of[])[],
  margin: (value: number, place: { readonly row?: number; readonly column?: number }) => Of,
): { readonly cells: readonly Of[]; readonly sums: readonly Sum[] } => {
  const columns = inner[0]?.length ?? 0
  const cells: Of[] = inner.flat()
  const sums: Sum[] = []
  const add = (parts: readonly number[], place: { row?: number; column?: number }) => {
    const value = parts.reduce((sum, i) => sum + (cells[i] as Of).value, 0)
    sums.push({ whole: cells.push(margin(value, place)) - 1, parts })
    return cells.length - 1
  }
  const rowSums = inner.map((row, r) =>
    add(
      row.map((_, c) => r * columns + c),
      { row: r },
    ),
  )
  for (let c = 0; c < columns; c++)
    add(
      inner.map((_, r) => r * columns + c),
      { column: c },
    )
  add(rowSums, {})
  return { cells, sums }
}
