import { readAccessCode, type StratumId, type StudyId, type WaveId } from '@echolot/study'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deriveCodeSecrets,
  newAccessCode,
  newCredentialId,
  newEventToken,
  newLinkSecret,
  newStudySalt,
  sealCredential,
  tokenHash,
} from './access-code.ts'
import * as browser from './browser.ts'
import { newSecret } from './keys.ts'
import { openCredential, wrapCredential } from './pseudonym.ts'
import { hasUglyWord } from './ugly-words.ts'

const REFERENCE = {
  lookup: 'ffa328ae4d441783215cc79559edc28d622d8beb8c0fdb2a5a043df4e3d52ac6',
  wrapkey: '2201905d0e48c91104794a9ea0597a87efac56de61916b63e6f08911cfb6a4cf',
}
const place = {
  study: 'anna' as StudyId,
  wave: 'w1' as WaveId,
  credential: newCredentialId(),
}

describe('newAccessCode', () => {
  it('makes codes that are read back, all different, none with an ugly word', () => {
    const codes = Array.from({ length: 5_000 }, newAccessCode)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(readAccessCode(code)).toEqual({ code })
    expect(codes.filter(hasUglyWord)).toEqual([])
  })

  it('uses every symbol alike in every place', () => {
    const counts = new Map<string, number>()
    for (let n = 0; n < 6_400; n++)
      for (const [place, symbol] of [...newAccessCode()].entries())
        counts.set(`${place}${symbol}`, (counts.get(`${place}${symbol}`) ?? 0) + 1)
    expect(counts.size).toBe(12 * 32)
    // 200 expected of each, standard deviation 14: eight of them are far outside of chance.
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(112)
  })
})

describe('hasUglyWord', () => {
  it.each(['7KSEX9QXT4C2', '7K3MSS9QX4C2', '7K3NAZ19X4C2', '88K3M9QXT4C2'])(
    'finds one in %s',
    (code) => expect(hasUglyWord(code)).toBe(true),
  )
  it('finds none in an ordinary code', () => expect(hasUglyWord('7K3M9QXT4C2P')).toBe(false))
})

describe('deriveCodeSecrets', () => {
  it('keeps to its definition, so that printed letters stay good', async () => {
    // Computed apart from this code with Python's hashlib.pbkdf2_hmac and RFC 5869 by hand.
    expect(await deriveCodeSecrets('7K3M9QXT4C2P' as never, 'AAECAwQFBgcICQoLDA0ODw')).toEqual(
      REFERENCE,
    )
  })

  it('gives in the browser what it gives at the vault', async () => {
    for (let n = 0; n < 5; n++) {
      const [code, salt] = [newAccessCode(), newStudySalt()]
      expect(await browser.deriveCodeSecrets(code, salt)).toEqual(
        await deriveCodeSecrets(code, salt),
      )
    }
  })

  it('gives other secrets for another code and for another study', async () => {
    const [code, salt] = [newAccessCode(), newStudySalt()]
    const all = await Promise.all([
      deriveCodeSecrets(code, salt),
      deriveCodeSecrets(newAccessCode(), salt),
      deriveCodeSecrets(code, newStudySalt()),
    ])
    expect(new Set(all.flatMap(({ lookup, wrapkey }) => [lookup, wrapkey])).size).toBe(6)
  })

  it('refuses a stretch it does not know', async () => {
    const deriving = deriveCodeSecrets(newAccessCode(), newStudySalt(), 'md5')
    await expect(deriving).rejects.toThrow(RangeError)
  })
})

describe('sealCredential', () => {
  const secrets = {
    link: newLinkSecret(),
    token: newEventToken(),
    stratum: '3' as StratumId,
    household: newLinkSecret(),
  }
  const wrap = newSecret()

  it('opens for the holder of the code, at its place', async () => {
    const { wrapkey } = await deriveCodeSecrets(newAccessCode(), newStudySalt())
    const outer = wrapCredential(wrap, sealCredential(wrapkey, secrets, place), place)
    expect(openCredential({ wrap, wrapkey }, outer, place)).toEqual(secrets)
  })

  it('opens for nobody else, nowhere else, and not after any change', async () => {
    const { wrapkey } = await deriveCodeSecrets(newAccessCode(), newStudySalt())
    const { wrapkey: other } = await deriveCodeSecrets(newAccessCode(), newStudySalt())
    const outer = wrapCredential(wrap, sealCredential(wrapkey, secrets, place), place)
    expect(openCredential({ wrap, wrapkey: other }, outer, place)).toBeUndefined()
    expect(openCredential({ wrap: newSecret(), wrapkey }, outer, place)).toBeUndefined()
    for (const elsewhere of [
      { ...place, study: 'bert' as StudyId },
      { ...place, wave: 'w2' as WaveId },
      { ...place, credential: newCredentialId() },
    ])
      expect(openCredential({ wrap, wrapkey }, outer, elsewhere)).toBeUndefined()
    const bytes = Buffer.from(outer, 'base64url')
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] as number) ^ flip
        const text = changed.toString('base64url')
        expect(openCredential({ wrap, wrapkey }, text, place)).toBeUndefined()
      }),
    )
    for (const cut of ['', outer.slice(0, 10), outer.slice(0, -4)])
      expect(openCredential({ wrap, wrapkey }, cut, place)).toBeUndefined()
  })
})

describe('tokenHash', () => {
  it('is SHA-256 of the token', () => {
    expect(tokenHash('abc' as never)).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})
