import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SCANNER_MS, singleDigit } from './single-digit.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const listening = () => {
  const onDigit = vi.fn()
  const onScan = vi.fn()
  return { onDigit, onScan, keys: singleDigit({ onDigit, onScan }) }
}

describe('singleDigit', () => {
  it('takes one digit pressed by a person', () => {
    const { onDigit, onScan, keys } = listening()
    keys.press('4')
    vi.advanceTimersByTime(SCANNER_MS)
    expect(onDigit.mock.calls).toEqual([[4]])
    expect(onScan).not.toHaveBeenCalled()
  })

  it('takes a scanned number for a scan, once, and none of its digits', () => {
    const { onDigit, onScan, keys } = listening()
    for (const key of '10-00417') {
      keys.press(key)
      vi.advanceTimersByTime(SCANNER_MS / 4)
    }
    vi.advanceTimersByTime(SCANNER_MS)
    expect(onDigit).not.toHaveBeenCalled()
    expect(onScan).toHaveBeenCalledOnce()
  })

  it('takes a digit again after a scan', () => {
    const { onDigit, keys } = listening()
    keys.press('1')
    keys.press('2')
    vi.advanceTimersByTime(SCANNER_MS)
    keys.press('7')
    vi.advanceTimersByTime(SCANNER_MS)
    expect(onDigit.mock.calls).toEqual([[7]])
  })

  it('does not take a letter or a zero for a reason', () => {
    const { onDigit, onScan, keys } = listening()
    keys.press('0')
    vi.advanceTimersByTime(SCANNER_MS)
    keys.press('x')
    vi.advanceTimersByTime(SCANNER_MS)
    expect(onDigit).not.toHaveBeenCalled()
    expect(onScan).not.toHaveBeenCalled()
  })
})
