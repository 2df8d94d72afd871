import { describe, expect, it } from 'vitest'
import { comparedTo } from './compared-to.ts'
import { MADE } from './made.testing.ts'
import type { Report, Section } from './model.ts'
import { worded } from './worded.ts'

const next = (change: (section: Section) => Section | undefined, more: Partial<Report> = {}) => ({
  ...MADE,
  version: 2,
  ...more,
  sections: MADE.sections.flatMap((section) => change(section) ?? []),
})

describe('comparedTo', () => {
  it('finds nothing between a version and itself', () => {
    expect(
      comparedTo(
        MADE,
        next((section) => section),
      ),
    ).toEqual({
      versions: { from: 1, to: 2 },
      digests: [],
      added: [],
      removed: [],
      changed: [],
    })
  })

  it('tells headings, values, strength and lines apart', () => {
    const later = next((section) =>
      section.id !== 'letters'
        ? section
        : worded(
            {
              ...section,
              strength: 'sound',
              values: { share: { words: '43 von 100', label: 'Anteil' } },
            },
            'de',
          ),
    )
    expect(comparedTo(MADE, later).changed).toEqual([
      {
        id: 'letters',
        heading: 'Briefe: 43 von 100',
        differences: [
          { what: 'heading', from: 'Briefe: 41 von 100', to: 'Briefe: 43 von 100' },
          { what: 'strength', from: 'hint', to: 'sound' },
          { what: 'value', label: 'Anteil', from: '41 von 100', to: '43 von 100' },
          { what: 'see', from: '41 von 100 verstehen sie.', to: '43 von 100 verstehen sie.' },
          { what: 'sure', from: 'Hinweis.', to: 'Belastbar.' },
        ],
      },
    ])
  })

  it('names pages that came and went, and other origins', () => {
    const digests = { ...MADE.digests, data: 'c'.repeat(64) }
    const later = next((section) => (section.id === 'letters' ? undefined : section), { digests })
    expect(comparedTo(MADE, later)).toMatchObject({
      digests: ['data'],
      removed: [{ id: 'letters', heading: 'Briefe: 41 von 100' }],
    })
    expect(comparedTo(later, MADE).added).toEqual([
      { id: 'letters', heading: 'Briefe: 41 von 100' },
    ])
  })
})
