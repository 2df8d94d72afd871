import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { annaInstrument } from '../testing/instruments.ts'
import { impactOf, planEntriesTouched } from './impact-of.ts'
import { itemsOf } from './items-of.ts'
import { setText } from './set-text.ts'

const main = annaInstrument('main')
const plan = JSON.parse(
  readFileSync(new URL('../../../surveys/anna/plan.json', import.meta.url), 'utf8'),
)
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
    const touched = planEntriesTouched(plan, impact)
    expect(touched).toContain('scales: TRU')
    expect(touched.some((entry) => entry.startsWith('analyses: '))).toBe(true)
    expect(touched).not.toContain('scales: COA')
  })

  it('names what is derived from a changed variable', () => {
    const impact = impactOf(main, reworded('hh_partner'))
    expect(impact.variables).toEqual(['hh_partner'])
    expect(planEntriesTouched(plan, impact)).toEqual(
      expect.arrayContaining(['weights', 'derive: single', 'derive: region_family']),
    )
  })
})
