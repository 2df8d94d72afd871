import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annaInstrument, instrumentOf } from '../testing/instruments.ts'
import { codebookOf } from './codebook-of.ts'
import { itemsOf } from './items-of.ts'
import { rowOf } from './row-of.ts'
import { structureProblems } from './structure/structure-problems.ts'
import { textCompleteness, textsOf } from './texts-of.ts'

const find = (survey: object, name: string) =>
  itemsOf(survey as never).find((item) => item.name === name)

describe('itemsOf', () => {
  it.each([
    ['main', 62],
    ['prepost', 36],
    ['coach', 12],
    ['youth', 8],
  ] as const)('finds in ANNA %s the %i items that take an answer', (name, count) => {
    expect(itemsOf(annaInstrument(name)).filter(({ role }) => role === 'answer')).toHaveLength(
      count,
    )
  })

  it('tells where an item stands and what it needs', () => {
    const item = itemsOf(annaInstrument('main')).find(({ name }) => name === 'hh_children_n')
    expect(item).toMatchObject({
      type: 'text',
      page: 'p_household',
      path: '/pages/2/elements/1',
      inputType: 'number',
      min: 0,
      max: 12,
      step: 1,
      required: false,
      visibleIf: '{consent_main} = 1',
      conditions: ['{consent_main} = 1', '{consent_main} = 1'],
    })
  })

  it('gives rows of a matrix and questions of a panel the name of what holds them', () => {
    const items = itemsOf(annaInstrument('main'))
    expect(items.find(({ name }) => name === 'hres_3')).toMatchObject({
      parent: 'm_hres',
      type: 'matrixrow',
    })
    expect(items.find(({ name }) => name === 'child_club')).toMatchObject({
      parent: 'children',
      conditions: ['{panel.child_age} >= 2'],
    })
  })

  it('reads choices as values or with words, and the ones a flag adds', () => {
    const survey = {
      elements: [
        {
          type: 'radiogroup',
          name: 'a',
          choices: [1, { value: 'b', text: 'B' }],
          showOtherItem: true,
        },
      ],
    }
    expect(find(survey, 'a')?.choices.map(({ value }) => value)).toEqual([1, 'b', 'other'])
  })

  it('counts the points of a rating', () => {
    const points = (rating: object) =>
      find({ elements: [{ type: 'rating', name: 'a', ...rating }] }, 'a')?.choices.map(
        ({ value }) => value,
      )
    expect(points({})).toEqual([1, 2, 3, 4, 5])
    expect(points({ rateMin: 0, rateMax: 1, rateStep: 0.5 })).toEqual([0, 0.5, 1])
    expect(points({ rateCount: 3 })).toEqual([1, 2, 3])
    expect(points({ rateValues: ['low', { value: 'high', text: 'High' }] })).toEqual([
      'low',
      'high',
    ])
  })

  it('opens panels and collects their conditions', () => {
    const survey = {
      pages: [
        {
          name: 'p',
          visibleIf: '{x} = 1',
          elements: [
            {
              type: 'panel',
              name: 'q',
              visibleIf: '{y} = 2',
              elements: [{ type: 'text', name: 'a', visibleIf: '{z} = 3' }],
            },
          ],
        },
      ],
    }
    expect(find(survey, 'a')).toMatchObject({
      page: 'p',
      conditions: ['{x} = 1', '{y} = 2', '{z} = 3'],
      visible: true,
    })
  })

  it('keeps unknown types', () => {
    expect(find({ elements: [{ type: 'crystalball', name: 'a' }] }, 'a')).toMatchObject({
      type: 'crystalball',
      role: 'answer',
    })
  })

  it('stands any JSON whatever', () => {
    const name = fc.constantFrom(
      'pages',
      'elements',
      'type',
      'name',
      'choices',
      'rows',
      'columns',
      'title',
      'templateElements',
      'items',
      'visibleIf',
      'panel',
      'text',
      'matrix',
      'paneldynamic',
    )
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.string({ maxLength: 5 }),
        name,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(name, tie('node'), { maxKeys: 6 }),
      ),
    })).node
    fc.assert(
      fc.property(fc.dictionary(name, value), (survey) => {
        const instrument = instrumentOf(survey)
        itemsOf(instrument)
        structureProblems(instrument)
        textsOf(instrument, 'en')
        textCompleteness(instrument)
        const { variables } = codebookOf(instrument)
        const row = rowOf(instrument, { answers: survey, shown: Object.keys(survey) })
        expect(Object.keys(row.values)).toEqual(variables.map((variable) => variable.name))
      }),
      { numRuns: 400 },
    )
  })
})
