import { SurveyModel } from 'survey-core'
import 'survey-core/i18n/german'
import { describe, expect, it, vi } from 'vitest'
import { annaInstrument } from '../testing/anna.ts'
import { checkSurvey } from './check-survey.ts'

const instrument = (survey: object) => ({
  instrument: 'x',
  version: '1.0.0',
  languages: [{ tag: 'en', status: 'source' as const, live: true }],
  scales: [],
  variables: [{ name: 'a', sensitivity: 'plain' as const, purpose: 'test' }],
  survey: survey as Record<string, unknown>,
})
const found = (survey: object) =>
  checkSurvey(instrument(survey)).map(({ path, rule }) => `${path} ${rule}`)

describe('checkSurvey', () => {
  it.each(['main', 'prepost', 'coach', 'youth'] as const)('finds nothing in ANNA %s', (name) => {
    expect(checkSurvey(annaInstrument(name))).toEqual([])
  })

  it.each(['main', 'prepost', 'coach', 'youth'] as const)(
    'loads ANNA %s without a single error of the library',
    (name) => {
      const model = new SurveyModel()
      model.fromJSON(annaInstrument(name).survey, { validatePropertyValues: true })
      expect(model.jsonErrors ?? []).toEqual([])
      model.dispose()
    },
  )

  it('names a property the library does not know, and where it stands', () => {
    expect(
      found({
        pages: [{ name: 'p', elements: [{ type: 'text', name: 'a', title: 'A', colour: 'red' }] }],
      }),
    ).toEqual(['/survey/pages/0/elements/0/colour json-unknownproperty'])
  })

  it('names a type the library would drop', () => {
    const problems = checkSurvey(
      instrument({ elements: [{ type: 'crystalball', name: 'a', title: 'A' }] }),
    )
    expect(problems[0]).toMatchObject({
      path: '/survey/elements/0',
      severity: 'error',
      rule: 'json-incorrecttypeproperty',
      message: 'The type “crystalball” is unknown.',
    })
  })

  it('names a value the property does not take', () => {
    expect(
      found({ elements: [{ type: 'text', name: 'a', title: 'A', inputType: 'weird' }] }),
    ).toEqual(['/survey/elements/0 json-incorrectvalue'])
  })

  it('knows calculated values that come to nothing yet', () => {
    expect(
      found({
        elements: [
          { type: 'text', name: 'a', title: 'A', inputType: 'date', visibleIf: '{twice} > 4' },
        ],
        calculatedValues: [
          { name: 'twice', expression: '{once} * 2' },
          { name: 'once', expression: "dateDiff({a}, today(), 'days')" },
        ],
      }),
    ).toEqual([])
  })

  it('names conditions that mean nothing', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const withCondition = (visibleIf: string) =>
      found({ elements: [{ type: 'text', name: 'a', title: 'A', visibleIf }] })
    expect(withCondition('{b} = 1')).toEqual(['/survey/elements/0/visibleIf reference-unknown'])
    expect(withCondition('nonsense({a})')).toEqual([
      '/survey/elements/0/visibleIf expression-function',
    ])
    expect(withCondition('{a} = = 1')).toEqual(['/survey/elements/0/visibleIf expression-syntax'])
    warn.mockRestore()
    error.mockRestore()
  })

  it('knows the values that only the office sets', () => {
    const survey = { elements: [{ type: 'text', name: 'a', title: 'A', visibleIf: '{wave} = 1' }] }
    expect(checkSurvey({ ...instrument(survey), context: [{ name: 'wave' }] })).toEqual([])
  })

  it('names a pattern that could run for ever', () => {
    expect(
      found({
        elements: [
          {
            type: 'text',
            name: 'a',
            title: 'A',
            validators: [{ type: 'regex', regex: '^(a+)+$' }],
          },
        ],
      }),
    ).toEqual(['/survey/elements/0/validators/0 pattern-unsafe'])
  })

  it('says so when a survey cannot be loaded at all', () => {
    expect(found({ elements: [null] })).toContain('/survey json-unreadable')
  })
})
