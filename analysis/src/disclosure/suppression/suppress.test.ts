import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeGolden, readGolden } from '../../statistics/golden.testing.ts'
import { openAttack } from './attack.ts'
import { openSolver } from './solver.ts'
import { suppress } from './suppress.ts'
import { type Cell, type System, tableSystem } from './system.ts'

const isFew = (count: number) => count > 0 && count < 5
const cellOf = (value: number, key: string): Cell => ({
  key,
  value,
  state: 'shown',
  bounds: isFew(value) ? [1, 4] : value === 0 ? [0, 0] : [5, Number.POSITIVE_INFINITY],
  ...(isFew(value) ? { secret: [1, 4] as const } : {}),
})
const tableOf = (counts: readonly (readonly number[])[]) =>
  tableSystem<Cell>(
    counts.map((row, r) => row.map((value, c) => cellOf(value, `${r},${c}`))),
    (value, place) => ({
      key: JSON.stringify(place),
      value,
      state: isFew(value) ? 'hidden' : 'known',
      bounds: isFew(value) ? [1, 4] : [0, Number.POSITIVE_INFINITY],
    }),
  )
const listOf = (counts: readonly number[]): System => ({
  cells: [
    ...counts.map((value, i) => cellOf(value, String(i))),
    {
      key: 'total',
      value: counts.reduce((a, b) => a + b, 0),
      state: 'known',
      bounds: [0, Number.POSITIVE_INFINITY],
    },
  ],
  sums: [{ whole: counts.length, parts: [...counts.keys()] }],
})

describeGolden('the attack, against GLPK', () => {
  const { expected, inputs } = readGolden('28-suppression-audit')
  const free = (counts: number[][]) => {
    const table = tableOf(counts)
    return {
      ...table,
      cells: table.cells.map((cell) => ({
        ...cell,
        bounds: [0, Number.POSITIVE_INFINITY] as const,
      })),
    }
  }
  const columns = (counts: number[][]) => counts[0]?.length ?? 0
  it.each([
    ['A', 'table3', 'A'],
    ['B', 'table3', 'B'],
    ['six by four, primary only', 'table6x4', 'six_by_four_primary_only'],
  ])('finds the same bounds: %s', async (_, table, name) => {
    const counts: number[][] = inputs[table].values
    const rows: number[][] = expected[name].values
    const place = ([row = 1, column = 1]: number[]) => (row - 1) * columns(counts) + column - 1
    const attacker = openAttack(await openSolver(), free(counts))
    const hidden = new Set(rows.map(place))
    attacker.hide((i) => hidden.has(i))
    for (const row of rows) {
      const [low, high] = attacker.range(place(row))
      expect(low).toBeCloseTo(row[3] as number, 6)
      expect(high).toBeCloseTo(row[4] as number, 6)
    }
    attacker.dispose()
  })
})

/** Every value that a small hidden count of a list can have, by trying all. */
const triedInList = (counts: readonly number[], hidden: ReadonlySet<number>) => {
  const places = [...hidden].filter((i) => i < counts.length)
  const sum = places.reduce((all, i) => all + (counts[i] as number), 0)
  const ways = (rest: readonly number[], left: number): boolean => {
    const [first, ...others] = rest
    if (first === undefined) return left === 0
    const value = counts[first] as number
    const [low, high] = isFew(value) ? [1, 4] : [5, left]
    for (let v = low; v <= Math.min(high, left); v++) if (ways(others, left - v)) return true
    return false
  }
  return (cell: number) =>
    [1, 2, 3, 4].filter((value) =>
      ways(
        places.filter((i) => i !== cell),
        sum - value,
      ),
    )
}

