import { describe, expect, it } from 'vitest'
import { readPlan } from './plan/read-plan.ts'
import { runPlan } from './run-plan.ts'
import { sourceOf } from './testing.ts'

const planOf = (plan: object) => readPlan(JSON.stringify({ plan: 'test', ...plan }))
const refusal = (run: () => unknown) => {
  try {
    run()
  } catch (problem) {
    return (problem as { toJSON: () => { type: string; faults: unknown[] } }).toJSON()
  }
  throw new Error('was not refused')
}
const source = sourceOf({
  a1: [1, 2, 5, 4, -99, 3],
  a2: [5, 4, 1, 2, 3, -77],
  a3: [1, 2, 5, 5, 2, null],
  sex: [1, 1, 1, 2, 2, 2],
  town: ['Oelde', 'Ahlen', 'Ahlen', 'Oelde', 'Ahlen', null],
})
const scales = [
  { name: 'A', items: ['a1', 'a2', 'a3'], reversed: ['a2'], min: 1, max: 5, minValid: 2 },
]
const data = { missing: [-77, -99] }

describe('runPlan', () => {
  it('turns reversed items, counts missing codes and asks for enough valid items', () => {
    const { prepared } = runPlan(
      source,
      planOf({ data, scales, analyses: [{ id: 'd', method: 'descriptives', variables: ['A'] }] }),
    )
    expect([...(prepared.columns.get('A')?.values ?? [])]).toEqual([
      1,
      2,
      5,
      (4 + 4 + 5) / 3,
      2.5,
      Number.NaN,
    ])
    expect([...(prepared.columns.get('A_100')?.values ?? [])].slice(0, 2)).toEqual([0, 25])
    expect(prepared.columns.get('a2')?.missing).toEqual(new Map([[-77, 1]]))
  })

  it('gives texts codes in the order of the alphabet', () => {
    const { prepared } = runPlan(
      source,
      planOf({ analyses: [{ id: 'f', method: 'frequencies', variables: ['town'] }] }),
    )
    expect([...(prepared.columns.get('town')?.values ?? [])]).toEqual([2, 1, 1, 2, 1, Number.NaN])
    expect(prepared.columns.get('town')?.valueLabels.get(1)).toBe('Ahlen')
  })

  it('counts who was left out of a method', () => {
    const { results } = runPlan(
      source,
      planOf({ data, scales, analyses: [{ id: 'alpha', method: 'cronbach-alpha', scale: 'A' }] }),
    )
    expect(results[0]).toMatchObject({ n: 4, omitted: 2 })
  })

  it('says why a result is not defined, and goes on', () => {
    const { results } = runPlan(
      source,
      planOf({
        analyses: [
          { id: 'alpha', method: 'cronbach-alpha', items: ['sex', 'sex'] },
          { id: 'none', method: 'descriptives', variables: ['a1'] },
          { id: 'rates', method: 'outcome-rates' },
        ],
      }),
    )
    expect(results.map(({ warnings }) => warnings.length)).toEqual([0, 0, 1])
    expect(results[2]?.estimates).toEqual({})
  })

  it('weights by frame and margins', () => {
    const framed = sourceOf(
      { stratum: ['1', '1', '2', '2', '2'], single: [1, 0, 1, 0, 0], x: [1, 1, 0, 0, 1] },
      {
        frame: [
          { stratum: '1', label: 'A', population: 20, mailed: 20 },
          { stratum: '2', label: 'B', population: 90, mailed: 30 },
        ],
      },
    )
    const { prepared } = runPlan(
      framed,
      planOf({ weights: { base: 'frame' }, analyses: [{ id: 'w', method: 'weights' }] }),
    )
    expect([...(prepared.design.weights as Float64Array)]).toEqual([10, 10, 30, 30, 30])
    const raked = runPlan(
      framed,
      planOf({
        weights: { base: 'frame', margins: [{ variable: 'single', population: { 0: 55, 1: 55 } }] },
        analyses: [{ id: 's', method: 'weighted-shares', variables: ['single'], values: [1] }],
      }),
    )
    expect(raked.results[0]?.estimates.single).toMatchObject({
      kind: 'share',
      value: 0.5,
      count: 2,
      base: 5,
    })
  })

  it.each([
    [
      { analyses: [{ id: 'd', method: 'descriptives', variables: ['a4'] }] },
      {
        path: 'analyses[0].variables[0]',
        message: 'there is no column “a4”',
        remedy: 'did you mean “a1”?',
      },
    ],
    [
      { scales: [{ ...scales[0], reversed: ['a9'] }], analyses: [{ id: 'w', method: 'weights' }] },
      { path: 'scales[0].reversed[0]' },
    ],
    [
      { derive: [{ name: 'b', expression: 'a1 +' }], analyses: [{ id: 'w', method: 'weights' }] },
      { path: 'derive[0].expression' },
    ],
    [
      { derive: [{ name: 'a1', expression: 'a2' }], analyses: [{ id: 'w', method: 'weights' }] },
      { path: 'derive[0].name' },
    ],
    [{ analyses: [{ id: 'x', method: 'regress' }] }, { path: 'analyses[0].method' }],
    [{ analyses: [] }, { path: 'analyses' }],
    [{ analyses: [{ id: 'w', method: 'weights' }], speed: 1 }, { path: '' }],
    [
      {
        analyses: [
          { id: 'w', method: 'weights' },
          { id: 'w', method: 'weights' },
        ],
      },
      { path: 'analyses[1].id' },
    ],
    [
      { weights: { base: 'frame' }, analyses: [{ id: 'w', method: 'weights' }] },
      { path: 'weights.base' },
    ],
  ])('refuses a plan and names the place: %j', (plan, fault) => {
    const { type, faults } = refusal(() => runPlan(source, planOf(plan)))
    expect(type).toBe('/problems/plan-refused')
    expect(faults).toEqual([
      expect.objectContaining({
        ...fault,
        message: expect.any(String),
        remedy: expect.any(String),
        ...fault,
      }),
    ])
  })

  it('refuses a number typed into a sentence of the report', () => {
    const report = {
      title: 't',
      subtitle: 's',
      study: 's',
      publisher: 'p',
      client: 'c',
      population: '268 Eltern',
      pages: [],
    }
    const { faults } = refusal(() => planOf({ analyses: [{ id: 'w', method: 'weights' }], report }))
    expect(faults).toContainEqual(
      expect.objectContaining({
        path: 'report.population',
        message: expect.stringContaining('{placeholder}'),
      }),
    )
  })
})
