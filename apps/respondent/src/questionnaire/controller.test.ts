// @vitest-environment jsdom
import type { InstrumentEnvelope } from '@echolot/contract/instruments'
import type { Question } from 'survey-core'
import { describe, expect, it, vi } from 'vitest'
import { sayAtOnce } from '../words/words.ts'
import { makeController } from './controller.ts'
import { missingOffers } from './missing-offers.ts'

const choices = [1, 2]
const scale = [1, 2, 3]
const instrument = {
  instrument: 'test',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'reviewed', live: true },
  ],
  consent: { item: 'consent', agreed: [1] },
  panelCounts: [{ panel: 'children', from: 'count' }],
  scales: [],
  variables: [
    { name: 'count', missing: [-77, -88], reminder: 'once' },
    { name: 'row_a', missing: [-88], reminder: 'once' },
    { name: 'row_b', missing: [-88], reminder: 'once' },
    { name: 'offered', missing: [-88] },
    { name: 'age' },
  ],
  survey: {
    completedHtml: { default: 'Danke {text}', en: 'Thank you {text}' },
    pages: [
      {
        name: 'p1',
        elements: [{ type: 'radiogroup', name: 'consent', isRequired: true, choices }],
      },
      {
        name: 'p2',
        title: { default: 'Zahl', en: 'Number' },
        elements: [
          { type: 'text', name: 'count', inputType: 'number', min: 0, max: 12 },
          { type: 'radiogroup', name: 'offered', choices: [1, -88] },
          { type: 'text', name: 'text' },
        ],
      },
      {
        name: 'p3',
        elements: [
          { type: 'matrix', name: 'm', columns: scale, rows: ['row_a', 'row_b'] },
          {
            type: 'paneldynamic',
            name: 'children',
            visibleIf: '{count} > 0',
            maxPanelCount: 6,
            templateElements: [{ type: 'radiogroup', name: 'age', choices }],
          },
        ],
      },
    ],
  },
} as unknown as InstrumentEnvelope

const started = (bookmark?: Parameters<typeof makeController>[0]['bookmark']) => {
  const onPageLeft = vi.fn()
  const onConsentRefused = vi.fn()
  const onComplete = vi.fn()
  const controller = makeController({
    instrument,
    language: 'de',
    say: sayAtOnce('de'),
    onPageLeft,
    onConsentRefused,
    onComplete,
    onPause: vi.fn(),
    ...(bookmark === undefined ? {} : { bookmark }),
  })
  const { model } = controller
  const question = (name: string) => model.getQuestionByName(name) as Question
  return { ...controller, question, onPageLeft, onConsentRefused, onComplete }
}
const agreed = () => {
  const visit = started()
  visit.model.setValue('consent', 1)
  visit.next()
  return visit
}

