import { describe, expect, it } from 'vitest'
import { annaInstrument } from '../../testing/instruments.ts'
import { codebookOf } from '../codebook-of.ts'
import type { Instrument } from '../instrument.ts'
import { itemsOf } from '../items-of.ts'
import { structureProblems } from '../structure/structure-problems.ts'
import { extractItems } from './extract-items.ts'
import { insertItems } from './insert-items.ts'

const main = annaInstrument('main')
const holderOf = (name: string) => {
  const item = itemsOf(main).find((one) => one.name === name)
  return item?.parent ?? item?.name ?? ''
}
/** The item, or the table that holds it, with its scale. */
const trust = extractItems(main, [...new Set(['tru_1', 'tru_2', 'tru_3', 'tru_4'].map(holderOf))])
const from = { entry: 'trust', version: 2 }
const empty: Instrument = {
  instrument: 'other',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: { pages: [{ name: 'p1', elements: [{ type: 'text', name: 'age', title: 'Alter' }] }] },
  scales: [],
  variables: [{ name: 'age', sensitivity: 'plain', purpose: 'x' }],
}
const put = (into: Instrument) =>
  insertItems(into, { list: '/pages/0/elements', place: 0, content: trust, from })

describe('items of a library', () => {
  it('are taken with their notes and their whole scale', () => {
    expect(trust.scales.map(({ name }) => name)).toEqual(['TRU'])
    expect(trust.variables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['tru_1', 'tru_2', 'tru_3', 'tru_4']),
    )
  })

  it('leave behind a scale of which they are only a part', () => {
    const elements = itemsOf(main).filter(({ name }) => name === 'lifesat')
    expect(
      extractItems(
        main,
        elements.map(({ name }) => name),
      ).scales,
    ).toEqual([])
  })

  it('are asked elsewhere in the same way, and say where they came from', () => {
    const { instrument, renamed } = put(empty)
    expect(renamed.size).toBe(0)
    const variables = (one: Instrument) =>
      codebookOf(one)
        .variables.filter(({ name }) => name.startsWith('tru_'))
        .map(({ name, values, missing, range }) => ({
          name,
          values: values?.length,
          missing,
          range,
        }))
    expect(variables(instrument)).toEqual(variables(main))
    expect(instrument.scales).toEqual(trust.scales)
    expect(instrument.variables.find(({ name }) => name === 'tru_1')).toMatchObject({
      library: { entry: 'trust', version: 2, name: 'tru_1' },
    })
    expect(structureProblems(instrument).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('get free names everywhere when the questionnaire has them already', () => {
    const { instrument, renamed } = put(put(empty).instrument)
    expect(renamed.size).toBeGreaterThanOrEqual(4)
    const names = itemsOf(instrument).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const second = instrument.scales[1]
    expect(second?.name).toBe('TRU_2')
    expect(second?.items).toEqual(trust.scales[0]?.items.map((item) => renamed.get(item) ?? item))
    expect(structureProblems(instrument).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('come in the languages of the questionnaire, its own source first', () => {
    const mood = {
      type: 'radiogroup',
      name: 'mood',
      title: { default: 'Wie geht es?', en: 'How are you?', tr: 'Nasılsınız?' },
      choices: ['gut'],
    }
    const content = {
      ...trust,
      languages: [
        { tag: 'de', status: 'source', live: true },
        { tag: 'en', status: 'reviewed', live: true },
      ] as const,
      elements: [mood],
      variables: [],
      scales: [],
    }
    const english: Instrument = {
      ...empty,
      languages: [
        { tag: 'en', status: 'source', live: true },
        { tag: 'fr', status: 'draft', live: false },
      ],
    }
    const { instrument, untranslated } = insertItems(english, {
      list: '/pages/0/elements',
      place: 1,
      content,
      from,
    })
    expect(instrument.survey).toMatchObject({
      pages: [{ elements: [{ name: 'age' }, { title: 'How are you?' }] }],
    })
    expect(untranslated).toEqual(['fr'])
  })
})
