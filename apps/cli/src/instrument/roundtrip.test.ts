import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { roundTrips } from './roundtrip.ts'

const folder = mkdtempSync(join(tmpdir(), 'round-trip-'))
afterAll(() => rmSync(folder, { recursive: true }))

const written = (name: string, text: string) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

describe('roundTrips', () => {
  it('keeps what survey-core itself would drop, and tells the two apart', () => {
    const survey = {
      elements: [
        { type: 'text', name: 'q1', title: { default: 'Wie geht es?', en: 'How?' }, ours: [1] },
        { type: 'never-heard-of', name: 'q2', choices: ['Apfel'] },
      ],
    }
    const [trip] = roundTrips(written('one.json', JSON.stringify(survey)))
    expect(trip).toMatchObject({ equal: true, lost: [], items: 2, edited: '/elements/0/title' })
    expect(trip?.library?.jsonErrors.map(({ type }) => type).sort()).toEqual([
      'incorrecttypeproperty',
      'unknownproperty',
    ])
    expect(trip?.library?.lost).not.toEqual([])
  })

  it('reads one definition a line, with its own name', () => {
    const lines = [{ id: 'a', survey: { pages: [] } }, { title: 'bare' }].map((line) =>
      JSON.stringify(line),
    )
    const trips = roundTrips(written('many.ndjson', `${lines.join('\n')}\n\nno json\n`))
    expect(trips.map(({ id, equal }) => [id, equal])).toEqual([
      ['a', true],
      ['line 2', true],
      ['line 4', undefined],
    ])
    expect(trips[2]?.unreadable).toContain('JSON')
  })

  it('compares an instrument with its envelope', () => {
    const instrument = {
      instrument: 'x',
      version: '1',
      languages: [{ tag: 'de', status: 'source', live: true }],
      survey: { elements: [{ type: 'text', name: 'q' }] },
      scales: [],
      variables: [],
      ours: { kept: true },
    }
    expect(roundTrips(written('envelope.json', JSON.stringify(instrument)))).toMatchObject([
      { equal: true, lost: [], items: 1 },
    ])
  })
})
