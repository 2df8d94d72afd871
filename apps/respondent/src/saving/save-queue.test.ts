import type { Submission } from '@echolot/contract/responses'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeSaveQueue, type SaveState, type Sent } from './save-queue.ts'

const submission = (counter: number, completed = false): Submission => ({
  attempt: 'a'.repeat(32),
  counter,
  page: `p${counter}`,
  answers: { item: counter },
  shown: ['item'],
  completed,
})
const LATER: Sent = { kind: 'later' }
const SAVED: Sent = { kind: 'saved' }

const queueWith = (outcomes: readonly Sent[]) => {
  const left = [...outcomes]
  const sent: number[] = []
  const states: SaveState[] = []
  const queue = makeSaveQueue({
    send: async ({ counter }) => {
      sent.push(counter)
      return left.shift() ?? SAVED
    },
    schedule: (run, ms) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    onState: (state) => states.push(state),
  })
  return { queue, sent, states }
}

describe('makeSaveQueue', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('sends a page as it is put and has nothing unsent afterwards', async () => {
    const { queue, sent, states } = queueWith([SAVED])
    queue.put(submission(1))
    expect(queue.unsent()?.counter).toBe(1)
    expect(await queue.settled()).toEqual(SAVED)
    expect(sent).toEqual([1])
    expect(states).toEqual(['saving', 'saved'])
    expect(queue.unsent()).toBeUndefined()
  })

  it('tries again after 1, 2, 4 seconds and never waits longer than 30', async () => {
    const { queue, sent } = queueWith(Array(9).fill(LATER))
    queue.put(submission(1))
    await vi.advanceTimersByTimeAsync(0)
    for (const [seconds, tries] of [
      [1, 2],
      [2, 3],
      [4, 4],
      [8, 5],
      [16, 6],
      [30, 7],
      [30, 8],
    ] as const) {
      await vi.advanceTimersByTimeAsync(seconds * 1_000 - 1)
      expect(sent).toHaveLength(tries - 1)
      await vi.advanceTimersByTimeAsync(1)
      expect(sent).toHaveLength(tries)
    }
  })

  it('sends only the newest of three pages left without a connection, and reports it saved', async () => {
    const { queue, sent } = queueWith([LATER, LATER, LATER, SAVED])
    queue.put(submission(1))
    await vi.advanceTimersByTimeAsync(0)
    queue.put(submission(2))
    await vi.advanceTimersByTimeAsync(0)
    queue.put(submission(3))
    await vi.advanceTimersByTimeAsync(0)
    const settled = queue.settled()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await settled).toEqual(SAVED)
    expect(sent).toEqual([1, 2, 3, 3])
  })

  it('tries at once when the connection is back', async () => {
    const { queue, sent } = queueWith([LATER, SAVED])
    queue.put(submission(1))
    await vi.advanceTimersByTimeAsync(0)
    queue.retryNow()
    expect(await queue.settled()).toEqual(SAVED)
    expect(sent).toEqual([1, 1])
  })

  it('keeps the pause a busy server asked for, whatever happens meanwhile', async () => {
    const { queue, sent } = queueWith([{ kind: 'later', afterMs: 7_000 }, SAVED])
    queue.put(submission(1))
    await vi.advanceTimersByTimeAsync(0)
    queue.retryNow()
    queue.put(submission(2))
    await vi.advanceTimersByTimeAsync(6_999)
    expect(sent).toEqual([1])
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toEqual([1, 2])
  })

  it('sends what was put while another page was on its way', async () => {
    const { queue, sent } = queueWith([SAVED, SAVED])
    queue.put(submission(1))
    queue.put(submission(2))
    expect(await queue.settled()).toEqual(SAVED)
    expect(sent).toEqual([1, 2])
  })

  it('stops for good when the code has finished elsewhere', async () => {
    const refused: Sent = { kind: 'refused', because: 'finished' }
    const { queue, sent, states } = queueWith([refused])
    queue.put(submission(1))
    queue.put(submission(2))
    expect(await queue.settled()).toEqual(refused)
    expect(sent).toEqual([1])
    expect(states.at(-1)).toBe('refused')
  })

  it('does not send answers again that the server cannot accept, but sends changed ones', async () => {
    const errors = [{ path: 'answers.item', message: 'too large' }]
    const { queue, sent } = queueWith([{ kind: 'invalid', errors }, SAVED])
    queue.put(submission(1))
    expect(await queue.settled()).toEqual({ kind: 'invalid', errors })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual([1])
    queue.put(submission(2))
    expect(await queue.settled()).toEqual(SAVED)
  })

  it('holds and sends nothing once it has been told to forget', async () => {
    const { queue, sent } = queueWith([LATER])
    queue.put(submission(1))
    await vi.advanceTimersByTimeAsync(0)
    queue.forget()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual([1])
    expect(queue.unsent()).toBeUndefined()
  })
})
