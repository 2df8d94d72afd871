import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { clipOf, putClip } from './clip.ts'
import { flatten, outlineOf } from './outline.ts'
import { readClip } from './read-clip.ts'

const E = '/pages/0/elements'
const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: {
    pages: [
      {
        name: 'p1',
        elements: [
          { type: 'text', name: 'count', inputType: 'number', ours: { kept: true } },
          {
            type: 'paneldynamic',
            name: 'kids',
            visibleIf: '{count} > 0 and {other} = 1',
            templateElements: [{ type: 'text', name: 'age' }],
          },
          { type: 'matrix', name: 'mood', columns: [1, 2], rows: ['calm', { value: 'glad' }] },
        ],
      },
    ],
  },
  scales: [
    {
      name: 'M',
      label: 'Mood',
      items: ['calm', 'glad'],
      reversed: ['glad'],
      min: 1,
      max: 2,
      minValid: 1,
    },
  ],
  variables: [{ name: 'age', sensitivity: 'plain', purpose: 'Alter' }],
  panelCounts: [{ panel: 'kids', from: 'count' }],
}
const names = (after: Instrument) => flatten(outlineOf(after)).map(({ name }) => name)
const all = [`${E}/0`, `${E}/1`, `${E}/2`]

describe('putClip', () => {
  it('gives free names, and what is pasted speaks of itself', () => {
    const { instrument: after, selection } = putClip(instrument, clipOf(instrument, all), {
      list: E,
      at: 3,
    })
    expect(names(after).slice(-4)).toEqual(['count_2', 'kids_2', 'age_2', 'mood_2'])
    expect(selection).toEqual([`${E}/3`, `${E}/4`, `${E}/5`])
    const [count, kids, mood] = (
      after.survey.pages as [{ elements: Record<string, unknown>[] }]
    )[0].elements.slice(3)
    expect(count?.ours).toEqual({ kept: true })
    expect(kids?.visibleIf).toBe('{count_2} > 0 and {other} = 1')
    expect(mood?.rows).toEqual([{ value: 'calm_2', text: 'calm' }, { value: 'glad_2' }])
    expect(after.panelCounts?.at(-1)).toEqual({ panel: 'kids_2', from: 'count_2' })
    expect(after.variables.map(({ name }) => name)).toEqual(['age', 'age_2'])
    expect(after.scales.at(-1)).toMatchObject({
      name: 'M_2',
      items: ['calm_2', 'glad_2'],
      reversed: ['glad_2'],
    })
  })

  it('leaves a scale where it is when only some of its items go', () => {
    expect(clipOf(instrument, [`${E}/0`]).scales).toEqual([])
  })

  it('keeps names that are free, in another questionnaire', () => {
    const other: Instrument = {
      ...instrument,
      survey: { pages: [{ name: 'start' }] },
      scales: [],
      variables: [],
    }
    const { instrument: after } = putClip(other, clipOf(instrument, ['/pages/0']), {
      list: '/pages/0/elements',
      at: 0,
    })
    expect(names(after)).toEqual(['start', 'p1', 'count', 'kids', 'age', 'mood'])
  })
})

describe('readClip', () => {
  it('reads what was copied here', () => {
    const clip = clipOf(instrument, all)
    expect(readClip(JSON.stringify(clip))).toEqual(clip)
  })

  it('reads SurveyJS JSON: an element, several, a page, a survey', () => {
    expect(readClip('{"type":"text","name":"a"}')).toMatchObject({ kind: 'elements' })
    expect(
      readClip('[{"type":"text","name":"a"},{"type":"text","name":"b"}]')?.elements,
    ).toHaveLength(2)
    expect(readClip('{"name":"p","elements":[]}')).toMatchObject({ kind: 'pages' })
    expect(readClip(JSON.stringify(instrument.survey))).toMatchObject({ kind: 'pages' })
  })

  it.each([
    'Guten Tag',
    '',
    '42',
    '{"type":"text"}',
    '{"a":1}',
    '[]',
    '{ "type": ',
    '{"type":"panel","name":"p","elements":[{"name":"without type"}]}',
    '{"echolot":"clip","kind":"elements","elements":["text"]}',
  ])('says no to %s', (text) => {
    expect(readClip(text)).toBeUndefined()
  })

  it('leaves out notes and scales that are none', () => {
    const clip = { ...clipOf(instrument, all), variables: [{ name: 4 }], scales: [{ name: 'S' }] }
    expect(readClip(JSON.stringify(clip))).toMatchObject({ variables: [], scales: [] })
  })
})
