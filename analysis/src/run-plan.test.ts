import { describe, expect, it } from 'vitest'
import { disclose } from './disclosure/disclose.ts'
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
      planOf({ data, scales, analyses: [{ id: 'alpha', method: 'alpha', scale: 'A' }] }),
    )
    expect(results[0]).toMatchObject({ n: 4, omitted: 2 })
  })

  it('says why a result is not defined, and goes on', () => {
    const { results } = runPlan(
      source,
      planOf({
        analyses: [
          { id: 'alpha', method: 'alpha', items: ['sex', 'sex'] },
          { id: 'none', method: 'descriptives', variables: ['a1'] },
          { id: 'rates', method: 'aapor' },
        ],
      }),
    )
    expect(results[0]?.estimates.alpha).toMatchObject({ value: 1 })
    expect(results[0]?.warnings).toContain('complete.guttman6: not defined for these data')
    expect(results[1]?.warnings).toEqual([])
    expect(results[2]?.warnings).toHaveLength(1)
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

  it('leaves out the last margin where all together cannot be met, and says so', () => {
    const { prepared, results } = runPlan(
      sourceOf({ town: [1, 1, 2, 2], kind: [10, 10, 20, 20] }),
      planOf({
        weights: {
          base: 'equal',
          margins: [
            { variable: 'town', population: { 1: 30, 2: 70 } },
            { variable: 'kind', population: { 10: 50, 20: 50 } },
          ],
        },
        analyses: [{ id: 'w', method: 'weights' }],
      }),
    )
    expect([...(prepared.design.weights as Float64Array)]).toEqual([15, 15, 35, 35])
    expect(prepared.marginsLeftOut).toEqual(['kind'])
    expect(results[0]?.warnings).toEqual(['margin kind left out: it could not be met'])
  })

  it('measures the lead of the most frequent share among the same respondents', () => {
    const times = (count: number, value: number) => new Array<number>(count).fill(value)
    const lead = (b: number[]) => {
      const { results } = runPlan(
        sourceOf({ a: [...times(60, 1), ...times(40, 0)], b }),
        planOf({
          analyses: [{ id: 's', method: 'weighted-shares', variables: ['a', 'b'], values: [1] }],
        }),
      )
      const found = results[0]?.estimates['a>b']
      return found?.kind === 'difference' ? found : undefined
    }
    // McNemar's discordant pairs decide: 10 against 0 is clear, 50 against 40 is not.
    expect(lead([...times(50, 1), ...times(50, 0)])).toMatchObject({
      value: expect.closeTo(0.1, 10),
    })
    expect(lead([...times(50, 1), ...times(50, 0)])?.p).toBeLessThan(0.01)
    expect(lead([...times(10, 1), ...times(50, 0), ...times(40, 1)])?.p).toBeGreaterThan(0.2)
  })

  it.each([
    [
      'an O of 3 beside R',
      { R: 24, O: 3 },
      [
        { R: 25, O: 2 },
        { R: 23, O: 4 },
        { R: 26, O: 1 },
      ],
    ],
    [
      'an NE of 3 beside O',
      { O: 12, NE: 3 },
      [
        { O: 14, NE: 1 },
        { O: 11, NE: 4 },
      ],
    ],
    [
      'a P of 3 beside I',
      { I: 265, P: 3 },
      [
        { I: 267, P: 1 },
        { I: 264, P: 4 },
      ],
    ],
    [
      'an R of 2 beside an NE of 4',
      { R: 2, NE: 4 },
      [
        { R: 4, NE: 2 },
        { R: 3, NE: 3 },
      ],
    ],
  ])('tells no small outcome by its rates: %s', async (_, small, others) => {
    const made = async (counts: object) =>
      (
        await disclose(
          runPlan(
            source,
            planOf({
              analyses: [
                {
                  id: 'r',
                  method: 'aapor',
                  counts: { I: 248, P: 20, R: 24, NC: 0, O: 12, U: 668, NE: 28, ...counts },
                },
              ],
            }),
          ).results,
        )
      ).results
    for (const other of others) expect(await made(other)).toEqual(await made(small))
    expect((await made(small))[0]?.estimates.answered).toMatchObject({ value: 268 })
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
