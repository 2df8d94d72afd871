import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideCells } from './hide-cells.ts'

/** Every table of whole numbers that shows the same cells and sums, up to `limit` for a hidden cell. */
const valuesPossible = (
  counts: readonly (readonly number[])[],
  hidden: (r: number, c: number) => boolean,
  limit = 40,
) => {
  const cells = counts.flatMap((row, r) =>
    row.flatMap((_, c) => (hidden(r, c) ? [[r, c] as const] : [])),
  )
  const rowSums = counts.map((row) => row.reduce((a, b) => a + b, 0))
  const columnSums = (counts[0] ?? []).map((_, c) =>
    counts.reduce((sum, row) => sum + (row[c] ?? 0), 0),
  )
  const found = cells.map(() => new Set<number>())
  const table = counts.map((row) => [...row])
  const search = (place: number) => {
    const cell = cells[place]
    if (cell === undefined) {
      const fits =
        table.every((row, r) => row.reduce((a, b) => a + b, 0) === rowSums[r]) &&
        columnSums.every((sum, c) => table.reduce((all, row) => all + (row[c] ?? 0), 0) === sum)
      if (fits) for (const [i, [r, c]] of cells.entries()) found[i]?.add(table[r]?.[c] ?? 0)
      return
    }
    const [r, c] = cell
    const row = table[r] as number[]
    const before = row[c] as number
    for (
      let value = 0;
      value <= Math.min(limit, rowSums[r] as number, columnSums[c] as number);
      value++
    ) {
      row[c] = value
      search(place + 1)
    }
    row[c] = before
  }
  search(0)
  return cells.map(([r, c], i) => ({ r, c, possible: found[i] as Set<number> }))
}

describe('hideCells', () => {
  it('hides a second cell of a list with a total', () =>
    expect(hideCells([[100], [3], [20], [7]], 5)).toEqual([
      ['shown'],
      ['few'],
      ['shown'],
      ['secondary'],
    ]))

  it('hides nothing where nothing is small', () =>
    expect(
      hideCells(
        [
          [10, 20],
          [5, 0],
        ],
        5,
      ),
    ).toEqual([
      ['shown', 'shown'],
      ['shown', 'shown'],
    ]))

  it('needs no second cell where two are small', () =>
    expect(hideCells([[3], [4], [50]], 5)).toEqual([['few'], ['few'], ['shown']]))

  it.each([
    [[1, 1, 30, 40]],
    [[4, 4, 30, 40]],
    [[1, 5, 30, 40]],
    [[3, 5, 0, 100]],
    [[1, 0, 6, 50]],
  ])('leaves two values at least for a small number of a list: %j', (line) => {
    const verdicts = hideCells(
      line.map((count) => [count]),
      5,
    ).flat()
    const hidden = line.filter((_, i) => verdicts[i] !== 'shown')
    const small = verdicts.flatMap((verdict) => (verdict === 'few' ? [[1, 2, 3, 4]] : []))
    const others = verdicts.flatMap((verdict) =>
      verdict === 'secondary' ? [Array.from({ length: 120 }, (_, i) => i + 5)] : [],
    )
    let sums = new Map([[0, new Set<number>()]])
    for (const [place, range] of [...small, ...others].entries()) {
      const next = new Map<number, Set<number>>()
      for (const [sum, firsts] of sums)
        for (const value of range) {
          const known = next.get(sum + value) ?? new Set<number>()
          for (const first of place === 0 ? [value] : firsts) known.add(first)
          next.set(sum + value, known)
        }
      sums = next
    }
    expect(sums.get(hidden.reduce((a, b) => a + b, 0))?.size).toBeGreaterThan(1)
  })

  it('leaves no small cell of a table to be computed from its sums', () => {
    const table = [
      [20, 50, 10],
      [8, 19, 2],
      [17, 32, 12],
    ]
    const verdicts = hideCells(table, 5)
    expect(verdicts[1]?.[2]).toBe('few')
    for (const { possible } of valuesPossible(table, (r, c) => verdicts[r]?.[c] !== 'shown'))
      expect(possible.size).toBeGreaterThan(1)
  })

  it('shows what would happen without the second cells', () => {
    const table = [
      [20, 50, 10],
      [8, 19, 2],
      [17, 32, 12],
    ]
    const verdicts = hideCells(table, 5)
    const [cell] = valuesPossible(table, (r, c) => verdicts[r]?.[c] === 'few')
    expect(cell?.possible.size).toBe(1)
  })

  it('never leaves a hidden cell alone in its row or column', () => {
    const count = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(
        fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
        (table) => {
          const verdicts = hideCells(table, 3)
          if (verdicts.flat().every((verdict) => verdict !== 'shown')) return
          const line = (cells: readonly string[]) =>
            cells.filter((verdict) => verdict !== 'shown').length
          for (const row of verdicts) expect(line(row)).not.toBe(1)
          for (const c of [0, 1, 2])
            expect(line(verdicts.map((row) => row[c] as string))).not.toBe(1)
        },
      ),
      { numRuns: 300 },
    )
  })
})
