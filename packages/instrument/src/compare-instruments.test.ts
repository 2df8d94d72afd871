import { describe, expect, it } from 'vitest'
import { annaInstrument } from '../testing/instruments.ts'
import { compareInstruments } from './compare-instruments.ts'
import { addItem, removeItem } from './edit-items.ts'
import { instrumentDigestInput } from './instrument-digest-input.ts'
import { itemsOf } from './items-of.ts'
import { setProperty } from './set-property.ts'
import { setText } from './set-text.ts'

const main = annaInstrument('main')
const pathOf = (name: string) => itemsOf(main).find((item) => item.name === name)?.path ?? ''
const judged = (after: typeof main) => {
  const { verdict, changes } = compareInstruments(main, after)
  return `${verdict}: ${changes.map(({ rule, name }) => `${rule} ${name}`).join(', ')}`
}

describe('compareInstruments', () => {
  it('finds a copy with another version number the same', () => {
    expect(compareInstruments(main, { ...structuredClone(main), version: '1.0.1' })).toEqual({
      verdict: 'same',
      changes: [],
    })
  })

  it('takes a translation and a new item for compatible', () => {
    expect(
      judged(setText(main, { path: `${pathOf('hh_partner')}/title`, language: 'tr', text: '…' })),
    ).toBe('compatible: ')
    expect(
      judged(addItem(main, { list: '/pages/15/elements', item: { type: 'text', name: 'more' } })),
    ).toBe('compatible: variable-added more')
  })

  it('takes other words, other people and a lost value for breaking', () => {
    expect(
      judged(
        setText(main, { path: `${pathOf('lifesat')}/title`, language: 'de', text: 'Wie geht es?' }),
      ),
    ).toBe('breaking: wording lifesat')
    expect(
      judged(
        setProperty(main, {
          path: pathOf('net_size'),
          property: 'visibleIf',
          value: '{hh_partner} = 1',
        }),
      ),
    ).toBe('breaking: route net_size')
    expect(judged(removeItem(main, `${pathOf('hh_partner')}/choices/2`))).toBe(
      'breaking: value-removed hh_partner',
    )
    expect(judged(removeItem(main, pathOf('net_size')))).toBe('breaking: variable-removed net_size')
  })

  it('takes another scoring for breaking', () => {
    const scales = main.scales.map((scale) =>
      scale.name === 'TRU' ? { ...scale, reversed: [] } : scale,
    )
    expect(judged({ ...main, scales })).toBe('breaking: scale-key TRU')
  })
})

describe('instrumentDigestInput', () => {
  it('does not depend on the order of properties', () => {
    const turned = JSON.parse(JSON.stringify(main), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    )
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(main))
    expect(instrumentDigestInput(turned)).toBe(instrumentDigestInput(main))
  })

  it('depends on everything else', () => {
    expect(instrumentDigestInput({ ...main, version: '1.0.1' })).not.toBe(
      instrumentDigestInput(main),
    )
  })
})
