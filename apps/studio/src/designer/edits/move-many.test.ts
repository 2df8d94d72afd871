import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { mayMove, moveMany, removeMany, stepMany } from './move-many.ts'
import { flatten, outlineOf } from './outline.ts'

const item = (name: string) => ({ type: 'text', name })
const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: {
    odd: { kept: true },
    pages: [
      {
        name: 'p1',
        elements: [
          item('a'),
          { type: 'panel', name: 'box', elements: [item('b'), item('c')] },
          item('d'),
        ],
      },
      { name: 'p2' },
    ],
  },
  scales: [
    { name: 'S', label: 'S', items: ['a', 'd'], reversed: ['d'], min: 1, max: 5, minValid: 1 },
  ],
  variables: [
    { name: 'a', sensitivity: 'plain', purpose: 'to know' },
    { name: 'b', sensitivity: 'plain', purpose: 'to know' },
  ],
}
const names = (after: Instrument) => flatten(outlineOf(after)).map(({ name }) => name)
const E = '/pages/0/elements'

describe('moveMany', () => {
  it('keeps the order of the form, whatever was selected first', () => {
    const { instrument: after, selection } = moveMany(instrument, [`${E}/2`, `${E}/0`], {
      list: `${E}/1/elements`,
      at: 1,
    })
    expect(names(after)).toEqual(['p1', 'box', 'b', 'a', 'd', 'c', 'p2'])
    expect(selection).toEqual([`${E}/0/elements/1`, `${E}/0/elements/2`])
  })

  it('counts the place as it was before the move', () => {
    const { instrument: after } = moveMany(instrument, [`${E}/0`], { list: E, at: 3 })
    expect(names(after)).toEqual(['p1', 'box', 'b', 'c', 'd', 'a', 'p2'])
  })

  it('moves what stands inside along with it, once', () => {
    const { instrument: after } = moveMany(instrument, [`${E}/1`, `${E}/1/elements/0`], {
      list: '/pages/1/elements',
      at: 0,
    })
    expect(names(after)).toEqual(['p1', 'a', 'd', 'p2', 'box', 'b', 'c'])
  })

  it('leaves everything beside the way the same object', () => {
    const { instrument: after } = moveMany(instrument, [`${E}/0`], { list: E, at: 3 })
    const before = instrument.survey.pages as readonly unknown[]
    expect((after.survey.pages as readonly unknown[])[1]).toBe(before[1])
    expect(after.survey.odd).toBe(instrument.survey.odd)
  })

  it('changes nothing where nothing may go', () => {
    expect(mayMove([`${E}/1`], { list: `${E}/1/elements`, at: 0 })).toBe(false)
    expect(mayMove(['/pages/0'], { list: E, at: 0 })).toBe(false)
    expect(mayMove([`${E}/0`], { list: '/pages', at: 0 })).toBe(false)
    const wish = { list: `${E}/1/elements`, at: 0 }
    expect(moveMany(instrument, [`${E}/1`], wish).instrument).toBe(instrument)
  })
})

describe('stepMany', () => {
  it('steps several at once', () => {
    const { instrument: after } = stepMany(instrument, [`${E}/0`, `${E}/1`], 'down')
    expect(names(after)).toEqual(['p1', 'd', 'a', 'box', 'b', 'c', 'p2'])
  })

  it('steps out of a panel, and from a page onto the next', () => {
    expect(names(stepMany(instrument, [`${E}/1/elements/0`], 'up').instrument)).toEqual([
      'p1',
      'a',
      'b',
      'box',
      'c',
      'd',
      'p2',
    ])
    expect(names(stepMany(instrument, [`${E}/2`], 'down').instrument).slice(-2)).toEqual([
      'p2',
      'd',
    ])
  })

  it('stays at the ends of the questionnaire', () => {
    expect(stepMany(instrument, [`${E}/0`], 'up').instrument).toBe(instrument)
    expect(stepMany(instrument, ['/pages/1'], 'down').instrument).toBe(instrument)
  })
})

describe('removeMany', () => {
  it('takes notes and places in scales along and selects the neighbour', () => {
    const { instrument: after, pointer } = removeMany(instrument, [`${E}/0`, `${E}/1`])
    expect(names(after)).toEqual(['p1', 'd', 'p2'])
    expect(after.variables).toEqual([])
    expect(after.scales[0]?.items).toEqual(['d'])
    expect(pointer).toBe(`${E}/0`)
  })
})
