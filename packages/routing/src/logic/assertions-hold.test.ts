import { describe, expect, it } from 'vitest'
import { annaInstrument, annaPersonas } from '../../testing/anna.ts'
import { shownItems } from '../shown-items.ts'
import { type Assertion, assertionsHold, isDecidable } from './assertions-hold.ts'
import { walkPersona } from './walk-persona.ts'

const anna = annaInstrument('main')
const verdictOf = (assertion: Omit<Assertion, 'name'>) =>
  assertionsHold(anna, [{ name: 'it', ...assertion }])[0]

describe('assertionsHold', () => {
  it('proves what is so for all answers', () => {
    expect(
      verdictOf({ when: '{emp_status} anyof [1, 2, 3, 4]', expect: { shown: 'emp_hours_act' } }),
    ).toEqual({ name: 'it', verdict: 'proved' })
    expect(
      verdictOf({ when: '{consent_main} = 2', expect: { hidden: ['emp_status', 'p_work'] } }),
    ).toMatchObject({ verdict: 'proved' })
    expect(verdictOf({ expect: { required: 'consent_main' } })).toMatchObject({ verdict: 'proved' })
  })

  it('refutes the rest by answers that survey-core shows to be so', () => {
    const refuted = verdictOf({ when: '{emp_status} = 7', expect: { hidden: 'emp_hours_want' } })
    expect(refuted).toMatchObject({ verdict: 'refuted', about: 'hidden: emp_hours_want' })
    const answers = refuted?.witness?.answers ?? {}
    expect(answers).toMatchObject({ emp_status: 7 })
    expect(shownItems(anna, answers)).toContain('emp_hours_want')
  })

  it('says when an assertion is idle or names nothing', () => {
    expect(
      verdictOf({
        when: '{consent_main} = 1 and {consent_main} = 2',
        expect: { shown: 'children' },
      }),
    ).toMatchObject({ verdict: 'idle' })
    expect(verdictOf({ expect: { shown: 'nothing' } })).toMatchObject({
      verdict: 'unreadable',
      about: 'nothing',
    })
    expect(verdictOf({ when: '{a} und', expect: { shown: 'children' } })).toMatchObject({
      verdict: 'unreadable',
    })
  })

  it('tries made-up respondents where nothing can be proved, and says how many', () => {
    const when = "{consent_main} = 1 and age('1900-01-01') > 20"
    expect(isDecidable(anna, when)).toBe(false)
    const oracle = "age('1900-01-01') < 20"
    expect(
      assertionsHold(anna, [{ name: 'never', when: oracle, expect: { hidden: 'lifesat' } }], {
        n: 30,
        seed: 4,
      }),
    ).toEqual([{ name: 'never', verdict: 'not-refuted', runs: 30, seed: 4 }])
  })
})

describe('walkPersona', () => {
  it.each(annaPersonas().map((persona) => [persona.name, persona] as const))(
    'leads %s past what the routing table says',
    (_, { name, answers, notAsked }) => {
      const { pages, unmet, neverAsked } = walkPersona(anna, {
        name,
        answers: answers as Record<string, never>,
        expect: { hidden: notAsked },
      })
      expect(unmet).toEqual([])
      expect(neverAsked).toEqual([])
      expect(pages[0]?.page).toBe('p_start')
    },
  )

  it('fills by rule, by chance from the seed, or not at all', () => {
    const persona = {
      name: 'somebody',
      answers: {
        consent_main: 1,
        hh_children_n: { between: [1, 2] as const },
        emp_status: { oneOf: [1, 2] },
        lifesat: null,
      },
      others: 'plausible' as const,
      expect: { shown: ['emp_hours_act', 'coa_1'] },
    }
    const first = walkPersona(anna, persona, { seed: 3 })
    expect(walkPersona(anna, persona, { seed: 3 })).toEqual(first)
    expect([1, 2]).toContain(first.answers.hh_children_n)
    expect([1, 2]).toContain(first.answers.emp_status)
    expect(first.answers).not.toHaveProperty('lifesat')
    expect(first.answers).toHaveProperty('resp_age')
    const blank = walkPersona(anna, { ...persona, others: 'blank' }, { seed: 3 })
    expect(blank.answers).not.toHaveProperty('resp_age')
    expect(blank.unmet).toEqual(['shown: coa_1'])
  })

  it('names answers that nobody asked for', () => {
    const walked = walkPersona(anna, { name: 'no', answers: { consent_main: 2, resp_age: 3 } })
    expect(walked).toMatchObject({ outcome: 'refused', neverAsked: ['resp_age'] })
  })
})
