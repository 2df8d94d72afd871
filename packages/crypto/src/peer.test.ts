import { CompactSign, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { newLinkSecret } from './access-code.ts'
import { identityOf, makeCollectionKeys, makeVaultKeys, newSecret } from './keys.ts'
import {
  fingerprintOf,
  messageHash,
  NO_MESSAGE,
  pairSecretOf,
  sealFor,
  signAnswer,
  signMessage,
  signStatement,
  staffMark,
  thumbprintOf,
  verifyAnswer,
  verifyMessage,
  verifyStatement,
} from './peer.ts'
import { openLinkSecret, openSealed, sealLinkSecret } from './seal.ts'

const [vault, collection] = [makeVaultKeys(), makeCollectionKeys()]
const message = {
  iss: 'vault',
  aud: 'collection',
  seq: 1,
  prev: NO_MESSAGE,
  method: 'PUT',
  path: '/peer/v1/studies/anna/waves/w1/credentials',
  body: { items: [1, 2] },
} as const
const expected = { ...message, lastSeq: 0, lastHash: NO_MESSAGE }
const peers = [identityOf(vault).sign]

describe('verifyMessage', () => {
  it('lets a message through that is signed, for us, and next', async () => {
    const first = await signMessage(vault.sign, message)
    const { seq, hash, body } = await verifyMessage(first, peers, expected)
    expect({ seq, body }).toEqual({ seq: 1, body: { items: [1, 2] } })
    expect(hash).toBe(messageHash(first))
    const second = await signMessage(vault.sign, { ...message, seq: 2, prev: hash })
    const next = { ...expected, lastSeq: 1, lastHash: hash }
    expect(await verifyMessage(second, peers, next)).toMatchObject({ seq: 2 })
  })

  it('refuses a changed message, in whatever part', async () => {
    const jws = await signMessage(vault.sign, message)
    for (let at = 0; at < jws.length - 1; at += 7) {
      const changed = jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1)
      await expect(verifyMessage(changed, peers, expected)).rejects.toMatchObject({
        type: 'peer-unsigned',
        status: 401,
      })
    }
    for (const nonsense of ['', 'a.b', 'a.b.c'])
      await expect(verifyMessage(nonsense, peers, expected)).rejects.toMatchObject({ status: 401 })
  })

  it('refuses unknown keys, other senders, recipients and routes', async () => {
    const jws = await signMessage(vault.sign, message)
    const stranger = makeVaultKeys()
    const from = await signMessage(stranger.sign, message)
    const posing = await signMessage({ ...stranger.sign, kid: vault.sign.kid }, message)
    const refused = { type: 'peer-unsigned' }
    await expect(verifyMessage(from, peers, expected)).rejects.toMatchObject(refused)
    await expect(verifyMessage(posing, peers, expected)).rejects.toMatchObject(refused)
    for (const other of [
      { ...expected, iss: 'collection' as const },
      { ...expected, aud: 'vault' as const },
      { ...expected, method: 'POST' },
      { ...expected, path: `${message.path}:revoke` },
    ])
      await expect(verifyMessage(jws, peers, other)).rejects.toMatchObject(refused)
  })

  it('takes no answer for a request, and no other algorithm', async () => {
    const answer = await signAnswer(vault.sign, { ...message, re: NO_MESSAGE, status: 200 })
    await expect(verifyMessage(answer, peers, expected)).rejects.toMatchObject({ status: 401 })
    const hmac = await new CompactSign(Buffer.from(JSON.stringify(message)))
      .setProtectedHeader({ alg: 'HS256', kid: vault.sign.kid, typ: 'echolot-request' })
      .sign(await importJWK({ kty: 'oct', k: vault.sign.x }, 'HS256'))
    await expect(verifyMessage(hmac, peers, expected)).rejects.toMatchObject({ status: 401 })
  })

  it('refuses replays and gaps, and says which number comes next', async () => {
    const seen = { ...expected, lastSeq: 4, lastHash: messageHash('the fourth') }
    const problem = async (seq: number, prev: string) => {
      const jws = await signMessage(vault.sign, { ...message, seq, prev: prev as never })
      return expect(verifyMessage(jws, peers, seen)).rejects
    }
    const replayed = { type: 'peer-replayed', status: 409, details: { expected: 5 } }
    const gap = { type: 'peer-gap', status: 409, details: { expected: 5 } }
    await (await problem(4, seen.lastHash)).toMatchObject(replayed)
    await (await problem(Number.NaN, seen.lastHash)).toMatchObject(replayed)
    await (await problem(6, seen.lastHash)).toMatchObject(gap)
    await (await problem(5, messageHash('another fourth'))).toMatchObject(gap)
  })
})

