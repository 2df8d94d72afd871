import { describe, expect, it } from 'vitest'
import { annaInstrument, instrumentOf } from '../../testing/instruments.ts'
import type { Instrument } from '../instrument.ts'
import { setText } from '../set-text.ts'
import { markReviewed } from '../translation/set-translation.ts'
import { structureProblems } from './structure-problems.ts'

const note = (name: string) => ({ name, sensitivity: 'plain' as const, purpose: 'test' })
const rulesIn = (survey: object, rest: Partial<Instrument> = {}) => {
  const names = JSON.stringify(survey).match(/"name":"[^"]*"/g) ?? []
  return structureProblems(
    instrumentOf(survey, { variables: names.map((entry) => note(entry.slice(8, -1))), ...rest }),
  ).map(({ rule }) => rule)
}
const text = (name: string, more: object = {}) => ({ type: 'text', name, title: 'T', ...more })

describe('structureProblems', () => {
  it.each(['main', 'prepost', 'coach', 'youth'] as const)('finds nothing in ANNA %s', (name) => {
    expect(structureProblems(annaInstrument(name))).toEqual([])
  })

  it.each([
    ['all', 'name-reserved'],
    ['2nd', 'name-form'],
    ['my item', 'name-form'],
    ['item_', 'name-form'],
    ['ä'.repeat(33), 'name-length'],
  ])('refuses the name %s', (name, rule) => {
    expect(rulesIn({ elements: [text(name)] })).toContain(rule)
  })

  it('lets umlauts and digits pass', () => {
    expect(rulesIn({ elements: [text('größe_2')] })).toEqual([])
  })

  it('finds names that differ by capitals only, and variables that meet', () => {
    expect(rulesIn({ elements: [text('a'), text('A')] })).toContain('name-unique')
    expect(
      rulesIn({
        elements: [{ type: 'checkbox', name: 'q', title: 'T', choices: [1] }, text('q_1')],
      }),
    ).toContain('variable-clash')
  })

  it('finds references to nothing, but not in quotes or to office values', () => {
    const condition = (visibleIf: string, rest: Partial<Instrument> = {}) =>
      rulesIn({ elements: [text('a'), text('b', { visibleIf })] }, rest)
    expect(condition('{c} = 1')).toEqual(['reference-unknown'])
    expect(condition("{a} = '{c}'")).toEqual([])
    expect(condition('{A} = 1 and {panel.x} = 2 and {row.y} = 3')).toEqual([])
    expect(condition('{c} = 1', { context: [{ name: 'c' }] })).toEqual([])
    expect(condition('{a-Comment} notempty')).toEqual([])
  })

  it('finds choices twice, and none at all', () => {
    expect(
      rulesIn({ elements: [{ type: 'radiogroup', name: 'a', title: 'T', choices: [1, 2, '1'] }] }),
    ).toEqual(['choice-unique'])
    expect(rulesIn({ elements: [{ type: 'dropdown', name: 'a', title: 'T' }] })).toEqual([
      'choices-missing',
    ])
  })

  it('asks for class and purpose of every item', () => {
    expect(
      structureProblems(instrumentOf({ elements: [text('a')] })).map(
        ({ rule, path }) => `${path} ${rule}`,
      ),
    ).toEqual(['/survey/elements/0 note-missing'])
    expect(
      rulesIn(
        { elements: [text('a')] },
        { variables: [{ name: 'a', sensitivity: 'plain', purpose: ' ' }] },
      ),
    ).toEqual(['purpose-missing'])
    expect(rulesIn({ elements: [text('a')] }, { variables: [note('a'), note('b')] })).toEqual([
      'note-orphan',
    ])
  })

  it('lets no draft go live, and no language with gaps (R-30)', () => {
    const languages: Instrument['languages'] = [
      { tag: 'de', status: 'source', live: true },
      { tag: 'tr', status: 'draft', live: true },
    ]
    const problems = structureProblems(
      instrumentOf(
        {
          elements: [
            text('a', { title: { default: 'A', tr: 'A' } }),
            text('b', { title: { default: 'B' } }),
          ],
        },
        { languages, variables: [note('a'), note('b')] },
      ),
    )
    expect(problems.map(({ rule, path }) => `${path} ${rule}`)).toEqual([
      '/languages/1 language-unreviewed',
      '/survey/elements/1/title text-missing',
    ])
  })

  it('finds scales that count on nothing', () => {
    const scale = {
      name: 'S',
      label: 'S',
      items: ['a', 'z'],
      reversed: ['b'],
      min: 1,
      max: 5,
      minValid: 3,
    }
    expect(rulesIn({ elements: [text('a'), text('b')] }, { scales: [scale] })).toEqual([
      'scale-item',
      'scale-reversed',
      'scale-min-valid',
    ])
  })

  it('wants to know how many entries a panel takes, and who counts them', () => {
    const panel = { type: 'paneldynamic', name: 'p', title: 'T', templateElements: [text('x')] }
    expect(rulesIn({ elements: [panel] })).toEqual(['panel-limit'])
    expect(
      rulesIn(
        { elements: [{ ...panel, maxPanelCount: 3 }, text('n')] },
        { panelCounts: [{ panel: 'p', from: 'n' }] },
      ),
    ).toEqual(['panel-count'])
  })

  it('finds elements without type or name, empty pages and pages of one name', () => {
    expect(
      rulesIn({
        pages: [
          { name: 'p', elements: [{ type: 'text' }, { name: 'a', title: 'T' }] },
          { name: 'p' },
        ],
      }),
    ).toEqual(['page-unique', 'page-empty', 'name-missing', 'type-missing', 'note-orphan'])
  })
})

describe('R-30, text by text', () => {
  const offered = (live: boolean): Instrument => ({
    ...annaInstrument('main'),
    languages: [
      { tag: 'de', status: 'source', live: true },
      { tag: 'en', status: 'reviewed', live },
    ],
  })
  const rulesOf = (instrument: Instrument) =>
    structureProblems(instrument).map(({ rule, severity }) => [rule, severity])
  const path = '/pages/1/elements/1/title'

  it('takes a language that was reviewed as a whole', () => {
    expect(rulesOf(offered(true))).toEqual([])
  })

  it('refuses a live text whose source or words changed after the review', () => {
    const stale = setText(offered(true), { path, language: 'de', text: 'Machen Sie mit?' })
    expect(structureProblems(stale)).toMatchObject([
      { rule: 'text-stale', severity: 'error', path: `/survey${path}` },
    ])
    const edited = setText(offered(true), { path, language: 'en', text: 'Will you?' })
    expect(rulesOf(edited)).toEqual([['text-unreviewed', 'error']])
    expect(rulesOf(markReviewed(edited, { language: 'en' }))).toEqual([])
  })

  it('warns as long as the language is not live', () => {
    const stale = setText(offered(false), { path, language: 'de', text: 'Machen Sie mit?' })
    expect(rulesOf(stale)).toEqual([['language-to-review', 'warning']])
  })
})
