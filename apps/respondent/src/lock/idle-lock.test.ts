import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LOCK_AFTER_MS, makeIdleLock, WARN_BEFORE_MS } from './idle-lock.ts'

const minutes = (n: number) => n * 60_000

const lockWithNotes = () => {
  const warnings: (number | undefined)[] = []
  const locked = vi.fn()
  const lock = makeIdleLock({
    now: () => Date.now(),
    schedule: (run, ms) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    onWarning: (seconds) => warnings.push(seconds),
    onLock: locked,
  })
  return { lock, warnings, locked }
}

describe('makeIdleLock', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('says nothing for thirteen minutes, warns with 120 seconds left, locks after fifteen minutes', () => {
    const { warnings, locked } = lockWithNotes()
    vi.advanceTimersByTime(LOCK_AFTER_MS - WARN_BEFORE_MS - 1)
    expect(warnings).toEqual([])
    vi.advanceTimersByTime(1)
    expect(warnings).toEqual([120])
    vi.advanceTimersByTime(WARN_BEFORE_MS - 1)
    expect(warnings.at(-1)).toBe(1)
    expect(locked).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(locked).toHaveBeenCalledOnce()
  })

  it('counts down second by second', () => {
    const { warnings } = lockWithNotes()
    vi.advanceTimersByTime(minutes(13) + 3_000)
    expect(warnings).toEqual([120, 119, 118, 117])
  })

  it('does not warn somebody who keeps touching the page', () => {
    const { lock, warnings } = lockWithNotes()
    for (let minute = 0; minute < 60; minute += 10) {
      vi.advanceTimersByTime(minutes(10))
      lock.touch()
    }
    expect(warnings).toEqual([])
  })

  it('gives another fifteen minutes for "more time"', () => {
    const { lock, warnings, locked } = lockWithNotes()
    vi.advanceTimersByTime(minutes(14))
    lock.moreTime()
    expect(warnings.at(-1)).toBeUndefined()
    vi.advanceTimersByTime(minutes(15) - 1)
    expect(locked).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(locked).toHaveBeenCalledOnce()
  })

  it('does not take a stray touch during the warning for "more time"', () => {
    const { lock, locked } = lockWithNotes()
    vi.advanceTimersByTime(minutes(14))
    lock.touch()
    vi.advanceTimersByTime(minutes(1))
    expect(locked).toHaveBeenCalledOnce()
  })

  it('locks at once when the phone wakes after its timers slept', () => {
    const { lock, locked } = lockWithNotes()
    vi.setSystemTime(Date.now() + minutes(40))
    lock.look()
    expect(locked).toHaveBeenCalledOnce()
  })

  it('does nothing after it was stopped', () => {
    const { lock, warnings, locked } = lockWithNotes()
    lock.stop()
    vi.advanceTimersByTime(minutes(60))
    expect(warnings).toEqual([])
    expect(locked).not.toHaveBeenCalled()
  })
})
