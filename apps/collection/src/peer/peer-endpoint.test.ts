import type { CredentialBatch } from '@echolot/contract/enrolments'
import {
  deriveCodeSecrets,
  newAccessCode,
  newCredentialId,
  newEventToken,
  newLinkSecret,
  sealCredential,
} from '@echolot/crypto/access-code'
import { identityOf, makeVaultKeys } from '@echolot/crypto/keys'
import {
  type MessageHash,
  messageHash,
  NO_MESSAGE,
  signMessage,
  verifyAnswer,
} from '@echolot/crypto/peer'
import type { StratumId } from '@echolot/study'
import request from 'supertest'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  answerWhole,
  makeOffice,
  openBrowser,
  rowsOf,
  STUDY,
  type TestOffice,
  WAVE,
} from '../house.testing.ts'
import { listAudit } from '../store/audit.ts'

const BASE = `/peer/v1/studies/${STUDY}/waves/${WAVE}`

/** The vault's end of the wire. */
const makeVault = (office: TestOffice) => {
  let seq = 0
  let prev: MessageHash = NO_MESSAGE
  const deliver = (method: string, path: string, jws: string) =>
    method === 'GET'
      ? request(office.service).get(path).set('x-echolot-message', jws)
      : request(office.service)
          [method === 'PUT' ? 'put' : 'post'](path)
          .set('content-type', 'application/jose')
          .send(jws)
  const sign = (method: string, path: string, body: unknown, changes: object = {}) =>
    signMessage(office.vault.sign, {
      iss: 'vault',
      aud: 'collection',
      seq: seq + 1,
      prev,
      method,
      path,
      body,
      ...changes,
    })
  const said = async (method: string, path: string, body?: unknown) => {
    const jws = await sign(method, path, body)
    const response = await deliver(method, path, jws)
    seq += 1
    prev = messageHash(jws)
    const answer = await verifyAnswer(
      response.text || Buffer.from(response.body).toString('utf8'),
      [identityOf(office.house.keyring.office()).sign],
      { iss: 'collection', aud: 'vault', re: prev },
    )
    expect(answer.status).toBe(response.status)
    return { ...answer, jws, again: () => deliver(method, path, jws) }
  }
  return { deliver, sign, said }
}

const headerOf = (jwe: string) =>
  JSON.parse(Buffer.from(jwe.split('.')[0] ?? '', 'base64url').toString('utf8')) as { kid: string }

const batchOf = async (n: number, changes: Partial<CredentialBatch> = {}) => {
  const letters = await Promise.all(
    Array.from({ length: n }, async () => {
      const code = newAccessCode()
      const { lookup, wrapkey } = await deriveCodeSecrets(code, Buffer.alloc(16, 7))
      const cred = newCredentialId()
      const token = newEventToken()
      const wrap = sealCredential(
        wrapkey,
        { link: newLinkSecret(), token, stratum: '1' as StratumId },
        { study: STUDY, wave: WAVE, credential: cred },
      )
      return {
        code,
        token,
        wrapkey,
        secrets: { link: newLinkSecret(), token, stratum: '1' as StratumId },
        study: STUDY,
        item: { cred, lookup, wrap },
        lookup,
        cred,
      }
    }),
  )
  const batch: CredentialBatch = {
    batch: '0'.repeat(32),
    items: letters.map(({ item }) => item),
    frame: [{ stratum: '1' as StratumId, label: 'Eins', gross: 40, population: 400 }],
    ...changes,
  }
  return { letters, batch }
}

