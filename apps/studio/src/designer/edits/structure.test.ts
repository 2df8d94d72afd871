import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { flatten, outlineOf } from './outline.ts'
import {
  duplicateElement,
  freeName,
  moveElement,
  moveElementTo,
  removeElement,
} from './structure.ts'

const item = (name: string) => ({ type: 'text', name })
const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: {
    pages: [
      {
        name: 'p1',
        elements: [item('a'), { type: 'panel', name: 'box', elements: [item('b'), item('c')] }],
      },
      { name: 'p2', elements: [item('d')] },
    ],
  },
  scales: [
    { name: 'S', label: 'S', items: ['a', 'd'], reversed: ['d'], min: 1, max: 5, minValid: 1 },
  ],
  variables: [{ name: 'd', sensitivity: 'plain', purpose: 'to know' }],
}
const names = (after: Instrument) => flatten(outlineOf(after)).map(({ name }) => name)
const nameAt = (after: Instrument, pointer: string) =>
  flatten(outlineOf(after)).find((node) => node.pointer === pointer)?.name

describe('moveElement', () => {
  it('moves within its own list and says where it went', () => {
    const { instrument: after, pointer } = moveElement(instrument, '/pages/0/elements/0', 'down')
    expect(names(after)).toEqual(['p1', 'box', 'b', 'c', 'a', 'p2', 'd'])
    expect(pointer).toBe('/pages/0/elements/1')
  })

  it('moves pages with all that stands on them', () => {
    expect(names(moveElement(instrument, '/pages/1', 'up').instrument)).toEqual([
      'p2',
      'd',
      'p1',
      'a',
      'box',
      'b',
      'c',
    ])
  })

  it('changes nothing at the ends', () => {
    expect(moveElement(instrument, '/pages/0/elements/0', 'up').instrument).toBe(instrument)
  })
})

describe('moveElementTo', () => {
  it('puts an item at the end of another page', () => {
    const { instrument: after, pointer } = moveElementTo(
      instrument,
      '/pages/0/elements/0',
      '/pages/1/elements',
    )
    expect(names(after)).toEqual(['p1', 'box', 'b', 'c', 'p2', 'd', 'a'])
    expect(nameAt(after, pointer)).toBe('a')
  })

  it('follows the element when its new list moves up as it leaves the old one', () => {
    const { instrument: after, pointer } = moveElementTo(
      instrument,
      '/pages/0/elements/0',
      '/pages/0/elements/1/elements',
    )
    expect(names(after)).toEqual(['p1', 'box', 'b', 'c', 'a', 'p2', 'd'])
    expect(nameAt(after, pointer)).toBe('a')
  })

  it('does not put a panel into itself', () => {
    expect(
      moveElementTo(instrument, '/pages/0/elements/1', '/pages/0/elements/1/elements').instrument,
    ).toBe(instrument)
  })
})

describe('removeElement', () => {
  it('takes notes and places in scales along', () => {
    const after = removeElement(instrument, '/pages/1/elements/0')
    expect(names(after)).not.toContain('d')
    expect(after.variables).toEqual([])
    expect(after.scales[0]).toMatchObject({ items: ['a'], reversed: [] })
  })
})

describe('duplicateElement', () => {
  it('gives everything in the copy a free name', () => {
    const { instrument: after, pointer } = duplicateElement(instrument, '/pages/0/elements/1')
    expect(names(after)).toEqual(['p1', 'a', 'box', 'b', 'c', 'box_2', 'b_2', 'c_2', 'p2', 'd'])
    expect(nameAt(after, pointer)).toBe('box_2')
  })

  it('copies the note with the item', () => {
    const after = duplicateElement(instrument, '/pages/1/elements/0').instrument
    expect(after.variables.map(({ name }) => name)).toEqual(['d', 'd_2'])
  })
})

describe('freeName', () => {
  it('numbers on until the name is free', () => {
    expect(freeName('a', new Set(['a', 'a_2']))).toBe('a_3')
  })
})
