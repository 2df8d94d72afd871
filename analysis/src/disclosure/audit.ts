import type { AttackedCell, AttackedPart, DisclosureAccount } from './account.ts'
import { openAttack } from './suppression/attack.ts'
import { openSolver } from './suppression/solver.ts'
import type { Cell, Range, System } from './suppression/system.ts'

/** Something hidden that readers of the published files can find out, and how. */
export type Leak = {
  readonly counts: string
  readonly places: readonly string[]
  /** All it can be. */
  readonly possible: readonly [number, number]
  readonly how: string
}
export type Audit = {
  readonly attacked: number
  readonly leaks: readonly Leak[]
}

/** `results.json` as far as it is attacked. */
export type PublishedResults = {
  readonly analyses: readonly {
    readonly id: string
    readonly estimates: Readonly<Record<string, unknown>>
    readonly tables?: Readonly<Record<string, unknown>> | undefined
  }[]
}

/**
 * Attacks published files by brute force: takes every printed number back to whole respondents (29 of 30 is 96.7 %), sets
 * up all sums that the account says hold, and looks for the least and greatest value of every hidden count that is small.
 * What was printed is read from `results.json` alone; the account is trusted for the sums, not for the numbers.
 */
export const audit = async (
  results: PublishedResults,
  { attacked, policy, weighted }: Pick<DisclosureAccount, 'attacked' | 'policy' | 'weighted'>,
): Promise<Audit> => {
  const printed = printedIn(results, { policy, weighted })
  const leaks: Leak[] = []
  let count = 0
  for (const part of attacked) {
    const found = await attack(part, printed)
    count += found.length
    for (const { cell, range } of found) {
      const stated = cell.possible
      const [low, high] = range
      const width = high - low
      // Readers know no more than the account reckons with: whatever is narrower was told afterwards.
      const least =
        stated === undefined || stated[1] === 'any' ? policy.protection : stated[1] - stated[0]
      if (width >= least - 1e-6) continue
      leaks.push({
        counts: cell.counts,
        places: cell.places,
        possible: [Math.ceil(low - 1e-6), Math.floor(high + 1e-6)],
        how: `${width < 1 ? 'it can be calculated exactly' : `only ${Math.floor(width) + 1} values fit`} from the sums with ${othersOf(part, cell).slice(0, 4).join('; ') || 'what is known'}`,
      })
    }
  }
  return { attacked: count, leaks: [...leaks, ...printedSecrets(attacked, printed)] }
}

/** Shown or known numbers that stand in one sum with a cell. */
const othersOf = ({ cells, sums }: AttackedPart, cell: AttackedCell): readonly string[] => {
  const own = cells.indexOf(cell)
  const near = sums.filter(({ whole, parts }) => whole === own || parts.includes(own))
  return [...new Set(near.flatMap(({ whole, parts }) => [whole, ...parts]))].flatMap((i) => {
    const other = cells[i]
    return other === undefined || i === own || other.state === 'hidden'
      ? []
      : [other.places[0] ?? other.counts]
  })
}

/** A small count that was hidden by the account, but stands in the results. */
const printedSecrets = (
  parts: readonly AttackedPart[],
  printed: ReadonlyMap<string, Range>,
): readonly Leak[] =>
  parts.flatMap(({ cells }) =>
    cells.flatMap((cell) =>
      cell.possible === undefined
        ? []
        : cell.places.flatMap((place) => {
            const range = printed.get(place)
            return range === undefined
              ? []
              : [
                  {
                    counts: cell.counts,
                    places: [place],
                    possible: range,
                    how: 'the account says that it is hidden, and it is printed',
                  },
                ]
          }),
    ),
  )

