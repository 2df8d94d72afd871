import { readFileSync } from 'node:fs'
import { type Instrument, itemsOf, setProperty } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { flatten, outlineOf } from './outline.ts'
import { namesIn } from './structure.ts'

const main = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../../../../surveys/anna/instruments/main.json`, 'utf8'),
) as Instrument

/** The same, asked of the whole questionnaire. */
const asked = (instrument: Instrument) =>
  new Set([
    ...flatten(outlineOf(instrument)).map(({ name }) => name),
    ...itemsOf(instrument).map(({ name }) => name),
  ])

describe('namesIn', () => {
  it('knows every page, item, row and part of ANNA', () => {
    expect(namesIn(main)).toEqual(asked(main))
    expect(namesIn(main).size).toBeGreaterThan(50)
  })

  it('knows another name after an edit', () => {
    const path = flatten(outlineOf(main)).find(({ type }) => type === 'matrix')?.pointer ?? ''
    const rows = [{ value: 'another_row', text: 'Noch etwas' }]
    const after = setProperty(main, { path, property: 'rows', value: rows })
    expect(namesIn(after)).toEqual(asked(after))
    expect(namesIn(after).has('another_row')).toBe(true)
  })

  it('looks where no pages are', () => {
    const survey = { elements: [{ type: 'text', name: 'alone' }] }
    expect([...namesIn({ ...main, survey })]).toEqual(['alone'])
  })
})
