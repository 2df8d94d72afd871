import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { record, redo, startHistory, undo } from './history.ts'

const version = (version: string) => ({ version }) as Instrument
const versions = (...names: readonly string[]) => names.map(version)

describe('history', () => {
  it('goes back and forth through every state', () => {
    const [a, b, c] = versions('a', 'b', 'c') as [Instrument, Instrument, Instrument]
    const all = record(record(startHistory(a), b), c)
    expect(undo(undo(all)).now).toBe(a)
    expect(redo(undo(all)).now).toBe(c)
  })

  it('forgets the way forth after a new edit', () => {
    const [a, b, c] = versions('a', 'b', 'c') as [Instrument, Instrument, Instrument]
    expect(record(undo(record(startHistory(a), b)), c).future).toEqual([])
  })

  it('keeps typing into one field together, but not across fields or an undo', () => {
    const [a, b, c, d] = versions('a', 'b', 'c', 'd') as [
      Instrument,
      Instrument,
      Instrument,
      Instrument,
    ]
    const typed = record(record(startHistory(a), b, 'title'), c, 'title')
    expect(undo(typed).now).toBe(a)
    expect(undo(record(typed, d, 'note')).now).toBe(c)
    expect(undo(record(undo(typed), d, 'title')).now).toBe(a)
  })

  it('records nothing when nothing changed', () => {
    const history = startHistory(version('a'))
    expect(record(history, history.now)).toBe(history)
  })
})
