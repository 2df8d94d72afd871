import { describe, expect, it } from 'vitest'
import { disclose } from '../disclosure/disclose.ts'
import { readPlan } from '../plan/read-plan.ts'
import { runPlan } from '../run-plan.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
} from '../statistics/golden.testing.ts'
import { mergedClasses } from '../statistics/reliable-change.ts'
import { sourceOf } from '../testing.ts'

describeGolden('rci', () => {
  const { inputs, expected } = readGolden('24-rci')
  it('agrees with the published case', () => {
    const { pre, post, sd_pre, rxx, M_dys, sd_dys, M_norm, sd_norm } = inputs.published_case
    const line = {
      id: 'x',
      method: 'rci',
      pre,
      post,
      sd: sd_pre,
      reliability: rxx,
      troubled: { mean: M_dys, sd: sd_dys },
      many: { mean: M_norm, sd: sd_norm },
    }
    expectGolden(analyseGolden({ analyses: [line] }).get('x'), expected.published_case)
  })

  it('agrees on thirty households', () => {
    const { sd, rxx, cutoff } = inputs.params
    const line = { id: 'x', method: 'rci', pre: 'pre', post: 'post', sd, reliability: rxx, cutoff }
    const { smallest_detectable_change_95 } = expected
    expectGolden(analyseGolden({ analyses: [line] }, 'rci_households').get('x'), {
      ...expected.households,
      smallest_detectable_change_95,
    })
  })
})

describe('rci', () => {
  const results = (line: object) =>
    runPlan(
      sourceOf({
        pre: Array.from({ length: 30 }, (_, i) => i % 7),
        post: Array.from({ length: 30 }, (_, i) => (i % 7) + (i < 8 ? 4 : 0)),
      }),
      readPlan(
        JSON.stringify({
          plan: 'x',
          analyses: [{ id: 'x', method: 'rci', pre: 'pre', post: 'post', sd: 2, ...line }],
        }),
      ),
    ).results
  it('publishes no single person, but classes', async () => {
    const shown = (await disclose(results({ reliability: 0.9 }))).results[0]
    expect(shown?.numbers.rci).toMatchObject({ shown: 'nothing' })
    expect(shown?.estimates['counts.improved']).toMatchObject({ shown: 'number', value: 8 })
  })

  it('counts a fall as better where lower is better', () => {
    const found = results({ reliability: 0.9, better: 'lower' })[0]
    expect(found?.estimates['counts.deteriorated']).toMatchObject({ value: 8 })
  })

  it('merges classes until none has one to four', () => {
    const counts = (recovered: number, improved: number, unchanged: number, deteriorated: number) =>
      mergedClasses({ recovered, improved, unchanged, deteriorated }, 5)
    expect(counts(3, 8, 17, 0)).toEqual([
      { name: 'better', count: 11 },
      { name: 'unchanged', count: 17 },
      { name: 'deteriorated', count: 0 },
    ])
    expect(counts(6, 5, 10, 9)).toHaveLength(4)
    expect(counts(1, 2, 20, 3)).toEqual([{ name: 'all', count: 26 }])
  })
})
