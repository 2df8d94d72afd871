import { type Instrument, setText } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { meetsCleanly, rebased } from './rebase.ts'

const base: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'tr', status: 'draft', live: false },
  ],
  survey: { title: 'Probe', description: 'Text' },
  scales: [],
  variables: [],
}
const written = (path: string, language: string, text: string, on = base) =>
  setText(on, { path, language, text })

describe('rebased', () => {
  it('brings what others translated into an older state, once', () => {
    const theirs = written('/title', 'tr', 'Deneme')
    const older = written('/description', 'de', 'Anderer Text')
    const now = rebased(older, [{ base, theirs }])
    expect(now.survey).toEqual({
      title: { default: 'Probe', tr: 'Deneme' },
      description: 'Anderer Text',
    })
    expect(rebased(now, [{ base, theirs }])).toBe(now)
  })
})

describe('meetsCleanly', () => {
  it('is true for translations of other texts only', () => {
    const mine = written('/title', 'tr', 'Benim')
    expect(meetsCleanly(base, mine, written('/description', 'tr', 'Metin'))).toBe(true)
    expect(meetsCleanly(base, mine, written('/title', 'tr', 'Onların'))).toBe(false)
    expect(meetsCleanly(base, mine, written('/description', 'de', 'Andere Vorlage'))).toBe(false)
  })
})
