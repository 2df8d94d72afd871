// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useQuiet } from './use-quiet.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const following = (sight: 'seen' | 'hidden') =>
  renderHook(({ now, sight }) => useQuiet(now, sight), {
    initialProps: { now: 'first', sight } as { now: string; sight: 'seen' | 'hidden' },
  })
const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time))

describe('useQuiet', () => {
  it('follows at once what is seen', () => {
    const { result, rerender } = following('seen')
    rerender({ now: 'second', sight: 'seen' })
    expect(result.current).toBe('second')
  })

  it('follows out of sight once nothing changes for a second', async () => {
    const { result, rerender } = following('hidden')
    rerender({ now: 'second', sight: 'hidden' })
    await pass(900)
    rerender({ now: 'third', sight: 'hidden' })
    await pass(900)
    expect(result.current).toBe('first')
    await pass(200)
    expect(result.current).toBe('third')
  })

  it('has caught up when it comes into sight', async () => {
    const { result, rerender } = following('hidden')
    rerender({ now: 'second', sight: 'hidden' })
    rerender({ now: 'second', sight: 'seen' })
    expect(result.current).toBe('second')
    await pass(0)
    rerender({ now: 'second', sight: 'hidden' })
    expect(result.current).toBe('second')
  })
})
