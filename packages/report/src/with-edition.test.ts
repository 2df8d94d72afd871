import { describe, expect, it } from 'vitest'
import type { Edition, SectionEdition } from './edition.ts'
import { MADE } from './made.testing.ts'
import { withEdition } from './with-edition.ts'

const editionOf = (sections: Edition['sections'], more: Partial<Edition> = {}): Edition => ({
  language: 'de',
  sections,
  ...more,
})
const edited = (edit: SectionEdition) => withEdition(MADE, editionOf({ care: edit }))
const careOf = (report: typeof MADE) => report.sections.find(({ id }) => id === 'care')
const linesOf = (report: typeof MADE) => careOf(report)?.blocks.find(({ kind }) => kind === 'lines')

describe('withEdition', () => {
  it('changes nothing when nothing was written', () => {
    expect(withEdition(MADE, editionOf({}))).toEqual(MADE)
  })

  it('sets a new headline with the number of the analysis', () => {
    expect(careOf(edited({ heading: '{share} nennen {item}' }))?.heading).toBe(
      '58 von 100 (zwischen 49 und 66) nennen Betreuung',
    )
  })

  it('puts the three lines and the recommendation where the lines stood', () => {
    const report = edited({ follow: '', recommendation: 'nachmittags öffnen' })
    expect(careOf(report)?.blocks.map(({ kind }) => kind)).toEqual(['figure', 'lines', 'note'])
    expect(linesOf(report)).toEqual({
      kind: 'lines',
      see: '58 von 100 (zwischen 49 und 66) sagen: Betreuung erschwert mir die Arbeit. Paare sagen das seltener.',
      sure: 'Belastbar: 131 Menschen haben dazu geantwortet.',
      recommendation: 'Nachmittags öffnen',
    })
  })

  it('lets the summary say what the page says', () => {
    expect(edited({ see: 'Vor allem {item}.' }).summary.findings[0]?.text).toBe(
      'Vor allem Betreuung.',
    )
    expect(edited({ see: 'Vor allem {item}.', brief: '{share}.' }).summary.findings[0]?.text).toBe(
      '58 von 100 (zwischen 49 und 66).',
    )
  })

  it('changes the strength in the mark, in the sentence and in the account', () => {
    const report = edited({ strength: { value: 'open', reason: 'Nur ein Ort.' } })
    expect(report.summary.findings[0]?.strength).toBe('open')
    expect(linesOf(report)).toMatchObject({
      sure: 'Offen: 131 Menschen haben dazu geantwortet.',
    })
    expect(report.changes).toEqual([
      {
        section: 'care',
        heading: 'Betreuung bremst am stärksten',
        what: 'strength',
        from: 'sound',
        to: 'open',
        reason: 'Nur ein Ort.',
      },
    ])
  })

  it('hides a page with its finding, and says why', () => {
    const report = edited({ hidden: { reason: 'doppelt' } })
    expect(report.sections.map(({ id }) => id)).toEqual(['letters', 'limits', 'method'])
    expect(report.summary.findings.map(({ section }) => section)).toEqual(['letters'])
    expect(report.changes[0]).toMatchObject({ what: 'hidden', reason: 'doppelt' })
  })

  it('puts named pages first, the appendix stays last', () => {
    const { sections } = withEdition(MADE, editionOf({}, { order: ['method', 'letters'] }))
    expect(sections.map(({ id }) => id)).toEqual(['letters', 'care', 'limits', 'method'])
  })

  it('takes the findings that were picked, in their order', () => {
    const { summary } = withEdition(MADE, editionOf({}, { picked: ['letters', 'care', 'limits'] }))
    expect(summary.findings.map(({ section }) => section)).toEqual(['letters', 'care'])
  })

  it('binds numbers of any page in decisions, and rough ones for families', () => {
    const { summary, families } = withEdition(
      MADE,
      editionOf(
        {},
        {
          decisions: ['Briefe: {letters.share}'],
          families: {
            plain: {
              title: 'Danke',
              intro: 'Sie haben geantwortet.',
              said: ['{care.share} brauchen Betreuung.'],
              happens: [],
              not: [{ what: 'Mehr Geld', because: 'das Gesetz sagt {letters.share}' }],
              contact: ['Telefon'],
            },
          },
        },
      ),
    )
    expect(summary.decisions).toEqual(['Briefe: 41 von 100'])
    expect(families?.plain?.said).toEqual(['ungefähr 6 von 10 brauchen Betreuung.'])
    expect(families?.plain?.not[0]?.because).toBe('das Gesetz sagt ungefähr 4 von 10')
  })
})