describe('messages of the vault', () => {
  let office: TestOffice
  let vault: ReturnType<typeof makeVault>
  beforeEach(async () => {
    office = await makeOffice()
    vault = makeVault(office)
  })

  it('M1 registers letters, M3 brings their events to the vault and to nobody else, M4 wipes them', async () => {
    const { letters, batch } = await batchOf(3)
    expect((await vault.said('PUT', `${BASE}/credentials`, batch)).body).toEqual({
      accepted: 3,
      duplicate: 0,
      rejected: 0,
    })
    for (const letter of letters) {
      const browser = openBrowser(office, letter)
      expect((await browser.enter()).body.state).toBe('open')
      await browser.finish().expect(200)
    }
    expect((await vault.said('POST', `${BASE}/events/flush`)).body).toEqual({ batch: 1 })
    const feed = (await vault.said('GET', `${BASE}/events?after=0`)).body as {
      seq: number
      batches: { seq: number; items: string[] }[]
      totals: object
    }
    expect(feed).toMatchObject({
      seq: 1,
      totals: { issued: 3, revoked: 0, done: 3, refused: 0, withdrawn: 0, held: 0 },
    })
    const items = feed.batches[0]?.items ?? []
    expect(items).toHaveLength(3)
    // Only the vault's own key opens them; what they say is proved at the vault.
    for (const jwe of items) expect(headerOf(jwe).kid).toBe(office.vault.seal.kid)
    expect(JSON.stringify(await rowsOf(office, 'batch'))).not.toContain(letters[0]?.token)
    const after = (await vault.said('GET', `${BASE}/events?after=1&head=${'a'.repeat(64)}`)).body
    expect(after).toMatchObject({ seq: 1, batches: [], totals: { done: 3, held: 0 } })
    expect(await rowsOf(office, 'batch')).toMatchObject([{ payload: null, done: 3 }])
  })

  it('M1 is idempotent by credential and rejects a code that belongs to another letter', async () => {
    const { batch } = await batchOf(2)
    await vault.said('PUT', `${BASE}/credentials`, batch)
    expect((await vault.said('PUT', `${BASE}/credentials`, batch)).body).toEqual({
      accepted: 0,
      duplicate: 2,
      rejected: 0,
    })
    const stolen = {
      ...batch,
      items: batch.items.map((item) => ({ ...item, cred: newCredentialId() })),
    }
    expect((await vault.said('PUT', `${BASE}/credentials`, stolen)).body).toMatchObject({
      accepted: 0,
      rejected: 2,
    })
  })

  it.each([
    [
      'S01 cells below the least',
      { frame: [{ stratum: '9' as StratumId, label: 'klein', gross: 19, population: 400 }] },
      422,
      'frame-cell-too-small',
    ],
    ['another shape', { items: 'none' as never }, 422, 'invalid-input'],
  ])('refuses %s, signed, and takes the next message', async (_what, changes, status, type) => {
    const { batch } = await batchOf(1, changes)
    const refused = await vault.said('PUT', `${BASE}/credentials`, batch)
    expect(refused).toMatchObject({ status, body: { type: `/problems/${type}` } })
    expect(await rowsOf(office, 'credential')).toEqual([])
    const { batch: good } = await batchOf(1)
    expect((await vault.said('PUT', `${BASE}/credentials`, good)).status).toBe(200)
  })

  it('refuses letters after the approval has ended, and for a closed or unknown wave', async () => {
    const { batch } = await batchOf(1)
    office.at(new Date('2029-01-01T00:00:00Z'))
    expect((await vault.said('PUT', `${BASE}/credentials`, batch)).body).toMatchObject({
      type: '/problems/approval-over',
    })
    office.at(new Date('2027-05-03T00:00:00Z'))
    await office.house.db.updateTable('wave').set({ closed_on: '2027-05-02' }).execute()
    expect((await vault.said('PUT', `${BASE}/credentials`, batch)).body).toMatchObject({
      type: '/problems/wave-closed',
    })
    const elsewhere = BASE.replace(WAVE, 'w9')
    expect((await vault.said('PUT', `${elsewhere}/credentials`, batch)).status).toBe(404)
  })

  it('M2 revokes, and never says whether one was used', async () => {
    const { letters, batch } = await batchOf(2)
    await vault.said('PUT', `${BASE}/credentials`, batch)
    const [used, unused] = letters as [(typeof letters)[0], (typeof letters)[0]]
    const browser = openBrowser(office, used)
    await browser.enter()
    await browser.finish().expect(200)
    const revoke = (cred: string) =>
      vault.said('POST', `${BASE}/credentials/revocations`, { creds: [cred] })
    expect((await revoke(used.cred)).body).toEqual((await revoke(unused.cred)).body)
    expect((await openBrowser(office, used).enter()).status).toBe(404)
  })

  it('M5 sends nothing while fewer than three events wait', async () => {
    await answerWhole(office)
    await answerWhole(office)
    expect((await vault.said('POST', `${BASE}/events/flush`)).body).toEqual({ batch: null })
    expect(await rowsOf(office, 'inbox')).toHaveLength(2)
    await answerWhole(office)
    expect((await vault.said('POST', `${BASE}/events/flush`)).body).toEqual({ batch: 1 })
    expect(await rowsOf(office, 'inbox')).toEqual([])
    expect(await rowsOf(office, 'response')).toHaveLength(3)
  })

  it('M6 tells what letters need', async () => {
    expect((await vault.said('GET', `/peer/v1/studies/${STUDY}/meta`)).body).toMatchObject({
      study: STUDY,
      kdf: 'pbkdf2-100k-v1',
      respondentUrl: `http://127.0.0.1:8080/${STUDY}`,
      leastCell: 20,
      waves: [{ wave: WAVE, open: true }, { open: false }],
    })
  })

  it('takes counts of outcomes, each time anew', async () => {
    const tell = (count: number) =>
      vault.said('PUT', `${BASE}/dispositions`, { items: [{ code: '3.30', count }] })
    expect((await tell(4)).status).toBe(200)
    await tell(6)
    expect(await rowsOf(office, 'disposition')).toMatchObject([{ code: '3.30', count: 6 }])
  })

  it('M01 a replayed message changes nothing and is refused; M02 exactly the last one is answered again', async () => {
    const { batch } = await batchOf(1)
    const first = await vault.said('PUT', `${BASE}/credentials`, batch)
    await first.again().expect(200)
    await vault.said('GET', `${BASE}/events?after=0`)
    const { body } = await first.again().expect(409)
    expect(body).toMatchObject({ type: '/problems/peer-replayed', expected: 3 })
    expect(await rowsOf(office, 'credential')).toHaveLength(1)
    expect((await listAudit(office.house.db)).map(({ act }) => act)).toContain('peer.refused')
  })

  it.each([
    ['M03 a gap in the numbers', { seq: 5 }, 409, 'peer-gap'],
    ['M03 another predecessor', { prev: 'f'.repeat(64) }, 409, 'peer-gap'],
    ['M04 another recipient', { aud: 'vault' }, 401, 'peer-unsigned'],
    ['M04 another sender', { iss: 'collection' }, 401, 'peer-unsigned'],
    ['M05 another route', { path: `${BASE}/events` }, 401, 'peer-unsigned'],
    ['M05 another method', { method: 'GET' }, 401, 'peer-unsigned'],
  ])('%s is refused, unsigned', async (_what, changes, status, type) => {
    const path = `${BASE}/credentials`
    const { batch } = await batchOf(1)
    const { body } = await vault
      .deliver('PUT', path, await vault.sign('PUT', path, batch, changes))
      .expect(status)
      .expect('content-type', /problem\+json/)
    expect(body.type).toBe(`/problems/${type}`)
    expect(await rowsOf(office, 'credential')).toEqual([])
  })

  it('M06 a strange key, a broken signature or none at all is refused', async () => {
    const path = `${BASE}/events?after=0`
    const stranger = await signMessage(makeVaultKeys().sign, {
      iss: 'vault',
      aud: 'collection',
      seq: 1,
      prev: NO_MESSAGE,
      method: 'GET',
      path,
      body: undefined,
    })
    const broken = (await vault.sign('GET', path, undefined)).replace(/.{8}$/, 'AAAAAAAA')
    for (const jws of [stranger, broken, 'no.jws.atall', ''])
      await vault.deliver('GET', path, jws).expect(401)
    expect(office.house.tally.empty()).toContainEqual({ act: 'peer.refused', n: 4 })
  })

  it('lets nobody in while no vault is paired', async () => {
    await office.house.db.deleteFrom('peer').execute()
    const path = `${BASE}/events?after=0`
    const { body } = await vault
      .deliver('GET', path, await vault.sign('GET', path, undefined))
      .expect(401)
    expect(body.type).toBe('/problems/not-paired')
  })
})
