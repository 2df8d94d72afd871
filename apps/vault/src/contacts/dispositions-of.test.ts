import { describe, expect, it } from 'vitest'
import { countDispositions, dispositionOfContacts } from './dispositions-of.ts'

const sent = (attempt: number) => ({ kind: 'sent', reason: null, attempt })
const returned = (reason: number, attempt = 1) => ({ kind: 'returned', reason, attempt })

describe('dispositionOfContacts', () => {
  it.each([
    [1, '3.30'],
    [2, '3.30'],
    [3, '3.30'],
    [4, '3.23'],
    [5, '2.31'],
    [6, '3.30'],
    [7, '3.30'],
    [8, '3.40'],
    [9, '3.30'],
  ])('reason key %i means %s', (reason, code) => {
    expect(dispositionOfContacts({ blocked: 'open', events: [sent(1), returned(reason)] })).toBe(
      code,
    )
  })

  it('is open again once a second letter is out, and then by its result', () => {
    const events = [sent(1), returned(8), sent(2)]
    expect(dispositionOfContacts({ blocked: 'open', events })).toBeUndefined()
    expect(dispositionOfContacts({ blocked: 'open', events: [...events, returned(2, 2)] })).toBe(
      '3.30',
    )
  })

  it('takes a block for a refusal, unless the person has died', () => {
    expect(dispositionOfContacts({ blocked: 'blocked', events: [sent(1)] })).toBe('2.11')
    expect(dispositionOfContacts({ blocked: 'blocked', events: [sent(1), returned(5)] })).toBe(
      '2.31',
    )
  })

  it('says nothing of letters of which nothing was heard', () => {
    expect(dispositionOfContacts({ blocked: 'open', events: [sent(1)] })).toBeUndefined()
  })
})

describe('countDispositions', () => {
  it('counts by code, duplicates of the frame with them', () => {
    const history = (reason: number) => ({
      blocked: 'open' as const,
      events: [sent(1), returned(reason)],
    })
    expect(countDispositions([history(1), history(2), history(4)], 3).items).toEqual([
      { code: '3.23', count: 1 },
      { code: '3.30', count: 2 },
      { code: '4.90', count: 3 },
    ])
  })
})
