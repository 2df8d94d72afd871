import { describe, expect, it } from 'vitest'
import { sha256Hex } from './digest.ts'

describe('sha256Hex', () => {
  // FIPS 180-2, appendix B.1
  const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

  it('agrees with the standard’s example, however the bytes come', async () => {
    const pieces = async function* () {
      yield Buffer.from('a')
      yield Buffer.from('bc')
    }
    expect(await sha256Hex('abc')).toBe(ABC)
    expect(await sha256Hex(Buffer.from('abc'))).toBe(ABC)
    expect(await sha256Hex(pieces())).toBe(ABC)
  })
})
