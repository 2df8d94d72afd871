import { itemsOf } from '@echolot/instrument'
import { SurveyModel } from 'survey-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { annaInstrument } from '../testing/anna.ts'
import { kitchenSink } from '../testing/kitchen-sink.ts'
import { compileValidator } from './compile-validator.ts'
import { prepareModel } from './prepare-model.ts'
import { randomOf } from './random.ts'
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
    const random = randomOf(99)
    const names = itemsOf(kitchenSink)
      .filter(({ parent, role }) => parent === undefined && role !== 'text')
      .map(({ key }) => key)
    const junk = [
      undefined,
      -5,
      9e9,
      'x',
      'x'.repeat(300),
      [],
      ['zzz'],
      {},
      { zzz: 1 },
      true,
      '2026-13-45',
    ]
    let refused = 0
    for (const { answers } of simulate(kitchenSink, { n: 25, seed: 12 })) {
      const spoilt = { ...answers, [random.pick(names) ?? '']: random.pick(junk) }
      if (accepts(model, spoilt)) continue
      refused++
      expect({
        spoilt,
        problems: validate({ answers: spoilt, completed: true }).length,
      }).not.toEqual({ spoilt, problems: 0 })
    }
    expect(refused).toBeGreaterThan(3)
    model.dispose()
  })
})
