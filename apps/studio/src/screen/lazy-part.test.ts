// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetched } from './lazy-part.ts'

const line = (state: 'up' | 'down') =>
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(state === 'up')

afterEach(() => vi.restoreAllMocks())

describe('a part of a page', () => {
  it('waits for a line and is fetched then', async () => {
    line('down')
    const load = vi.fn().mockRejectedValueOnce(new TypeError('offline')).mockResolvedValue('part')
    const part = fetched(load)
    await new Promise((resolve) => setTimeout(resolve))
    expect(load).toHaveBeenCalledTimes(1)
    dispatchEvent(new Event('online'))
    expect(await part).toBe('part')
  })

  it('fails as before where the line is up', async () => {
    line('up')
    await expect(fetched(() => Promise.reject(new TypeError('broken')))).rejects.toThrow('broken')
  })
})
