import request from 'supertest'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  answerWhole,
  INSTRUMENT_ID,
  makeOffice,
  openBrowser,
  SECOND_WAVE,
  STUDY,
  sendLetter,
  type TestOffice,
  WAVE,
} from '../house.testing.ts'
import { revokeCredentials } from '../store/credentials.ts'
import { markClosed } from '../store/waves.ts'

describe('POST /v1/session', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await makeOffice()
  })

  it('opens the questionnaire and sets one cookie that scripts and other sites never see', async () => {
    const { body, headers } = await openBrowser(office, await sendLetter(office)).enter()
    expect(body).toEqual({
      state: 'open',
      study: STUDY,
      wave: WAVE,
      instrument: INSTRUMENT_ID,
      paused: false,
    })
    expect(headers['set-cookie']).toHaveLength(1)
    expect(headers['set-cookie']?.[0]).toMatch(/^r=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('names the cookie __Host- where there is https', async () => {
    const safe = await makeOffice({ environment: { COLLECTION_URL: 'https://survey.example.org' } })
    const { headers } = await openBrowser(safe, await sendLetter(safe)).enter()
    expect(headers['set-cookie']?.[0]).toMatch(
      /^__Host-r=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
  })

  it('reads what a browser derives from a printed code, with the whole stretch', async () => {
    const letter = await sendLetter(office, { stretch: 'whole' })
    expect((await openBrowser(office, letter).enter()).status).toBe(200)
  })

  it('finds the study by itself', async () => {
    const { lookup, wrapkey } = await sendLetter(office)
    const { body } = await request(office.service).post('/v1/session').send({ lookup, wrapkey })
    expect(body.study).toBe(STUDY)
  })

  it('answers alike for unknown, revoked and not yet open codes, a wrong key and a strange stratum', async () => {
    const [revoked, planned, wrongKey, stranger] = await Promise.all([
      sendLetter(office),
      sendLetter(office, { wave: SECOND_WAVE }),
      sendLetter(office),
      // S02: a stratum outside the frame could mark one person.
      sendLetter(office, { stratum: 'only-me' }),
    ])
    await revokeCredentials(office.house.db, { study: STUDY, wave: WAVE }, [revoked.cred])
    const answers = await Promise.all([
      openBrowser(office, { ...revoked, lookup: '0'.repeat(64) as never }).enter(),
      openBrowser(office, revoked).enter(),
      openBrowser(office, planned).enter(),
      openBrowser(office, { ...wrongKey, wrapkey: '0'.repeat(64) as never }).enter(),
      openBrowser(office, stranger).enter(),
    ])
    for (const { status, text, headers } of answers) {
      expect(status).toBe(404)
      expect(text).toBe(answers[0]?.text)
      expect(headers['set-cookie']).toBeUndefined()
      expect(headers['content-length']).toBe(answers[0]?.headers['content-length'])
    }
    expect(answers[0]?.body.type).toBe('/problems/code-unknown')
  })

  it('says that someone has finished, and gives no session', async () => {
    const { letter } = await answerWhole(office)
    const { body, headers } = await openBrowser(office, letter).enter()
    expect(body.state).toBe('submitted')
    expect(headers['set-cookie']?.[0]).toMatch(/^r=; Max-Age=0/)
  })

  it('says that the wave is over', async () => {
    const letter = await sendLetter(office)
    await markClosed(office.house.db, { study: STUDY, wave: WAVE }, '2027-05-03')
    expect((await openBrowser(office, letter).enter()).body.state).toBe('closed')
  })

  it('reads nothing back: no answer of a session or a page holds an answer given', async () => {
    const letter = await sendLetter(office)
    const browser = openBrowser(office, letter)
    await browser.enter()
    const said = await browser.page({ mood: 1, why: 'etwas Geheimes' }, { shown: ['mood', 'why'] })
    const again = await openBrowser(office, letter).enter()
    expect(again.status).toBe(200)
    expect(said.text + again.text).not.toContain('Geheimes')
  })

  it('slows down who guesses, and lets the neighbours behind the same address in (R-17)', async () => {
    const guess = () =>
      request(office.service)
        .post('/v1/session')
        .send({ study: STUDY, lookup: '1'.repeat(64), wrapkey: '1'.repeat(64) })
    for (let n = 0; n < 9; n++) await guess().expect(404)
    // Right codes cost nothing: 40 households come in although one neighbour guesses.
    for (let n = 0; n < 40; n++) {
      const { status } = await openBrowser(office, await sendLetter(office)).enter()
      expect(status).toBe(200)
    }
    await guess().expect(404)
    const { headers, body } = await guess().expect(429)
    expect(body.type).toBe('/problems/too-many-tries')
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60)
  })

  it('does not believe an address that a client makes up', async () => {
    const guess = (n: number) =>
      request(office.service)
        .post('/v1/session')
        .set('x-forwarded-for', `203.0.${n}.1`)
        .set('x-client-ip', `203.0.${n}.1`)
        .send({ study: STUDY, lookup: '1'.repeat(64), wrapkey: '1'.repeat(64) })
    const statuses: number[] = []
    for (let n = 0; n < 12; n++) statuses.push((await guess(n)).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(2)
  })

  it.each(['/?code=7K3M9QXT4C2P', '/v1/session?code=7K3M9QXT4C2P', '/demo?Code=1&x=2'])(
    'refuses a code in the address %s and does not write it down',
    async (address) => {
      const { body } = await request(office.service).get(address).expect(400)
      expect(body.type).toBe('/problems/code-in-address')
      expect(office.lines.join('')).not.toContain('7K3M')
    },
  )

  it('is not upset by odd addresses', async () => {
    for (const address of ['//', '/%', '/?%', '/v1/%E0%A4%A', '/v1/instruments/%2e%2e'])
      expect((await request(office.service).get(address)).status).toBeLessThan(500)
  })

  it('takes no code by GET', async () => {
    await request(office.service).get('/v1/session').expect(405)
  })
})
