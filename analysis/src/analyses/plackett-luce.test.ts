import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyseMade } from '../made.testing.ts'

type Case = {
  readonly ranks: readonly (readonly (number | null)[])[]
  readonly weights: readonly number[]
  readonly log_worth: readonly number[]
  readonly worth: readonly number[]
  readonly se: readonly number[]
  readonly log_likelihood: number
}
const CASES: Readonly<Record<string, Case>> = JSON.parse(
  readFileSync(new URL('../golden/own/plackett-luce.json', import.meta.url), 'utf8'),
)

const columnsOf = (ranks: Case['ranks']) =>
  Object.fromEntries(
    (ranks[0] ?? []).map((_, j) => [`i${j + 1}`, ranks.map((row) => row[j] ?? null)]),
  )
const lineOf = (columns: object) => ({
  ...{ id: 'r', method: 'plackett-luce', variables: Object.keys(columns) },
})

describe('plackett-luce', () => {
  it.each(Object.entries(CASES))('agrees with R: %s', (_name, made) => {
    const columns = columnsOf(made.ranks)
    const { estimates, n } = analyseMade({ ...columns, w: made.weights }, lineOf(columns), {
      data: { weight: 'w' },
    })
    expect(n).toBe(made.ranks.length)
    const found = (name: string) =>
      Object.keys(columns).map((variable) => Number(estimates[`${name}.${variable}`]))
    for (const name of ['log_worth', 'worth', 'se'] as const)
      for (const [j, value] of made[name].entries())
        expect(found(name)[j], `${name}.${j}`).toBeCloseTo(value, 9)
    expect(estimates.log_likelihood).toBeCloseTo(made.log_likelihood, 8)
  })

  it('is the share of first places where everybody names one', () => {
    const first = [...new Array(30).fill(0), ...new Array(20).fill(1), ...new Array(10).fill(2)]
    const columns = columnsOf(first.map((item) => [0, 1, 2].map((j) => (j === item ? 1 : null))))
    const { estimates } = analyseMade(columns, lineOf(columns))
    expect(estimates['worth.i1']).toBeCloseTo(0.5, 9)
    expect(estimates['worth.i3']).toBeCloseTo(1 / 6, 9)
  })

  const times = (count: number, ...rows: Case['ranks']) =>
    Array.from({ length: count }, () => rows).flat()

  it('leaves out who put two at one place, and nobody who ranked nothing counts', () => {
    const columns = columnsOf([
      ...times(10, [1, 2], [2, 1]),
      ...times(3, [1, 1], [null, null], [1, null]),
    ])
    const { n, omitted, warnings } = analyseMade(columns, lineOf(columns))
    expect([n, omitted, warnings.length]).toEqual([23, 6, 1])
  })

  it('goes on without what hardly anybody took', () => {
    const few = columnsOf([...times(10, [1, 2, null], [2, 1, null]), ...times(9, [2, 3, 1])])
    const { estimates, warnings } = analyseMade(few, lineOf(few))
    expect(estimates['worth.i1']).toBeCloseTo(19 / 29, 9)
    expect(warnings).toEqual(['i3: fewer than 10 took it, left out'])
  })

  it('is not defined where one item always comes first', () => {
    const columns = columnsOf(times(10, [1, 2, 3], [1, 3, 2]))
    expect(analyseMade(columns, lineOf(columns)).estimates).toEqual({})
  })
})