describe('verifyAnswer', () => {
  it('takes only the answer to this very request', async () => {
    const re = messageHash('a request')
    const answer = {
      iss: 'collection',
      aud: 'vault',
      re,
      status: 200,
      body: { accepted: 2 },
    } as const
    const jws = await signAnswer(collection.sign, answer)
    const keys = [identityOf(collection).sign]
    expect(await verifyAnswer(jws, keys, answer)).toEqual({ status: 200, body: { accepted: 2 } })
    const other = { ...answer, re: messageHash('another request') }
    await expect(verifyAnswer(jws, keys, other)).rejects.toMatchObject({ type: 'peer-unsigned' })
    await expect(verifyAnswer(jws, peers, answer)).rejects.toMatchObject({ type: 'peer-unsigned' })
  })
})

describe('verifyStatement', () => {
  it('takes what the office has declared, changed in no letter and of no other kind', async () => {
    const { sign } = vault
    const jws = await signStatement(sign, { study: 'demo', persons: 0 })
    expect(await verifyStatement(jws, peers)).toEqual({ study: 'demo', persons: 0 })
    const [head, payload = '', signature] = jws.split('.')
    const changed = Buffer.from(payload, 'base64url').toString().replace('0', '9')
    const forged = [head, Buffer.from(changed).toString('base64url'), signature].join('.')
    const answer = await signAnswer(sign, {
      iss: 'vault',
      aud: 'collection',
      re: NO_MESSAGE,
      status: 200,
      body: {},
    })
    for (const wrong of [forged, answer, 'no.jws.atall'])
      await expect(verifyStatement(wrong, peers)).rejects.toMatchObject({ type: 'peer-unsigned' })
    await expect(verifyStatement(jws, [identityOf(makeVaultKeys()).sign])).rejects.toMatchObject({
      type: 'peer-unsigned',
    })
  })
})

describe('sealFor', () => {
  it('is opened by the vault alone', async () => {
    const event = { t: 'f'.repeat(32), k: 'done' }
    const { seal } = identityOf(vault)
    if (!seal) throw new Error('the vault shows a key to seal to')
    const jwe = await sealFor(seal, event)
    expect(await openSealed(vault.seal, jwe)).toEqual(event)
    expect(await openSealed(makeVaultKeys().seal, jwe)).toBeUndefined()
    expect(await openSealed(vault.seal, `${jwe.slice(0, -2)}AA`)).toBeUndefined()
    expect(await sealFor(seal, event)).not.toBe(jwe)
    expect(jwe).toHaveLength((await sealFor(seal, { ...event, k: 'gone' })).length)
  })
})

describe('sealLinkSecret', () => {
  it('is bound to key, study and person', () => {
    const [vlink, link] = [newSecret(), newLinkSecret()]
    const whose = { study: 'anna' as never, person: 'p1' }
    const text = sealLinkSecret(vlink, whose, link)
    expect(openLinkSecret(vlink, whose, text)).toBe(link)
    expect(openLinkSecret(vlink, { ...whose, person: 'p2' }, text)).toBeUndefined()
    expect(openLinkSecret(vlink, { ...whose, study: 'bert' as never }, text)).toBeUndefined()
    expect(openLinkSecret(newSecret(), whose, text)).toBeUndefined()
  })
})

describe('fingerprintOf', () => {
  it('is 40 digits in groups of five, and changes with any key', () => {
    const shown = fingerprintOf(identityOf(vault))
    expect(shown).toMatch(/^\d{5}( \d{5}){7}$/)
    expect(fingerprintOf(identityOf(vault))).toBe(shown)
    const fresh = makeVaultKeys()
    for (const part of ['sign', 'exchange', 'seal'] as const)
      expect(fingerprintOf(identityOf({ ...vault, [part]: fresh[part] }))).not.toBe(shown)
  })
})

describe('thumbprintOf', () => {
  it('agrees with RFC 8037, appendix A.3', () => {
    expect(
      thumbprintOf({
        kty: 'OKP',
        crv: 'Ed25519',
        x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      }),
    ).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
  })
})

describe('staffMark', () => {
  it('shows both offices the same mark of one address, and strangers another', () => {
    const here = pairSecretOf(vault.exchange, identityOf(collection).exchange)
    const there = pairSecretOf(collection.exchange, identityOf(vault).exchange)
    expect(here).toBe(there)
    expect(staffMark(here, ' Kim@Example.org')).toBe(staffMark(there, 'kim@example.org'))
    const elsewhere = pairSecretOf(makeVaultKeys().exchange, identityOf(collection).exchange)
    expect(staffMark(elsewhere, 'kim@example.org')).not.toBe(staffMark(here, 'kim@example.org'))
  })
})
