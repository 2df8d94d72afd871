import { SurveyModel } from 'survey-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { annaInstrument } from '../testing/anna.ts'
import { kitchenSink } from '../testing/kitchen-sink.ts'
import { compileValidator } from './compile-validator.ts'
import { prepareModel } from './prepare-model.ts'
import { routeDifferences } from './route-differences.ts'
import { simulate } from './simulate.ts'

/** survey-core is the reference: it shows the same items, and whatever it refuses we refuse too. */
describe('our rules against survey-core itself', { timeout: 120_000 }, () => {
  beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined))
  afterAll(() => void vi.restoreAllMocks())

  const anna = [
    ['main', {}, 8],
    ['prepost', { pp_wave: 0 }, 10],
    ['prepost', { pp_wave: 1 }, 10],
    ['coach', {}, 20],
    ['youth', { y_parent_ok: 1 }, 20],
  ] as const

  it.each(anna)('shows the same items of %s with %j', (name, context, n) => {
    expect(routeDifferences(annaInstrument(name), { n, seed: 21, context })).toEqual([])
  })

  it('shows the same of every kind of item', () => {
    expect(routeDifferences(kitchenSink, { n: 12, seed: 4 })).toEqual([])
  })

  it('notices where the library judges otherwise', () => {
    const survey = {
      elements: [
        { type: 'ranking', name: 'order', choices: ['a', 'b', 'c'] },
        { type: 'text', name: 'next', visibleIf: "{order} != ['b', 'c', 'a']" },
      ],
    }
    expect(
      routeDifferences({ ...kitchenSink, survey, panelCounts: [] }, { n: 10, seed: 1 }),
    ).not.toEqual([])
  })

  const accepts = (model: SurveyModel, answers: object) => {
    model.clear(true, true)
    model.data = structuredClone(answers)
    return model.validate(true, false)
  }

  it('accepts of valid answers what survey-core accepts', () => {
    const model = new SurveyModel(kitchenSink.survey)
    prepareModel(model, kitchenSink)
    const validate = compileValidator(kitchenSink)
    for (const { answers } of simulate(kitchenSink, { n: 12, seed: 8 })) {
      const ours = validate({ answers, completed: true })
      expect({ answers, ours: ours.length === 0 }).toEqual({
        answers,
        ours: accepts(model, answers),
      })
    }
    model.dispose()
  })

  it('refuses of spoilt answers whatever survey-core refuses', () => {
    const model = new SurveyModel(kitchenSink.survey)
    prepareModel(model, kitchenSink)
    const validate = compileValidator(kitchenSink)
    const spoilings: readonly (readonly [string, unknown])[] = [
      ['age', undefined],
      ['age', -5],
      ['age', 9e9],
      ['height', 9],
      ['day', '2019-12-31'],
      ['mail', 'x'],
      ['plate', 'x'],
      ['names', undefined],
      ['names', { last: 'B' }],
      ['pet_count', 99],
      ['jobs', [{ year: 1 }]],
      ['likes', ['zzz']],
      ['views', { zzz: 1 }],
      ['pets', [{}, {}, {}, {}, {}, {}]],
      ['nick', 'x'.repeat(300)],
    ]
    let refused = 0
    for (const { answers, index } of simulate(kitchenSink, { n: spoilings.length, seed: 12 })) {
      const [name, value] = spoilings[index] as readonly [string, unknown]
      const spoilt = { ...answers, [name]: value }
      if (accepts(model, spoilt)) continue
      refused++
      expect({
        name,
        value,
        refused: validate({ answers: spoilt, completed: true }).length > 0,
      }).toEqual({
        name,
        value,
        refused: true,
      })
    }
    expect(refused).toBeGreaterThanOrEqual(8)
    model.dispose()
  })
})
