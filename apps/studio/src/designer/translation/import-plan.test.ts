import { readTranslationsCsv, writeTranslationsCsv } from '@echolot/exchange/translations'
import type { Instrument } from '@echolot/instrument'
import { setTranslation, setTranslations } from '@echolot/instrument/translation'
import { describe, expect, it } from 'vitest'
import { importPlan, tickedFirst } from './import-plan.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'tr', status: 'draft', live: false },
  ],
  survey: { title: { default: 'Probe', tr: 'Deneme' }, description: 'Text mit {name}' },
  scales: [],
  variables: [],
}
const write = (key: string, text: string, on = instrument) =>
  setTranslation(on, { key, language: 'tr', text, state: 'draft' })
const planOf = (now: Instrument, change: (csv: string) => string) =>
  importPlan(now, readTranslationsCsv(now, change(writeTranslationsCsv(instrument, 'tr'))))

describe('importPlan', () => {
  it('says what would change before anything does, ticked from the beginning', () => {
    const plan = planOf(instrument, (csv) => csv.replace('Deneme', 'Sınama'))
    expect(plan.lines).toMatchObject([{ key: 'survey:title', here: 'Deneme', inFile: 'Sınama' }])
    expect([...tickedFirst(plan)]).toEqual(['survey:title'])
    const after = setTranslations(
      instrument,
      plan.lines.map(({ change }) => change),
    )
    expect(after.survey.title).toEqual({ default: 'Probe', tr: 'Sınama' })
  })

  it('leaves the decision where both changed the text', () => {
    const plan = planOf(write('survey:title', 'Başka'), (csv) => csv.replace('Deneme', 'Sınama'))
    expect(plan.lines).toMatchObject([
      { here: 'Başka', inFile: 'Sınama', issue: { kind: 'conflict' } },
    ])
    expect(tickedFirst(plan).size).toBe(0)
  })

  it('lists damaged placeholders as not to be taken', () => {
    const plan = planOf(instrument, (csv) =>
      csv.replace('Text mit {name};;', 'Text mit {name};Metin;'),
    )
    expect(plan.lines).toEqual([])
    expect(plan.refused).toMatchObject([{ kind: 'damaged', key: 'survey:description' }])
  })
})
