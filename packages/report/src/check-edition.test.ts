import { describe, expect, it } from 'vitest'
import { checkEdition } from './check-edition.ts'
import type { Edition, SectionEdition } from './edition.ts'
import { MADE } from './made.testing.ts'

const faultsOf = (sections: Edition['sections'], more: Partial<Edition> = {}) =>
  checkEdition(MADE, { language: 'de', sections, ...more }).map(({ path, fault, severity, what }) =>
    `${severity} ${path} ${fault} ${what}`.trim(),
  )
const ofCare = (edit: SectionEdition) => faultsOf({ care: edit })

describe('checkEdition', () => {
  it('finds nothing wrong with bound sentences', () => {
    expect(
      ofCare({ heading: '{item} zuerst', see: '{share}.', sure: '{strength}: {base}.' }),
    ).toEqual([])
  })

  it.each([
    ['{share} von 131', '131'],
    ['rund 0,5 mehr', '0,5'],
    ['jede ½ Stelle', '½'],
    ['٣ Orte', '٣'],
  ])('refuses a typed number: %s', (see, number) => {
    expect(ofCare({ see })).toEqual([`error sections.care.see typed-number ${number}`])
  })

  it('warns of numbers spelt out, not of words that contain them', () => {
    expect(ofCare({ see: 'Zwölf Familien, die Hälfte' })).toEqual([
      'warning sections.care.see number-word Zwölf',
      'warning sections.care.see number-word Hälfte',
    ])
    expect(ofCare({ see: 'Wir achten auf Zweifel und einsame Menschen' })).toEqual([])
  })

  it('lets plans have days and amounts, with a warning', () => {
    expect(ofCare({ recommendation: '2 Gruppen' })).toEqual([
      'warning sections.care.recommendation typed-number 2',
    ])
    expect(faultsOf({}, { decisions: ['bis zum 30.04.'] })).toEqual([
      'warning decisions.0 typed-number 30.04',
    ])
  })

  it('names what is not bound', () => {
    expect(ofCare({ heading: '{sahre}' })).toEqual([
      'error sections.care.heading unbound-name sahre',
    ])
    expect(faultsOf({}, { unknown: '{share}' })).toEqual(['error unknown unbound-name share'])
    expect(ofCare({ heading: '{share' })).toEqual(['error sections.care.heading loose-brace'])
    expect(ofCare({ heading: '{toString}' })).toEqual([
      'error sections.care.heading unbound-name toString',
    ])
  })

  it('names sections that are not there or are not edited', () => {
    expect(faultsOf({ gone: { heading: 'x' }, limits: { hidden: { reason: 'x' } } })).toEqual([
      'error sections.gone unknown-section gone',
      'error sections.limits not-editable limits',
    ])
    expect(faultsOf({}, { order: ['gone'], picked: ['care', 'lost'] })).toEqual([
      'error order.0 unknown-section gone',
      'error picked.1 unknown-section lost',
    ])
  })

  it('wants a headline, and lets a line be taken out', () => {
    expect(ofCare({ heading: ' ', see: '', follow: '', recommendation: '' })).toEqual([
      'error sections.care.heading empty',
      'error sections.care.see empty',
    ])
  })

  it('refuses what does not fit beside the picture', () => {
    expect(ofCare({ heading: 'x'.repeat(141) })).toEqual([
      'error sections.care.heading too-long 140',
    ])
  })

  it('wants reasons', () => {
    expect(ofCare({ strength: { value: 'open', reason: '' }, hidden: { reason: ' ' } })).toEqual([
      'error sections.care.strength.reason no-reason open',
      'error sections.care.hidden.reason no-reason care',
    ])
  })

  it('warns when the sentence on sureness does not follow the strength', () => {
    const section = MADE.sections[0]
    if (section?.wording === undefined) throw new Error('the made report has a finding')
    const fixed = { ...section, wording: { ...section.wording, sure: 'Belastbar.' } }
    expect(
      checkEdition(
        { ...MADE, sections: [fixed] },
        { language: 'de', sections: { care: { strength: { value: 'open', reason: 'x' } } } },
      ),
    ).toMatchObject([{ fault: 'strength-alone', severity: 'warning' }])
  })

  it('refuses an edition in the other language', () => {
    expect(checkEdition(MADE, { language: 'en', sections: {} })).toMatchObject([
      { fault: 'other-language', what: 'en' },
    ])
  })
})
