import { describe, expect, it } from 'vitest'
import { annaInstrument } from '../testing/instruments.ts'
import { impactOf, planEntriesTouched } from './impact-of.ts'
import { itemsOf } from './items-of.ts'
import { setText } from './set-text.ts'

const main = annaInstrument('main')
const plan = {
  weights: { base: 'frame', margins: [{ variable: 'region_family' }] },
  scales: [
    { name: 'TRU', label: 'hh_partner', items: ['tru_1', 'tru_2', 'tru_3', 'tru_4'] },
    { name: 'COA', items: ['coa_1', 'coa_2'] },
  ],
  derive: [
    { name: 'single', expression: 'if(hh_partner == 2, 1, 0)' },
    { name: 'region_family', expression: '10 * stratum + single' },
    { name: 'hours_now', expression: 'emp_hours_act' },
  ],
  analyses: [
    { id: 'trust', method: 'weighted-means', variables: ['TRU_100'] },
    { id: 'hours', method: 'weighted-means', variables: ['hours_now'] },
  ],
}
const reworded = (name: string) => {
  const item = itemsOf(main).find((one) => one.name === name)
  return setText(main, {
    path: `${item?.path}/${item?.type === 'matrixrow' ? 'text' : 'title'}`,
    language: 'de',
    text: 'Ganz anders gefragt',
  })
}

describe('impactOf', () => {
  it('is nothing where nothing changed', () => {
    expect(impactOf(main, main)).toMatchObject({ variables: [], scales: [], routed: [] })
  })

  it('names the scale of a changed item, and the analyses that use either', () => {
    const impact = impactOf(main, reworded('tru_3'))
    expect(impact).toMatchObject({ variables: ['tru_3'], scales: ['TRU'] })
    expect(planEntriesTouched(plan, impact)).toEqual(['scales: TRU', 'analyses: trust'])
  })

  it('names what is derived from a changed variable', () => {
    const impact = impactOf(main, reworded('hh_partner'))
    expect(impact.variables).toEqual(['hh_partner'])
    expect(planEntriesTouched(plan, impact)).toEqual([
      'derive: single',
      'derive: region_family',
      'weights',
    ])
  })
})
