import { describe, expect, it } from 'vitest'
import { annaInstrument, instrumentOf } from '../testing/instruments.ts'
import { codebookOf } from './codebook-of.ts'

const variables = (...elements: readonly object[]) =>
  codebookOf(instrumentOf({ elements })).variables
const names = (...elements: readonly object[]) => variables(...elements).map(({ name }) => name)

describe('codebookOf', () => {
  it('gives ANNA its variables in the order of the form', () => {
    const all = codebookOf(annaInstrument('main')).variables.map(({ name }) => name)
    expect(all).toHaveLength(83)
    expect(all.slice(0, 5)).toEqual([
      'consent_main',
      'consent_quote',
      'hh_partner',
      'hh_children_n',
      'child_age_1',
    ])
    for (const name of [
      'hres_1',
      'bar_debts',
      'child_club_6',
      'wish_rank_7',
      'lifesat',
      'wish_open',
    ])
      expect(all).toContain(name)
    for (const name of ['m_hres', 'children', 'stratum', 'intro_html', 'single_parent'])
      expect(all).not.toContain(name)
  })

  it('describes a Likert row with its values, codes and class', () => {
    const trust = codebookOf(annaInstrument('main')).variables.find(({ name }) => name === 'tru_1')
    expect(trust).toMatchObject({
      item: 'tru_1',
      type: 'integer',
      measure: 'ordinal',
      missing: [-77, -88, -99],
      sensitivity: 'sensitive',
    })
    expect(trust?.values?.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5, -77])
    expect(trust?.label).toMatchObject({
      default: 'Das Jobcenter behandelt mich fair.',
      en: 'The Jobcenter treats me fairly.',
    })
  })

  it('gives numbers their range, and whole ones their type', () => {
    const all = codebookOf(annaInstrument('main')).variables
    expect(all.find(({ name }) => name === 'hh_children_n')).toMatchObject({
      type: 'integer',
      measure: 'scale',
      range: { min: 0, max: 12 },
      missing: [-77, -88, -99],
    })
    expect(all.find(({ name }) => name === 'emp_hours_act')).toMatchObject({
      type: 'number',
      range: { min: 0, max: 80 },
    })
  })

  it('spreads a multiple choice over 0/1 variables', () => {
    expect(names({ type: 'checkbox', name: 'topic', choices: [1, 2, -1, 'so so'] })).toEqual([
      'topic_1',
      'topic_2',
      'topic_m1',
      'topic_so_so',
    ])
    expect(
      variables({ type: 'checkbox', name: 'topic', choices: [1] })[0]?.values?.map(
        ({ value }) => value,
      ),
    ).toEqual([1, 0])
  })

  it('gives "other" its words', () => {
    expect(names({ type: 'checkbox', name: 'topic', choices: [1], showOtherItem: true })).toEqual([
      'topic_1',
      'topic_other',
      'topic_comment',
    ])
    expect(names({ type: 'radiogroup', name: 'why', choices: [1], showOtherItem: true })).toEqual([
      'why',
      'why_comment',
    ])
  })

  it('ranks each choice, with 0 for one that was not chosen', () => {
    const [first] = variables({
      type: 'ranking',
      name: 'wish',
      choices: [1, 2, 3],
      selectToRankEnabled: true,
      maxSelectedChoices: 2,
    })
    expect(first).toMatchObject({ name: 'wish_1', measure: 'ordinal', range: { min: 0, max: 2 } })
  })

  it('numbers the entries of panels, also one in the other', () => {
    const inner = {
      type: 'paneldynamic',
      name: 'toys',
      maxPanelCount: 2,
      templateElements: [{ type: 'text', name: 'toy' }],
    }
    expect(
      names({
        type: 'paneldynamic',
        name: 'kids',
        maxPanelCount: 2,
        templateElements: [{ type: 'text', name: 'kid' }, inner],
      }),
    ).toEqual(['kid_1', 'toy_1_1', 'toy_1_2', 'kid_2', 'toy_2_1', 'toy_2_2'])
  })

  it('names the cells of matrices and the parts of multiple texts', () => {
    expect(
      names({
        type: 'matrixdropdown',
        name: 'm',
        rows: ['a', 'b'],
        columns: [{ name: 'c', cellType: 'text' }],
      }),
    ).toEqual(['m_a_c', 'm_b_c'])
    expect(
      names({
        type: 'matrixdynamic',
        name: 'm',
        maxRowCount: 2,
        columns: [{ name: 'c', cellType: 'text' }],
      }),
    ).toEqual(['c_1', 'c_2'])
    expect(
      names({ type: 'multipletext', name: 't', items: [{ name: 'x' }, { name: 'y' }] }),
    ).toEqual(['t_x', 't_y'])
  })

  it('keeps texts of choices as texts, and yes and no as 1 and 0', () => {
    expect(variables({ type: 'dropdown', name: 'land', choices: ['de', 'at'] })[0]).toMatchObject({
      type: 'text',
      missing: [],
    })
    expect(variables({ type: 'boolean', name: 'ok' })[0]).toMatchObject({
      type: 'integer',
      values: [{ value: 1 }, { value: 0 }],
    })
  })

  it('never gives one name to two variables', () => {
    const all = names(
      { type: 'checkbox', name: 'q', choices: [1] },
      { type: 'text', name: 'q_1' },
      { type: 'text', name: 'Q_1' },
    )
    expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(3)
  })

  it('counts an item without a note as sensitive', () => {
    expect(variables({ type: 'text', name: 'a' })[0]?.sensitivity).toBe('sensitive')
  })
})
