import { answeredShare, itemsOf, rowOf } from '@echolot/instrument'
import { SurveyModel } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { annaInstrument, annaPersonas } from '../testing/anna.ts'
import { prepareModel, shownOf } from './model.ts'
import { shownItems, walk } from './shown-items.ts'

const main = annaInstrument('main')

describe('routing of ANNA', () => {
  const missingIn = (
    shown: readonly string[],
    answers: object,
    asked: (variable: string) => boolean,
  ) =>
    rowOf(main, { answers: answers as never, shown, reached: 'all' })
      .missingReasons.filter(({ variable, reason }) => reason === 'routed' && asked(variable))
      .map(({ variable }) => variable)

  it.each(annaPersonas())(
    'asks $name what the table says, by the compiled conditions',
    ({ answers, asked, notAsked }) => {
      const shown = shownItems(main, answers)
      expect(answeredShare(main, answers, shown).applicable).toBe(asked)
      const routed = missingIn(shown, answers, () => true).map((name) =>
        name.replace(/^wish_rank_\d$/, 'wish_rank'),
      )
      for (const name of notAsked) expect(routed).toContain(name)
      const kids = Array.isArray(answers.children) ? answers.children.length : 0
      const unlisted = [...new Set(routed)].filter((name) => !notAsked.includes(name))
      const beyond = ['child_age', 'child_care', 'child_club'].flatMap((item) =>
        Array.from({ length: 6 - kids }, (_, place) => `${item}_${kids + place + 1}`),
      )
      expect(unlisted.sort()).toEqual(beyond.sort())
    },
  )

  it.each(annaPersonas())('asks $name the same in survey-core itself', ({ answers }) => {
    const model = new SurveyModel(main.survey)
    prepareModel(model, main)
    for (const [name, value] of Object.entries(answers)) model.setValue(name, value)
    expect([...shownOf(model)].sort()).toEqual([...shownItems(main, answers)].sort())
    model.dispose()
  })

  it('shows the thanks after a refusal on page two and nothing else', () => {
    expect(walk(main, { consent_main: 2 }).map(({ page }) => page)).toEqual([
      'p_start',
      'p_consent',
    ])
  })

  it('leads a consenting parent of one child over all sixteen pages', () => {
    expect(walk(main, { consent_main: 1, hh_children_n: 1 })).toHaveLength(16)
  })

  it('forgets what became hidden before it judges the next condition', () => {
    const survey = {
      clearInvisibleValues: 'onHidden',
      elements: [
        { type: 'text', name: 'a' },
        { type: 'text', name: 'b', visibleIf: '{a} = 1' },
        { type: 'text', name: 'c', visibleIf: '{b} notempty' },
      ],
    }
    const instrument = {
      instrument: 'x',
      version: '1.0.0',
      languages: [],
      scales: [],
      variables: [],
      survey,
    }
    expect(shownItems(instrument, { a: 2, b: 'left over' })).toEqual(['a'])
    expect(
      shownItems(
        { ...instrument, survey: { ...survey, clearInvisibleValues: 'none' } },
        { a: 2, b: 'left over' },
      ),
    ).toEqual(['a', 'c'])
  })

  it('knows every item of the form', () => {
    expect(itemsOf(main).filter(({ role }) => role === 'answer')).toHaveLength(62)
  })
})
