import { describe, expect, it } from 'vitest'
import { annaInstrument } from '../../testing/anna.ts'
import { assertionProblems } from './assertion-problems.ts'
import { walkPersona } from './walk-persona.ts'

const main = annaInstrument('main')

describe('assertionProblems', () => {
  it('finds nothing against the assertions that the questionnaire of ANNA carries', () => {
    expect(main.assertions?.length).toBeGreaterThan(3)
    expect(assertionProblems(main)).toEqual([])
  })

  it('tells what is refuted, what names nothing and what never applies', () => {
    const found = assertionProblems({
      ...main,
      assertions: [
        { name: 'no hours', when: '{emp_status} = 2', expect: { hidden: 'emp_hours_act' } },
        { name: 'lost', expect: { shown: 'nowhere' } },
        { name: 'never', when: '{hh_partner} = 99', expect: { shown: 'm_coa' } },
      ],
    })
    expect(found.map(({ path, severity, rule }) => [path, severity, rule])).toEqual([
      ['/assertions/0', 'error', 'assertion-refuted'],
      ['/assertions/1', 'error', 'assertion-unreadable'],
      ['/assertions/2', 'warning', 'assertion-idle'],
    ])
  })
})

describe('the personas of ANNA', () => {
  it.each(main.personas ?? [])('$name: $description', (persona) => {
    const { unmet, neverAsked } = walkPersona(main, persona)
    expect({ unmet, neverAsked }).toEqual({ unmet: [], neverAsked: [] })
  })

  it('are the seven of the routing cases', () => {
    expect(main.personas?.map(({ name }) => name)).toEqual([
      'P1',
      'P2',
      'P3',
      'P4',
      'P5',
      'P6',
      'P7',
    ])
  })
})
