import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { isAfter, nextVersion } from './next-version.ts'

const asked = (...elements: readonly object[]): Instrument => ({
  instrument: 'mini',
  version: '1.2.3',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: { pages: [{ name: 'p', elements }] },
  scales: [],
  variables: [],
})
const mood = { type: 'text', name: 'mood', title: 'Wie geht es?' }

describe('nextVersion', () => {
  it('rises with what happens to the answers', () => {
    const before = asked(mood)
    expect(nextVersion(before, asked(mood))).toBeUndefined()
    expect(nextVersion(before, asked({ ...mood, description: 'Heute' }))).toBe('1.2.4')
    expect(nextVersion(before, asked(mood, { ...mood, name: 'why' }))).toBe('1.3.0')
    expect(nextVersion(before, asked({ ...mood, title: 'Und sonst?' }))).toBe('2.0.0')
  })

  it('counts by number, not by letter', () => {
    expect(isAfter('1.10.0', '1.9.0')).toBe(true)
    expect(isAfter('1.9.0', '1.9.0')).toBe(false)
  })
})
