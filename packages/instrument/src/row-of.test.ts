import { describe, expect, it } from 'vitest'
import { annaInstrument, instrumentOf } from '../testing/instruments.ts'
import { answeredShare } from './answered-share.ts'
import { rowOf } from './row-of.ts'

const main = annaInstrument('main')
const reasonsOf = (row: ReturnType<typeof rowOf>) =>
  Object.fromEntries(row.missingReasons.map(({ variable, reason }) => [variable, reason]))

describe('rowOf', () => {
  it('keeps −77 and −88 as answered', () => {
    const row = rowOf(main, {
      answers: { hh_children_n: -88, m_hres: { hres_1: -77 } },
      shown: ['hh_children_n', 'm_hres'],
    })
    expect(row.values).toMatchObject({ hh_children_n: -88, hres_1: -77 })
  })

  it('tells routed, blank and not reached apart', () => {
    const row = rowOf(main, {
      answers: { consent_main: 1, hh_partner: 1 },
      shown: [
        'consent_main',
        'consent_quote',
        'hh_partner',
        'hh_children_n',
        'emp_status',
        'emp_hours_want',
      ],
    })
    expect(reasonsOf(row)).toMatchObject({
      consent_quote: 'blank',
      hh_children_n: 'blank',
      child_age_1: 'routed',
      emp_hours_act: 'routed',
      hres_1: 'not_reached',
      wish_open: 'not_reached',
    })
    expect(row.values).toMatchObject({
      hh_partner: 1,
      hh_children_n: -99,
      hres_1: -99,
      wish_open: null,
    })
  })

  it('takes everything unseen of a completed response for routed', () => {
    const row = rowOf(main, {
      answers: { consent_main: 2 },
      shown: ['consent_main'],
      reached: 'all',
    })
    expect(new Set(row.missingReasons.map(({ reason }) => reason))).toEqual(new Set(['routed']))
    expect(row.missingReasons).toHaveLength(82)
  })

  it('believes the pages it is told were reached', () => {
    const row = rowOf(main, {
      answers: {},
      shown: ['consent_main'],
      reached: ['p_consent', 'p_household'],
    })
    expect(reasonsOf(row)).toMatchObject({
      consent_main: 'blank',
      hh_partner: 'routed',
      emp_status: 'not_reached',
    })
  })

  it('numbers children, and tells the club of a baby from one left open', () => {
    const row = rowOf(main, {
      answers: { hh_children_n: 2, children: [{ child_age: 1 }, { child_age: 3 }] },
      shown: [
        'hh_children_n',
        'children',
        'child_age_1',
        'child_care_1',
        'child_age_2',
        'child_care_2',
        'child_club_2',
      ],
    })
    expect(row.values).toMatchObject({ child_age_1: 1, child_age_2: 3 })
    expect(reasonsOf(row)).toMatchObject({
      child_care_1: 'blank',
      child_club_1: 'routed',
      child_club_2: 'blank',
      child_age_3: 'routed',
    })
  })

  it('sets aside what was answered without being displayed, and what fits no variable', () => {
    const row = rowOf(main, {
      answers: {
        consent_main: 1,
        emp_hours_act: 30,
        lifesat: 99,
        hh_children_n: 'many',
        wish_rank: [9],
      },
      shown: ['consent_main', 'lifesat', 'hh_children_n', 'wish_rank'],
    })
    expect(reasonsOf(row)).toMatchObject({
      emp_hours_act: 'quarantined',
      lifesat: 'quarantined',
      hh_children_n: 'quarantined',
      wish_rank_1: 'quarantined',
    })
    expect(row.values).toMatchObject({ emp_hours_act: -99, lifesat: -99, hh_children_n: -99 })
  })

  it('keeps −1 and −2, which are answers about change', () => {
    const row = rowOf(annaInstrument('prepost'), {
      answers: { m_chg: { chg_work: -2, chg_home: -1, chg_kids: 0 } },
      shown: ['m_chg'],
    })
    expect(row.values).toMatchObject({ chg_work: -2, chg_home: -1, chg_kids: 0 })
  })

  it('ranks what was chosen and gives 0 to the rest', () => {
    const row = rowOf(main, { answers: { wish_rank: [6, 3] }, shown: ['wish_rank'] })
    expect(row.values).toMatchObject({
      wish_rank_6: 1,
      wish_rank_3: 2,
      wish_rank_1: 0,
      wish_rank_7: 0,
    })
  })

  it('spreads multiple choices, with words beside "other"', () => {
    const instrument = instrumentOf({
      elements: [
        {
          type: 'checkbox',
          name: 't',
          choices: [1, 2],
          showOtherItem: true,
          showDontKnowItem: true,
        },
      ],
    })
    const values = (t: unknown) =>
      rowOf(instrument, { answers: { t, 't-Comment': 'x' }, shown: ['t'] }).values
    expect(values([1, 'other'])).toEqual({ t_1: 1, t_2: 0, t_other: 1, t_comment: 'x' })
    expect(values(['dontknow'])).toMatchObject({ t_1: -77, t_2: -77 })
    expect(values([])).toMatchObject({ t_1: -99, t_2: -99 })
  })

  it('turns yes and no into 1 and 0', () => {
    const instrument = instrumentOf({
      elements: [
        { type: 'boolean', name: 'a' },
        { type: 'boolean', name: 'b' },
      ],
    })
    expect(rowOf(instrument, { answers: { a: true, b: false }, shown: ['a', 'b'] }).values).toEqual(
      { a: 1, b: 0 },
    )
  })
})

describe('answeredShare', () => {
  it('counts rows and entries, not variables', () => {
    const answers = {
      consent_main: 1,
      children: [{ child_age: 1 }],
      m_hres: { hres_1: 3 },
      wish_rank: [1],
    }
    const shown = ['consent_main', 'children', 'child_age_1', 'child_care_1', 'm_hres', 'wish_rank']
    expect(answeredShare(main, answers, shown)).toEqual({ answered: 4, applicable: 8 })
  })

  it('takes −88 for an answer and a blank for none', () => {
    expect(
      answeredShare(main, { hh_partner: -88, hh_children_n: '' }, ['hh_partner', 'hh_children_n']),
    ).toEqual({ answered: 1, applicable: 2 })
  })

  it('is nothing of nothing', () => {
    expect(answeredShare(main, {}, [])).toEqual({ answered: 0, applicable: 0 })
  })
})
