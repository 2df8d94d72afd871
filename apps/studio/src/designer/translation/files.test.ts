import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { fileOf, planOf } from './files.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'ar', status: 'draft', live: false },
  ],
  survey: { title: { default: 'Probe mit {name}', ar: 'تجربة {name}' } },
  scales: [],
  variables: [],
}

describe.each([
  ['csv', 'main-1.0.0-ar.csv'],
  ['xliff', 'main-1.0.0-ar.xlf'],
] as const)('translators’ files as %s', (kind, name) => {
  it('come back as they went', async () => {
    const file = await fileOf(instrument, 'ar', kind)
    expect(file.name).toBe(name)
    expect(await planOf(instrument, file)).toMatchObject({
      ...{ language: 'ar', lines: [], refused: [], unchanged: 1 },
    })
  })

  it('show what was translated in them', async () => {
    const file = await fileOf(instrument, 'ar', kind)
    const text = (await file.text()).replace('تجربة', 'اختبار')
    expect((await planOf(instrument, new File([text], file.name))).lines).toMatchObject([
      { key: 'survey:title', here: 'تجربة {name}', inFile: 'اختبار {name}' },
    ])
  })

  it('are refused for another questionnaire’s languages', async () => {
    const file = await fileOf(instrument, 'ar', kind)
    const [source] = instrument.languages
    await expect(
      planOf({ ...instrument, languages: source === undefined ? [] : [source] }, file),
    ).rejects.toMatchObject({ type: 'file-unreadable' })
  })
})
