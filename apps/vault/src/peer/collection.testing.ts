import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CredentialBatch, EventFeed, Revocation } from '@echolot/contract/enrolments'
import { PEER_WIRE, type StaffMarks } from '@echolot/contract/peer'
import type { ProofExchange, StudyState } from '@echolot/contract/proofs'
import { deriveCodeSecrets, newStudySalt } from '@echolot/crypto/access-code'
import { identityOf, makeCollectionKeys } from '@echolot/crypto/keys'
import {
  fingerprintOf,
  type MessageHash,
  messageHash,
  NO_MESSAGE,
  pairSecretOf,
  sealFor,
  signAnswer,
  signStatement,
  staffMark,
  verifyMessage,
} from '@echolot/crypto/peer'
import { Problem } from '@echolot/problem'
import type { AccessCode } from '@echolot/study'
import { afterAll } from 'vitest'
import type { House } from '../house.ts'
import { savePeer } from '../store/peers.ts'

type Event = { readonly t: string; readonly k: 'done' | 'refused' | 'withdrawn' }
/** What goes wrong with the next answers. */
export type Mischief =
  | 'none'
  | 'unsigned'
  | 'other-key'
  | 'answers-another-request'
  | 'tampered'
  | 'silent'
  | 'lost-answer'

/**
 * A collection as far as the vault can see it: verifies real signatures and the chain of messages, answers signed, keeps
 * what it is told. It can be made to misbehave.
 */