describe('makeController', () => {
  it('blocks on the consent alone and lets nothing out before it', () => {
    const { model, next, onPageLeft, snapshot } = started()
    next()
    expect(model.currentPage.name).toBe('p1')
    expect(onPageLeft).not.toHaveBeenCalled()
    expect(snapshot()).toBeUndefined()
  })

  it('leads a refused consent out of the questionnaire', () => {
    const { model, next, onPageLeft, onConsentRefused } = started()
    model.setValue('consent', 2)
    next()
    expect(onConsentRefused).toHaveBeenCalledOnce()
    expect(onPageLeft).not.toHaveBeenCalled()
  })

  it('reminds once of open questions, then goes on', () => {
    const { model, next, beside, onPageLeft } = agreed()
    next()
    expect(beside().open.map(({ question }) => question.name)).toEqual(['count'])
    expect(model.currentPage.name).toBe('p2')
    next()
    expect(model.currentPage.name).toBe('p3')
    expect(onPageLeft).toHaveBeenLastCalledWith(
      expect.objectContaining({ page: 'p2', shown: ['consent', 'count', 'offered', 'text'] }),
    )
  })

  it('stores −88 for the link, and refuses the same number typed into the field', () => {
    const { question, decline, answerAfterAll, next, model } = agreed()
    question('count').value = -88
    next()
    expect(model.currentPage.name).toBe('p2')
    expect(model.data).not.toHaveProperty('count')
    expect(question('count').errors).toHaveLength(1)
    decline(question('count'))
    expect(model.data).toMatchObject({ count: -88 })
    next()
    expect(model.currentPage.name).toBe('p3')
    answerAfterAll(question('count'))
    expect(model.data).not.toHaveProperty('count')
  })

  it('fills the open rows of a matrix and leaves the answered ones alone', () => {
    const { question, decline, isDeclined, answerAfterAll } = agreed()
    question('m').value = { row_b: 3 }
    decline(question('m'))
    expect(question('m').value).toEqual({ row_a: -88, row_b: 3 })
    expect(isDeclined(question('m'))).toBe(true)
    answerAfterAll(question('m'))
    expect(question('m').value).toEqual({ row_b: 3 })
  })

  it('offers no link where a choice already says it', () => {
    const { question, notes } = agreed()
    expect(missingOffers(question('count'), notes)).toEqual({ decline: true, dontKnow: true })
    expect(missingOffers(question('m'), notes)).toEqual({ decline: true, dontKnow: false })
    expect(missingOffers(question('offered'), notes)).toEqual({ decline: false, dontKnow: false })
    expect(missingOffers(question('text'), notes)).toEqual({ decline: false, dontKnow: false })
  })

  it('asks before a smaller number takes answers away, and brings none back', () => {
    const { model, beside, answerFewer } = agreed()
    model.setValue('count', 3)
    const panel = model.getQuestionByName('children') as Question & {
      panels: { getQuestionByName: (name: string) => Question }[]
    }
    ;(panel.panels[2]?.getQuestionByName('age') as Question).value = 1
    model.setValue('count', 2)
    expect(beside().fewer).toMatchObject({ before: 3, after: 2 })
    expect(model.getValue('count')).toBe(3)
    answerFewer('no')
    expect(model.getValue('children')).toHaveLength(3)
    model.setValue('count', 2)
    answerFewer('yes')
    expect(model.getValue('count')).toBe(2)
    model.setValue('count', 3)
    expect(model.getValue('children')).toEqual([{}, {}, {}])
  })

  it('takes up where a bookmark lies, declined answers as declined', () => {
    const { model, question, isDeclined, snapshot } = started({
      page: 'p2',
      answers: { consent: 1, count: -88 },
      visited: ['p1', 'p2'],
    })
    expect(model.currentPage.name).toBe('p2')
    expect(isDeclined(question('count'))).toBe(true)
    expect(snapshot()?.answers).toMatchObject({ consent: 1, count: -88 })
  })

  it('begins with what is given where a bookmark has no answers yet', () => {
    const { survey } = instrument as unknown as { survey: { pages: { elements: object[] }[] } }
    const controller = makeController({
      instrument: {
        ...instrument,
        survey: {
          pages: [
            ...survey.pages,
            { name: 'p4', elements: [{ type: 'text', name: 'given', defaultValue: 'so' }] },
          ],
        },
      } as unknown as InstrumentEnvelope,
      language: 'de',
      say: sayAtOnce('de'),
      bookmark: { page: 'p2', answers: {}, visited: [] },
      onPageLeft: vi.fn(),
      onConsentRefused: vi.fn(),
      onComplete: vi.fn(),
      onPause: vi.fn(),
    })
    expect(controller.model.getValue('given')).toBe('so')
    expect(controller.model.currentPage.name).toBe('p2')
  })

  it('leads to the answer that the server did not accept', () => {
    const { model, next, showErrors, beside } = agreed()
    next()
    next()
    showErrors([{ path: 'answers.count', message: 'too large' }])
    expect(model.currentPage.name).toBe('p2')
    expect(beside().rejected).toEqual(['count'])
  })

  it('speaks the language and falls back to the source', () => {
    const { model, speak, closingHtml } = agreed()
    speak('en', sayAtOnce('en'))
    expect(model.currentPage.title).toBe('Number')
    expect(closingHtml()).toContain('Thank you')
    speak('tr', sayAtOnce('de'))
    expect(model.currentPage.title).toBe('Zahl')
  })

  it('takes markup out of answers before they are shown', () => {
    const { model, closingHtml } = agreed()
    model.setValue('text', '<img src=x onerror="alert(1)"><a href="javascript:alert(1)">x</a>')
    expect(closingHtml()).not.toMatch(/onerror|javascript:|<img/)
  })
})