describe('suppress', () => {
  it('leaves every value of every small count of 10,000 random lists, or says that it tells no reasons', async () => {
    let told = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 6 }),
        async (counts) => {
          const { hidden, reasons } = await suppress(listOf(counts))
          if (reasons === 'withheld') return
          told += 1
          const found = triedInList(counts, hidden)
          counts.forEach((count, i) => {
            if (!isFew(count)) return
            const shown = counts.filter((_, j) => !hidden.has(j)).filter((other) => other >= 5)
            if (shown.length > 0) expect(found(i)).toEqual([1, 2, 3, 4])
          })
        },
      ),
      { numRuns: 10_000, seed: 11 },
    )
    expect(told).toBeGreaterThan(8000)
  })

  it('keeps every need in 25 random tables, and in none with one hidden cell less', async () => {
    const solver = await openSolver()
    let needed = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 }), {
          minLength: 4,
          maxLength: 4,
        }),
        async (counts) => {
          const table = tableOf(counts)
          const { hidden, needs, reasons } = await suppress(table)
          if (reasons === 'withheld') return
          const attacker = openAttack(solver, table)
          const holds = (without?: number) => {
            attacker.hide((i) => hidden.has(i) && i !== without)
            return needs.every(({ cell, target, knows }) => {
              const [low, high] = attacker.range(cell, knows)
              return low <= target[0] + 1e-6 && high >= target[1] - 1e-6
            })
          }
          expect(holds()).toBe(true)
          for (const i of hidden)
            if (table.cells[i]?.state === 'shown' && !table.cells[i]?.secret) {
              needed += 1
              expect(holds(i)).toBe(false)
            }
          attacker.dispose()
        },
      ),
      { numRuns: 25, seed: 5 },
    )
    expect(needed).toBeGreaterThan(20)
  }, 60_000)

  it('never narrows what is possible by hiding one cell more', async () => {
    const table = tableOf([
      [3, 42, 11, 32],
      [7, 15, 10, 14],
      [32, 21, 34, 3],
    ])
    const attacker = openAttack(await openSolver(), table)
    const hidden = new Set([0, 11])
    let before: readonly (readonly [number, number])[] = [0, 11].map(() => [3, 3] as const)
    for (const next of [3, 8, 1, 9, 5]) {
      hidden.add(next)
      attacker.hide((i) => hidden.has(i))
      const now = [0, 11].map((i) => attacker.range(i))
      now.forEach(([low, high], i) => {
        expect(low).toBeLessThanOrEqual((before[i]?.[0] as number) + 1e-6)
        expect(high).toBeGreaterThanOrEqual((before[i]?.[1] as number) - 1e-6)
      })
      before = now
    }
    attacker.dispose()
  })

  it('protects the second person of a row from the one who knows their own cell', async () => {
    const { hidden } = await suppress(listOf([1, 3, 20, 40, 60]))
    expect([...hidden].sort()).toEqual([0, 1, 2])
  })

  it('is safe, too, where the search for the best is cut short, and says so', async () => {
    const table = tableOf([
      [3, 42, 11, 32, 8],
      [7, 15, 2, 14, 9],
      [32, 21, 34, 3, 12],
      [6, 8, 30, 22, 1],
    ])
    const short = await suppress(table, { rounds: 1, nodes: 1 })
    const best = await suppress(table)
    expect(short.method).toBe('greedy')
    expect(best.method).toBe('optimal')
    expect(short.hidden.size).toBeGreaterThanOrEqual(best.hidden.size)
    const attacker = openAttack(await openSolver(), table)
    attacker.hide((i) => short.hidden.has(i))
    for (const { cell, target } of short.needs) {
      const [low, high] = attacker.range(cell)
      expect(low).toBeLessThanOrEqual(target[0])
      expect(high).toBeGreaterThanOrEqual(target[1])
    }
    attacker.dispose()
  })

  it('hides the same cells each time', async () => {
    const table = tableOf([
      [3, 42, 11, 32],
      [7, 15, 2, 14],
      [32, 21, 34, 3],
    ])
    expect([...(await suppress(table)).hidden]).toEqual([...(await suppress(table)).hidden])
  })
})