const attack = async (
  { cells, sums }: AttackedPart,
  printed: ReadonlyMap<string, Range>,
): Promise<readonly { readonly cell: AttackedCell; readonly range: Range }[]> => {
  const known = cells.map((cell): Range => {
    if (cell.value !== undefined) return [cell.value, cell.value]
    const told = [...cell.places, ...(cell.under ?? []).map((place) => `${place}.n`)]
    const ranges = told.flatMap((place) => {
      const range = printed.get(place)
      return range === undefined ? [] : [range]
    })
    const own: Range =
      cell.state === 'hidden'
        ? [cell.atLeast ?? 0, cell.atMost ?? Number.POSITIVE_INFINITY]
        : [0, Number.POSITIVE_INFINITY]
    return [
      Math.max(...(ranges.length > 0 ? ranges.map(([low]) => low) : [own[0]])),
      Math.min(...(ranges.length > 0 ? ranges.map(([, high]) => high) : [own[1]])),
    ]
  })
  const system: System = {
    // What is known of each cell is its bounds; no true value stands in the published files.
    cells: cells.map(
      ({ counts }, i): Cell => ({
        key: counts,
        value: (known[i] as Range)[0],
        state: 'hidden',
        bounds: known[i] as Range,
      }),
    ),
    sums,
  }
  const attacker = openAttack(await openSolver(), system)
  try {
    attacker.hide(() => true)
    return cells.flatMap((cell, i) =>
      cell.possible === undefined ? [] : [{ cell, range: attacker.range(i) }],
    )
  } finally {
    attacker.dispose()
  }
}

/**
 * Every printed count, and every printed share with its base taken back to whole respondents, by place; numbers of
 * respondents stand under `place.n`.
 */
const printedIn = (
  { analyses }: PublishedResults,
  { policy, weighted }: Pick<DisclosureAccount, 'policy' | 'weighted'>,
): ReadonlyMap<string, Range> => {
  const printed = new Map<string, Range>()
  for (const { id, estimates, tables = {} } of analyses) {
    for (const [name, value] of Object.entries(estimates)) {
      if (typeof value !== 'number') continue
      const base = estimates[`${name}.n`]
      if (typeof base !== 'number') {
        // A share whose base is hidden tells no count; a count has no interval.
        if (estimates[`${name}.low`] === undefined) printed.set(`${id} ${name}`, [value, value])
        continue
      }
      const half = (base < policy.wholeFrom ? policy.coarse : 1) / 2
      printed.set(
        `${id} ${name}`,
        weighted
          ? [0, base]
          : [
              Math.max(0, Math.ceil((base * (value - half)) / 100 - 1e-9)),
              Math.min(base, Math.floor((base * (value + half)) / 100 + 1e-9)),
            ],
      )
    }
    for (const [name, table] of Object.entries(tables)) {
      const { cells } = table as { readonly cells?: readonly (readonly unknown[])[] }
      cells?.forEach((line, row) => {
        line.forEach((value, column) => {
          if (typeof value === 'number')
            printed.set(`${id} ${name} ${row},${column}`, [value, value])
        })
      })
    }
  }
  return printed
}

/** Numbers that are printed where the rules, applied to the data again, hide them. */
export const printedAgainstRules = (
  results: PublishedResults,
  ruled: PublishedResults,
): readonly Leak[] =>
  results.analyses.flatMap(({ id, estimates, tables = {} }) => {
    const own = ruled.analyses.find((other) => other.id === id)
    const leak = (place: string, rule: string): Leak => ({
      counts: place,
      places: [place],
      possible: [Number.NaN, Number.NaN],
      how: `it is printed, and the rules hide it (${rule})`,
    })
    return [
      ...Object.entries(estimates).flatMap(([name, value]) => {
        const rule = hiddenBy(own?.estimates[name])
        return typeof value === 'object' || rule === undefined ? [] : [leak(`${id} ${name}`, rule)]
      }),
      ...Object.entries(tables).flatMap(([name, table]) =>
        cellsIn(table).flatMap((line, row) =>
          line.flatMap((value, column) => {
            const rule = hiddenBy(cellsIn(own?.tables?.[name])[row]?.[column])
            return typeof value !== 'number' || rule === undefined
              ? []
              : [leak(`${id} ${name} ${row},${column}`, rule)]
          }),
        ),
      ),
    ]
  })

const cellsIn = (table: unknown): readonly (readonly unknown[])[] =>
  (table as { readonly cells?: readonly (readonly unknown[])[] } | undefined)?.cells ?? []

const hiddenBy = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  if ('hidden' in value) return String(value.hidden)
  return 'words' in value ? 'words' : undefined
}
