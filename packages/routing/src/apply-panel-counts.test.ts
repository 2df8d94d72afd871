import { SurveyModel } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { annaInstrument } from '../testing/anna.ts'
import { prepareModel } from './prepare-model.ts'

const main = annaInstrument('main')
const fresh = () => {
  const model = new SurveyModel(main.survey)
  prepareModel(model, main)
  model.setValue('consent_main', 1)
  const children = () =>
    model.getQuestionByName('children') as unknown as {
      panelCount: number
      panels: readonly { getQuestionByName: (name: string) => { value: unknown } }[]
    }
  return { model, children }
}

describe('applyPanelCounts', () => {
  it('shows three entries for three children', () => {
    const { model, children } = fresh()
    model.setValue('hh_children_n', 3)
    expect(children().panelCount).toBe(3)
  })

  it('shows no more than six, and none for a missing code', () => {
    const { model, children } = fresh()
    model.setValue('hh_children_n', 9)
    expect(children().panelCount).toBe(6)
    model.setValue('hh_children_n', -88)
    expect(children().panelCount).toBe(0)
  })

  it('brings no ghost back when three become two and three again', () => {
    const { model, children } = fresh()
    model.setValue('hh_children_n', 3)
    for (const [place, panel] of children().panels.entries())
      panel.getQuestionByName('child_age').value = place + 2
    model.setValue('hh_children_n', 2)
    expect(model.getValue('children')).toEqual([{ child_age: 2 }, { child_age: 3 }])
    model.setValue('hh_children_n', 3)
    expect(model.getValue('children')).toEqual([{ child_age: 2 }, { child_age: 3 }, {}])
  })

  it('counts again when a draft is loaded', () => {
    const model = new SurveyModel(main.survey)
    model.data = { consent_main: 1, hh_children_n: 2, children: [{ child_age: 4 }] }
    prepareModel(model, main)
    const children = model.getQuestionByName('children') as unknown as { panelCount: number }
    expect(children.panelCount).toBe(2)
  })
})

describe('prepareModel', () => {
  it('shows English to those who want it, and German where a draft has no text', () => {
    const { model } = fresh()
    const title = () => model.getQuestionByName('hh_partner').title
    model.locale = 'en'
    expect(title()).toBe('Does a partner live with you in your home?')
    model.locale = 'de-x-ls'
    expect(title()).toBe('Lebt ein Partner oder eine Partnerin mit Ihnen in der Wohnung?')
    expect(model.getQuestionByName('hh_children_n').title).toMatch(
      /^Wie viele Kinder wohnen bei Ihnen\?/,
    )
    model.locale = 'de'
    expect(model.getQuestionByName('hh_children_n').title).toBe(
      'Wie viele Kinder unter 18 Jahren leben bei Ihnen?',
    )
  })

  it('lets −88 stand in a number where the note allows it, and nothing else below zero', () => {
    const { model } = fresh()
    const item = model.getQuestionByName('hh_children_n')
    item.value = -88
    expect(item.validate(true)).toBe(true)
    item.value = -3
    expect(item.validate(true)).toBe(false)
  })
})
