import { describe, expect, it } from 'vitest'
import { readInTime } from './read-in-time.ts'

const file = (text: string) => ({ name: 'in.json', bytes: new TextEncoder().encode(text) })

describe('reading a file from outside', () => {
  it('gives what the reader gives', async () => {
    const survey = { elements: [{ type: 'text', name: 'a' }] }
    const { instrument } = await readInTime(file(JSON.stringify(survey)))
    expect(instrument.survey).toEqual(survey)
  })

  it('gives the reader’s own problem', () =>
    expect(readInTime(file('{'))).rejects.toMatchObject({ type: 'file-unreadable' }))

  it('ends when it takes too long, and says what to do', () =>
    expect(readInTime(file('{}'), 1)).rejects.toMatchObject({
      type: 'file-unreadable',
      details: { place: 'after 0.001 seconds of reading', remedy: expect.stringContaining('anew') },
    }))
})