export const openFakeCollection = async () => {
  const keys = makeCollectionKeys()
  const strangers = makeCollectionKeys()
  const { office, sign, exchange } = identityOf(keys)
  const identity = { office, sign, exchange }
  const salt = newStudySalt()
  const state = {
    lastSeq: 0,
    lastHash: NO_MESSAGE as MessageHash,
    registered: new Map<string, CredentialBatch['items'][number]>(),
    revoked: new Set<string>(),
    batches: [] as CredentialBatch[],
    dispositions: undefined as unknown,
    messages: [] as { method: string; path: string; seq: number }[],
    feed: [] as EventFeed['batches'],
    told: { done: 0, refused: 0, withdrawn: 0, held: 0 },
    mischief: 'none' as Mischief,
    /** Requests that came, answered or not. */
    requests: 0,
    refuse: undefined as string | undefined,
    urls: [] as string[],
    /** Addresses with an account there, and marks that the vault has told. */
    staff: [] as string[],
    staffMarks: [] as readonly string[],
    /** What the vault has declared, and what is declared there. */
    toldProofs: [] as readonly string[],
    proofs: { state: 'closed' as StudyState, statements: [] as readonly string[] },
  }
  let vault: House | undefined

  const answerTo = (method: string, path: string, body: unknown): [number, unknown] => {
    if (state.refuse && path.includes(state.refuse))
      return [422, { type: '/problems/frame-cell-too-small', title: '', status: 422 }]
    if (path.endsWith('/meta'))
      return [
        200,
        {
          study: path.split('/')[4],
          salt,
          kdf: 'pbkdf2-100k-v1',
          respondentUrl: `http://127.0.0.1:8080/${path.split('/')[4]}`,
          waves: [{ wave: 'w1', opensOn: '2026-10-01', closesOn: '2030-05-31', open: true }],
          leastCell: 2,
        },
      ]
    if (path.endsWith('/credentials') && method === 'PUT') {
      const batch = body as CredentialBatch
      state.batches.push(batch)
      const fresh = batch.items.filter(({ cred }) => !state.registered.has(cred))
      for (const item of fresh) state.registered.set(item.cred, item)
      const duplicate = batch.items.length - fresh.length
      return [200, { accepted: fresh.length, duplicate, rejected: 0 }]
    }
    if (path.endsWith('/revocations')) {
      const { creds } = body as Revocation
      for (const cred of creds) state.revoked.add(cred)
      return [200, { revoked: creds.length }]
    }
    if (path.includes('/events?')) {
      const after = Number(new URLSearchParams(path.split('?')[1]).get('after'))
      const batches = state.feed.filter(({ seq }) => seq > after)
      const totals = { issued: state.registered.size, revoked: state.revoked.size, ...state.told }
      return [200, { seq: state.feed.at(-1)?.seq ?? 0, batches, totals, auditHead: 'f'.repeat(64) }]
    }
    if (path.endsWith('/events/flush')) return [200, { batch: null }]
    if (path.endsWith('/dispositions')) {
      state.dispositions = body
      return [200, null]
    }
    if (path.endsWith('/proofs')) {
      state.toldProofs = (body as ProofExchange).statements
      return [200, state.proofs]
    }
    if (path === '/peer/v1/staff-marks' && vault) {
      state.staffMarks = (body as StaffMarks).marks
      const secret = pairSecretOf(keys.exchange, identityOf(vault.keyring.office()).exchange)
      return [200, { marks: state.staff.map((email) => staffMark(secret, email)) }]
    }
    return [404, { type: '/problems/not-found', title: '', status: 404 }]
  }

  const server = createServer(async (request, response) => {
    state.requests++
    state.urls.push(request.url ?? '')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const method = request.method ?? ''
    const path = request.url ?? ''
    const jws =
      method === 'GET'
        ? String(request.headers[PEER_WIRE.header])
        : Buffer.concat(chunks).toString('utf8')
    if (state.mischief === 'silent') return void response.destroy()
    const re = messageHash(jws)
    const unsigned = (status: number, type: string) => {
      response.writeHead(status, { 'content-type': 'application/problem+json' })
      response.end(JSON.stringify({ type: `/problems/${type}`, title: '', status }))
    }
    try {
      let body: unknown
      if (re === state.lastHash) {
        body = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()).body
      } else {
        if (!vault) return unsigned(401, 'not-paired')
        const message = await verifyMessage(jws, [identityOf(vault.keyring.office()).sign], {
          iss: 'vault',
          aud: 'collection',
          method,
          path,
          lastSeq: state.lastSeq,
          lastHash: state.lastHash,
        })
        state.lastSeq = message.seq
        state.lastHash = message.hash
        state.messages.push({ method, path, seq: message.seq })
        body = message.body
      }
      const [status, content] = answerTo(method, path, body)
      if (state.mischief === 'lost-answer') {
        state.mischief = 'none'
        return void response.destroy()
      }
      if (state.mischief === 'unsigned') {
        response.writeHead(200, { 'content-type': 'application/json' })
        return void response.end(JSON.stringify(content))
      }
      const key = state.mischief === 'other-key' ? strangers.sign : keys.sign
      const answered =
        state.mischief === 'answers-another-request' ? ('0'.repeat(64) as MessageHash) : re
      let signed = await signAnswer(key, {
        iss: 'collection',
        aud: 'vault',
        re: answered,
        status,
        body: content,
      })
      if (state.mischief === 'tampered') {
        const [head = '', payload = '', signature = ''] = signed.split('.')
        const changed = Buffer.from(payload, 'base64url').toString().replace('"done":', '"done":1')
        signed = [head, Buffer.from(changed).toString('base64url'), signature].join('.')
      }
      response.writeHead(status, { 'content-type': PEER_WIRE.contentType })
      response.end(signed)
    } catch (error) {
      if (error instanceof Problem) unsigned(error.status, error.type)
      else response.destroy()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    salt,
    /** What a household's browser and the collection together read from a code; undefined for a code nobody registered. */
    enter: async (code: string, wave = 'w1', study = 'demo') => {
      const { lookup, wrapkey } = await deriveCodeSecrets(code as AccessCode, salt)
      const item = [...state.registered.values()].find((one) => one.lookup === lookup)
      if (!item) return undefined
      return { cred: item.cred, ...(await opened(item.wrap, wrapkey, [study, wave, item.cred])) }
    },
    /** Signs a statement as the collection, or as somebody else. */
    sign: (statement: object, by: 'collection' | 'stranger' = 'collection') =>
      signStatement((by === 'collection' ? keys : strangers).sign, statement),
    /** Both offices confirm each other's fingerprint. */
    pairWith: async (house: House) => {
      vault = house
      await savePeer(house.db, {
        identity,
        fingerprint: fingerprintOf(identity),
        confirmedOn: '2026-11-01',
      })
    },
    /** A batch of events, sealed for the vault; `told` counts them as the collection would. */
    addBatch: async (events: readonly Event[], told: 'counted' | 'uncounted' = 'counted') => {
      if (!vault) throw new Error('pair first')
      const seal = identityOf(vault.keyring.office()).seal
      if (!seal) throw new Error('a vault has a seal')
      const items = await Promise.all(events.map((event) => sealFor(seal, event)))
      state.feed = [...state.feed, { seq: (state.feed.at(-1)?.seq ?? 0) + 1, items }]
      if (told === 'counted') for (const { k } of events) state.told[k]++
    },
  }
}
export type FakeCollection = Awaited<ReturnType<typeof openFakeCollection>>

/** AES-256-GCM of crypto/access-code `sealCredential`, opened by the browser's own means. */
const opened = async (text: string, wrapkey: string, place: readonly string[]) => {
  const parts = ['credential/v1', ...place].map((part) => new TextEncoder().encode(part))
  const aad = Buffer.concat(
    parts.flatMap((bytes) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return [length, Buffer.from(bytes)]
    }),
  )
  const bytes = Buffer.from(text, 'base64url')
  const key = await crypto.subtle.importKey('raw', Buffer.from(wrapkey, 'hex'), 'AES-GCM', false, [
    'decrypt',
  ])
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData: aad },
    key,
    bytes.subarray(12),
  )
  return JSON.parse(new TextDecoder().decode(plain)) as {
    readonly link: string
    readonly token: string
    readonly stratum: string
    readonly household?: string
  }
}
