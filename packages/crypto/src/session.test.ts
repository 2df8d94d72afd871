import { describe, expect, it } from 'vitest'
import { newSecret } from './keys.ts'
import {
  addressMark,
  newSessionKeys,
  openSession,
  rotatedSessionKeys,
  sealSession,
} from './session.ts'

const payload = { study: 'anna', wave: 'w1' }
const expires = new Date('2027-05-01T10:00:00Z')
const before = new Date('2027-05-01T09:59:59Z')

describe('openSession', () => {
  const keys = newSessionKeys()
  const text = sealSession(keys, payload, expires)

  it('gives the payload back until the time is over', () => {
    expect(openSession(keys, text, before)).toEqual(payload)
    expect(openSession(keys, text, expires)).toBeUndefined()
  })

  it('survives one change of key and not two', () => {
    const next = rotatedSessionKeys(keys)
    expect(openSession(next, text, before)).toEqual(payload)
    expect(openSession(rotatedSessionKeys(next), text, before)).toBeUndefined()
  })

  it.each([
    ['another key', newSessionKeys(), text],
    ['a changed end', keys, `${text.slice(0, -2)}AA`],
    ['another number of the key', keys, text.replace('1.', '2.')],
    ['nothing', keys, ''],
    ['nonsense', keys, '1.%%%'],
  ])('refuses %s', (_what, others, changed) => {
    expect(openSession(others, changed, before)).toBeUndefined()
  })

  it('shows nothing of the payload', () => {
    expect(Buffer.from(text.slice(2), 'base64url').includes('anna')).toBe(false)
  })
})

describe('addressMark', () => {
  it('is the same for one address under one key', () => {
    const key = newSecret()
    expect(addressMark(key, '203.0.113.0/24')).toBe(addressMark(key, '203.0.113.0/24'))
    expect(addressMark(key, '203.0.113.0/24')).not.toBe(addressMark(newSecret(), '203.0.113.0/24'))
  })
})
