import { identityOf } from '@echolot/crypto/keys'
import {
  type MessageHash,
  messageHash,
  NO_MESSAGE,
  pairSecretOf,
  signMessage,
  staffMark,
  verifyAnswer,
} from '@echolot/crypto/peer'
import request from 'supertest'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeOffice, rowsOf, signIn, type TestOffice, WAIVED } from '../house.testing.ts'

const PATH = '/peer/v1/staff-marks'

/** The vault's end: tells marks of these addresses. */
const makeVault = ({ service, house, vault }: TestOffice) => {
  let [seq, prev]: [number, MessageHash] = [0, NO_MESSAGE]
  const office = identityOf(house.keyring.office())
  const markOf = (email: string) => staffMark(pairSecretOf(vault.exchange, office.exchange), email)
  const tell = async (...emails: readonly string[]) => {
    const body = { marks: emails.map(markOf) }
    const message = { iss: 'vault', aud: 'collection', method: 'PUT', path: PATH, body } as const
    const jws = await signMessage(vault.sign, { ...message, seq: seq + 1, prev })
    const response = await request(service)
      .put(PATH)
      .set('content-type', 'application/jose')
      .send(jws)
    ;[seq, prev] = [seq + 1, messageHash(jws)]
    return verifyAnswer(
      response.text || Buffer.from(response.body).toString('utf8'),
      [office.sign],
      {
        iss: 'collection',
        aud: 'vault',
        re: prev,
      },
    )
  }
  return { tell, markOf }
}

describe('PUT /peer/v1/staff-marks', () => {
  let office: TestOffice
  let vault: ReturnType<typeof makeVault>
  beforeEach(async () => {
    office = await makeOffice(WAIVED)
    vault = makeVault(office)
  })
  const acts = async () => (await rowsOf(office, 'audit')).map(({ act }) => act)
  const signInAgain = ({ email, password }: { email: string; password: string }) =>
    request(office.service)
      .post('/api/auth/sign-in/email')
      .set('origin', office.house.config.publicUrl)
      .send({ email, password })

  it('answers with marks of the own accounts, never with addresses', async () => {
    const { email } = await signIn(office, 'designer')
    const { status, body } = await vault.tell('clerk@vault.example')
    expect([status, body]).toEqual([200, { marks: [vault.markOf(email)] }])
    expect(JSON.stringify(await rowsOf(office, 'staff_mark'))).not.toContain('clerk')
  })

  it('signs out and refuses whoever has an account at the vault too, however it is written', async () => {
    const designer = await signIn(office, 'designer')
    const analyst = await signIn(office, 'analyst')
    await vault.tell(designer.email.toUpperCase(), 'clerk@vault.example')
    expect(await acts()).toContain('staff.at-both')
    expect(office.lines.join('')).toContain('accounts at both offices')
    await designer.get('/v1/me').expect(401)
    const { body } = await signInAgain(designer).expect(403)
    expect(body).toMatchObject({ type: '/problems/account-at-both-offices' })
    expect(await acts()).toContain('staff.refused-at-both')
    await designer.get('/v1/me').expect(401)
    await analyst.get('/v1/me').expect(200)
  })

  it('tells only who knows the password', async () => {
    const designer = await signIn(office, 'designer')
    await vault.tell(designer.email)
    await signInAgain({ ...designer, password: 'a wrong long password' }).expect(401)
  })

  it('lets the account in again when the other one was closed', async () => {
    const designer = await signIn(office, 'designer')
    await vault.tell(designer.email)
    await vault.tell('clerk@vault.example')
    await signInAgain(designer).expect(200)
  })

  it('alarms once for the same list', async () => {
    const designer = await signIn(office, 'designer')
    await vault.tell(designer.email)
    await vault.tell(designer.email)
    expect((await acts()).filter((act) => act === 'staff.at-both')).toHaveLength(1)
  })

  it('lets nobody add an account that the vault has', async () => {
    await vault.tell('clerk@vault.example')
    const account = { name: 'Kim', role: 'designer', password: 'a long enough password' } as const
    await expect(
      office.house.staff.add({ ...account, email: 'Clerk@vault.example' }),
    ).rejects.toMatchObject({ type: 'account-at-both-offices' })
    await office.house.staff.add({ ...account, email: 'kim@example.org' })
  })
})
