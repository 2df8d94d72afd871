import { describe, expect, it } from 'vitest'
import { annaInstrument } from '../testing/anna.ts'
import { publicationProblems } from './publication-problems.ts'

describe('publicationProblems', () => {
  it.each(['prepost', 'coach', 'youth'] as const)('lets ANNA %s be published', (name) => {
    expect(publicationProblems(annaInstrument(name))).toEqual([])
  })

  it('stops an instrument whose conditions the library reads in another way', () => {
    const note = (name: string) => ({ name, sensitivity: 'plain' as const, purpose: 'test' })
    const problems = publicationProblems({
      instrument: 'x',
      version: '1.0.0',
      languages: [{ tag: 'en', status: 'source', live: true }],
      scales: [],
      variables: [note('order'), note('next')],
      survey: {
        elements: [
          { type: 'ranking', name: 'order', title: 'Order', choices: ['a', 'b', 'c'] },
          { type: 'text', name: 'next', title: 'Next', visibleIf: "{order} != ['b', 'c', 'a']" },
        ],
      },
    })
    expect(problems[0]).toMatchObject({ severity: 'error', rule: 'route-differs' })
  })
})
