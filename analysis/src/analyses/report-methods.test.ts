import { describe, expect, it } from 'vitest'
import { analyseMade } from '../made.testing.ts'

const times = <Value>(count: number, value: Value) => new Array<Value>(count).fill(value)

describe('roster-shares', () => {
  const line = {
    id: 'r',
    method: 'roster-shares',
    shares: [{ name: 'club', columns: ['c1', 'c2'], values: [1], among: [1, 2] }],
  }
  it('counts children, not households, and only those asked', () => {
    const { estimates } = analyseMade({ c1: [1, 1, 2, 2, 9], c2: [1, 2, 2, null, null] }, line)
    // Children asked: 2 + 2 + 2 + 1 = 7, in a club 2 + 1 = 3.
    expect(estimates.club).toBeCloseTo(3 / 7, 12)
  })
  it('is as sure as its households, not as its children', () => {
    const reach = (columns: Record<string, number[]>) => {
      const { estimates } = analyseMade(columns, line)
      return Number(estimates['club.high']) - Number(estimates['club.low'])
    }
    const half = [...times(50, 1), ...times(50, 2)]
    const other = Array.from({ length: 100 }, (_, i) => 1 + (i % 2))
    // Where all children of a household do the same, a second child tells nothing new.
    expect(reach({ c1: half, c2: half })).toBeCloseTo(reach({ c1: half, c2: times(100, 9) }), 6)
    expect(reach({ c1: half, c2: other })).toBeLessThan(reach({ c1: half, c2: half }))
  })
  it('is the ratio estimator of linearisation', () => {
    const { estimates } = analyseMade({ c1: [1, 1, 2, 2], c2: [1, 2, 2, 9] }, line)
    // By hand: r = 3/7; residuals y − r·x over x̄ = 7/4, s² / n.
    const x = [2, 2, 2, 1]
    const y = [2, 1, 0, 0]
    const r = 3 / 7
    const residuals = y.map((value, i) => value - r * (x[i] as number))
    const variance = residuals.reduce((sum, value) => sum + value ** 2, 0) / 3 / 4 / (7 / 4) ** 2
    const n = (r * (1 - r)) / variance
    const z2 = 1.959963984540054 ** 2
    const low =
      (r + z2 / (2 * n) - Math.sqrt(z2) * Math.sqrt((r * (1 - r)) / n + z2 / (4 * n * n))) /
      (1 + z2 / n)
    expect(estimates['club.low']).toBeCloseTo(low, 10)
  })
})

describe('recheck', () => {
  const columns = {
    a: [...times(30, 1), ...times(30, 0), ...times(20, 1)],
    helped: [...times(60, 0), ...times(20, 1)],
  }
  it('tells by how many points a share changes without some', () => {
    const { estimates } = analyseMade(columns, {
      ...{ id: 'r', method: 'recheck', variables: ['a'], values: [1] },
      ...{ how: 'without', column: 'helped' },
    })
    expect(estimates.a).toBeCloseTo(50 - 62.5, 10)
  })
  it('leaves out who answered conspicuously in two ways', () => {
    // Twelve gave the same answer everywhere, against themselves twice; they alone have a.
    const careless = (i: number) => i < 12
    const rows = Array.from({ length: 72 }, (_, i) => i)
    const answers = rows.map((i) => (careless(i) ? [4, 4, 4, 4] : [1 + (i % 4), 5 - (i % 3), 2, 3]))
    const item = (at: number) => answers.map((row) => row[at] as number)
    const { estimates } = analyseMade(
      {
        a: rows.map((i) => Number(careless(i))),
        ...{ i1: item(0), i2: item(1), i3: item(2), i4: item(3) },
        odd: rows.map((i) => Number(careless(i))),
        strange: rows.map((i) => Number(careless(i))),
      },
      {
        ...{ id: 'r', method: 'recheck', variables: ['a'], values: [1] },
        ...{ how: 'without-conspicuous', scales: ['S'], contradictions: ['odd', 'strange'] },
      },
      {
        scales: [
          {
            ...{ name: 'S', label: 'S', items: ['i1', 'i2', 'i3', 'i4'], reversed: ['i3'] },
            ...{ min: 1, max: 5, minValid: 3 },
          },
        ],
      },
    )
    expect(estimates.a).toBeCloseTo(-(12 / 72) * 100, 10)
  })
  it('asks who is left out', () => {
    expect(() =>
      analyseMade(columns, {
        ...{ id: 'r', method: 'recheck', variables: ['a'], values: [1], how: 'without' },
      }),
    ).toThrow()
  })
})

describe('returns', () => {
  it('counts weeks from the first on and joins small ones', () => {
    // 2026 has 53 weeks: two weeks lie between the first and the second.
    const week = [...times(9, '2026-W52'), ...times(3, '2027-W01'), ...times(6, '2027-W03')]
    const { estimates, tables } = analyseMade({ week }, { id: 'r', method: 'returns' })
    expect(estimates['edges.weeks']).toEqual([0, 1, 5])
    expect(tables).toMatchObject({ weeks: { counts: [[9], [9]] } })
  })
  it('counts weeks from the first letter on', () => {
    const week = [...times(9, '2027-W19'), ...times(6, '2027-W20')]
    // A Wednesday of week 18; what came before it counts in its week.
    const { estimates, tables } = analyseMade(
      { week: [...week, ...times(5, '2027-W17')] },
      { id: 'r', method: 'returns', since: '2027-05-05' },
    )
    expect(estimates['edges.weeks']).toEqual([0, 1, 2, 3])
    expect(tables).toMatchObject({ weeks: { counts: [[5], [9], [6]] } })
  })
})
