import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { outlineOf } from '../edits/outline.ts'
import { problemPlaces } from './place-of-problem.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: {
    pages: [
      {
        name: 'p1',
        elements: [
          {
            type: 'panel',
            name: 'box',
            elements: [{ type: 'matrix', name: 'm', rows: [{ value: 'm_1' }] }],
          },
        ],
      },
    ],
  },
  scales: [{ name: 'S', label: 'S', items: [], reversed: [], min: 1, max: 5, minValid: 1 }],
  variables: [{ name: 'm_1', sensitivity: 'plain', purpose: '' }],
  assertions: [{ name: 'always', expect: { shown: 'm' } }],
}
const placeOf = problemPlaces(instrument, outlineOf(instrument))

describe('problemPlaces', () => {
  it.each([
    ['/survey/pages/0/elements/0/elements/0/rows/0', 'm'],
    ['/survey/pages/0/elements/0/visibleIf', 'box'],
    ['/survey/pages/0', 'p1'],
    ['/variables/0', 'm'],
    ['/survey', ''],
    ['/languages/0', ''],
  ])('leads from %s to the element “%s”', (path, name) => {
    expect(placeOf(path)).toMatchObject({ room: 'structure', name })
  })

  it('leads to the scales for a scale', () => {
    expect(placeOf('/scales/0')).toMatchObject({ room: 'scales', name: 'S' })
  })

  it('leads to what is tried out for an assertion', () => {
    expect(placeOf('/assertions/0')).toMatchObject({ room: 'trial', name: 'always' })
  })
})
