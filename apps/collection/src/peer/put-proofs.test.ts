import type { VaultProof } from '@echolot/contract/proofs'
import { identityOf, makeVaultKeys } from '@echolot/crypto/keys'
import {
  type MessageHash,
  messageHash,
  NO_MESSAGE,
  signMessage,
  signStatement,
  verifyAnswer,
  verifyStatement,
} from '@echolot/crypto/peer'
import request from 'supertest'
import { beforeEach, describe, expect, it } from 'vitest'
import { anonymise } from '../anonymity/anonymise.ts'
import { checkProofs } from '../anonymity/proofs.ts'
import { closeWave } from '../fieldwork/close-wave.ts'
import { answerWhole, makeOffice, rowsOf, STUDY, type TestOffice, WAVE } from '../house.testing.ts'
import { listAudit } from '../store/audit.ts'

const PATH = `/peer/v1/studies/${STUDY}/proofs`

const declared = (changes: Partial<VaultProof> = {}): VaultProof => ({
  office: 'vault',
  study: STUDY,
  stage: 'unlinked',
  day: '2027-10-01',
  deleted: { credentials: 4, links: 4, persons: 0 },
  keys: [{ key: 'vlink', fingerprint: 'a'.repeat(64) }],
  auditHead: 'b'.repeat(64),
  ...changes,
})

/** The vault's end of M7. */
const makeVault = (office: TestOffice) => {
  let [seq, prev]: [number, MessageHash] = [0, NO_MESSAGE]
  const send = (jws: string) =>
    request(office.service).put(PATH).set('content-type', 'application/jose').send(jws)
  const tell = async (...statements: readonly string[]) => {
    const jws = await signMessage(office.vault.sign, {
      iss: 'vault',
      aud: 'collection',
      ...{ seq: ++seq, prev, method: 'PUT', path: PATH },
      body: { statements },
    })
    prev = messageHash(jws)
    const response = await send(jws)
    const answer = await verifyAnswer(
      response.text || Buffer.from(response.body).toString('utf8'),
      [identityOf(office.house.keyring.office()).sign],
      { iss: 'collection', aud: 'vault', re: prev },
    )
    // biome-ignore lint/suspicious/noExplicitAny: bodies are looked at by expectations.
    return { ...(answer as { status: number; body: any }), jws }
  }
  return { send, tell, sign: (proof: object) => signStatement(office.vault.sign, proof) }
}

describe('M7 PUT …/proofs', () => {
  let office: TestOffice
  let vault: ReturnType<typeof makeVault>
  beforeEach(async () => {
    office = await makeOffice()
    vault = makeVault(office)
  })
  const kept = async () =>
    (await rowsOf(office, 'proof')).map(({ office: by, stage }) => [by, stage])

  it('close, anonymise, and both offices hold what both have declared', async () => {
    for (let n = 0; n < 4; n++) await answerWhole(office)
    expect((await vault.tell()).body).toEqual({ state: 'field', statements: [] })
    await closeWave({ place: { study: STUDY, wave: WAVE }, actor: 'test' }, office.house)
    office.at(new Date('2027-10-01T08:00:00Z'))
    const order = { study: STUDY, actor: 'test', texts: 'refuse' } as const
    await expect(anonymise(order, office.house)).rejects.toMatchObject({
      details: { hindrances: [{ reason: 'events-undelivered' }] },
    })

    // The vault has deleted its codes: nobody can redeem those events any more.
    const statement = await vault.sign(declared())
    expect((await vault.tell(statement)).status).toBe(200)
    const proof = await anonymise(order, office.house)
    expect(proof.deleted.events).toBe(4)

    const { body } = await vault.tell(statement)
    expect(body).toMatchObject({ state: 'anonymous', statements: [expect.any(String)] })
    const collection = [identityOf(office.house.keyring.office()).sign]
    expect(await verifyStatement(body.statements[0], collection)).toEqual(proof)
    expect(await checkProofs(STUDY, office.house)).toMatchObject([
      { office: 'collection', signature: 'right', inChain: 'yes', proof },
      { office: 'vault', signature: 'right', inChain: 'yes', proof: declared() },
    ])
    const acts = (await listAudit(office.house.db)).map(({ act }) => act)
    expect(acts.filter((act) => act === 'proof.received')).toHaveLength(1)
  })

  it('keeps both stages of the vault, and each only as it was declared first', async () => {
    const unlinked = await vault.sign(declared())
    const erased = await vault.sign(declared({ stage: 'erased', day: '2028-02-01' }))
    await vault.tell(unlinked)
    await vault.tell(unlinked, erased)
    expect((await kept()).sort()).toEqual([
      ['vault', 'erased'],
      ['vault', 'unlinked'],
    ])
    const other = await vault.sign(declared({ deleted: { credentials: 3, links: 4, persons: 0 } }))
    expect(await vault.tell(other)).toMatchObject({
      status: 409,
      body: { type: '/problems/proof-differs', stage: 'unlinked' },
    })
    expect((await vault.tell(unlinked, erased)).status).toBe(200)
  })

  it.each([
    ['a changed letter', (right: string) => right.replace(/.{8}$/, 'AAAAAAAA')],
    ['another signer', () => signStatement(makeVaultKeys().sign, declared())],
    ['our own key', () => signStatement(office.house.keyring.office().sign, declared())],
    ['another study', () => vault.sign(declared({ study: 'other' as never }))],
    ['no statement at all', () => vault.sign({ study: STUDY })],
  ])('refuses a statement with %s, and keeps nothing', async (_what, wrong) => {
    const right = await vault.sign(declared())
    expect(await vault.tell(await wrong(right))).toMatchObject({
      status: 401,
      body: { type: '/problems/peer-unsigned' },
    })
    expect(await kept()).toEqual([])
    expect((await vault.tell(right)).status).toBe(200)
  })

  it('refuses a replayed message and a tampered one', async () => {
    const first = await vault.tell(await vault.sign(declared()))
    await vault.send(first.jws).expect(200)
    const second = await vault.tell()
    await vault.send(first.jws).expect(409, /peer-replayed/)
    const [head, payload = '', signature] = second.jws.split('.')
    const changed = Buffer.from(payload, 'base64url').toString().replace('"seq":2', '"seq":3')
    const tampered = [head, Buffer.from(changed).toString('base64url'), signature].join('.')
    await vault.send(tampered).expect(401, /peer-unsigned/)
    expect(await kept()).toEqual([['vault', 'unlinked']])
  })
})
