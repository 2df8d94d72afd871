import { sql } from 'kysely'
import request from 'supertest'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  answerWhole,
  INSTRUMENT,
  makeOffice,
  openBrowser,
  rowsOf,
  STUDY,
  sendLetter,
  type TestOffice,
  WAVE,
} from '../house.testing.ts'
import { publish } from '../instruments/publish.ts'
import { markClosed, saveWaveInstrument } from '../store/waves.ts'

describe('PUT /v1/response', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await makeOffice()
  })
  const begin = async () => {
    const letter = await sendLetter(office)
    const browser = openBrowser(office, letter)
    await browser.enter()
    return { letter, browser }
  }

  it('keeps a page under the pseudonym, by week, and the code nowhere', async () => {
    const { letter, browser } = await begin()
    const { body } = await browser.page({ mood: 4 }).expect(200)
    expect(body).toEqual({ savedOn: '2027-05-03' })
    const [row] = await rowsOf(office, 'inbox')
    expect(row).toMatchObject({ answers: '{"mood":4}', week: '2027-W18', completed_in: null })
    const all = JSON.stringify(row)
    for (const secret of [
      letter.code,
      letter.lookup,
      letter.wrapkey,
      ...Object.values(letter.secrets),
    ])
      if (secret !== '1') expect(all).not.toContain(secret)
  })

  it('gives one attempt one row, however many pages', async () => {
    const { browser } = await begin()
    await browser.page({ mood: 4 }).expect(200)
    await browser.page({ mood: 3, hours: 2 }, { shown: ['mood', 'hours'] }).expect(200)
    expect(await rowsOf(office, 'inbox')).toMatchObject([
      { answers: '{"mood":3,"hours":2}', counter: 2 },
    ])
  })

  it('keeps no more than twenty beginnings under one code; the begun ones go on', async () => {
    const { letter, browser } = await begin()
    await browser.page({ mood: 4 }).expect(200)
    const statuses: number[] = []
    for (let n = 0; n < 21; n++) {
      const other = openBrowser(office, letter)
      await other.enter()
      statuses.push((await other.page({ mood: 1 })).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 19 }, () => 200), 429, 429])
    expect(await rowsOf(office, 'inbox')).toHaveLength(20)
    await browser.page({ mood: 3 }).expect(200)
  })

  it('acknowledges and ignores a page older than the newest kept', async () => {
    const { browser } = await begin()
    await browser.page({ mood: 4 }, { counter: 5 }).expect(200)
    await browser.page({ mood: 1 }, { counter: 4 }).expect(200)
    expect(await rowsOf(office, 'inbox')).toMatchObject([{ answers: '{"mood":4}', counter: 5 }])
  })

  it('stores a last page once, however often it is sent', async () => {
    const { browser } = await begin()
    await browser.finish().expect(200)
    await browser.finish().expect(200)
    await browser.finish({ mood: 1 }).expect(200)
    expect(await rowsOf(office, 'inbox')).toMatchObject([{ answers: '{"mood":4,"hours":3}' }])
    expect(await rowsOf(office, 'outbox')).toMatchObject([{ kind: 'done' }])
  })

  it('refuses a second person with the same code after the first has finished (R-12)', async () => {
    const { letter, browser } = await begin()
    const other = openBrowser(office, letter)
    await other.enter()
    await browser.finish().expect(200)
    const { body } = await other.finish({ mood: 1 }).expect(409)
    expect(body.type).toBe('/problems/already-complete')
    expect(await rowsOf(office, 'inbox')).toMatchObject([{ answers: '{"mood":4,"hours":3}' }])
    expect((await other.enter()).body.state).toBe('submitted')
  })

  it('answers 409 whatever the body, so that nobody can test guesses', async () => {
    const { letter, browser } = await begin()
    const other = openBrowser(office, letter)
    await other.enter()
    await browser.finish().expect(200)
    for (const answers of [{ mood: 4, hours: 3 }, { mood: 99 }, { nonsense: true }])
      await other.finish(answers).expect(409)
  })

  it('keeps a second attempt beside the first until one is finished (D2)', async () => {
    const { letter, browser } = await begin()
    await browser.page({ mood: 4 }).expect(200)
    const other = openBrowser(office, letter)
    await other.enter()
    await other.page({ mood: 2 }).expect(200)
    expect(
      (await rowsOf(office, 'inbox')).map(({ answers, ordinal }) => [ordinal, answers]).sort(),
    ).toEqual([
      [1, '{"mood":4}'],
      [2, '{"mood":2}'],
    ])
  })

  it.each([
    ['an unknown choice', { mood: 9 }, 'mood'],
    ['an unknown item', { name: 'Muster' }, 'name'],
    ['a hidden item', { mood: 4, why: 'so' }, 'why'],
    ['a number out of range', { mood: 4, hours: 200 }, 'hours'],
    ['another type', { mood: [4] }, 'mood'],
  ])('refuses %s and says where', async (_what, answers, item) => {
    const { browser } = await begin()
    const { body } = await browser.page(answers, { shown: ['mood', 'hours'] }).expect(422)
    expect(body.type).toBe('/problems/answers-invalid')
    expect(body.errors[0]).toMatchObject({
      path: `/answers/${item}`,
      rule: expect.any(String),
      remedy: expect.any(String),
    })
    expect(await rowsOf(office, 'inbox')).toEqual([])
  })

  it('keeps the language answered in, and refuses one that is not offered', async () => {
    const { browser } = await begin()
    await browser.page({ mood: 4 }, { language: 'de' }).expect(200)
    const { body } = await browser.page({ mood: 4 }, { language: 'tr' }).expect(422)
    expect(body.errors).toMatchObject([{ path: '/language', remedy: 'send one of de' }])
    expect(await rowsOf(office, 'inbox')).toMatchObject([{ language: 'de' }])
  })

  it('keeps nothing but the outcome when consent is not given', async () => {
    const envelope = {
      ...INSTRUMENT,
      version: '3.0.0',
      consent: { item: 'mood', agreed: [4, 5] },
    }
    const { id } = await publish(
      { envelope: envelope as never, proposedBy: 'a', publishedBy: 'b' },
      office.house,
    )
    await saveWaveInstrument(office.house.db, { study: STUDY, wave: WAVE }, id)
    const { browser } = await begin()
    await browser.page({ mood: 4 }).expect(200)
    await browser.page({ mood: 1 }).expect(200)
    expect(await rowsOf(office, 'inbox')).toEqual([])
    expect(await rowsOf(office, 'refusal')).toMatchObject([{ disposition: '2.111' }])
    expect(await rowsOf(office, 'outbox')).toMatchObject([{ kind: 'refused' }])
  })

  it('asks for required answers at the end only', async () => {
    const { browser } = await begin()
    await browser.page({}).expect(200)
    await browser.finish({ hours: 1 }).expect(422)
  })

  it('wants a session', async () => {
    const { body } = await request(office.service).put('/v1/response').send({}).expect(401)
    expect(body.type).toBe('/problems/session-over')
  })

  it('ends a session after an hour without a page, and keeps it alive with each', async () => {
    const { browser } = await begin()
    const start = office.house.now().getTime()
    office.at(new Date(start + 50 * 60_000))
    const kept = await browser.page({ mood: 4 }).expect(200)
    const renewed = String(kept.headers['set-cookie']?.[0]).split(';')[0] as string
    office.at(new Date(start + 100 * 60_000))
    await browser.page({ mood: 4 }).expect(401)
    await request(office.service)
      .put('/v1/response')
      .set('cookie', renewed)
      .send({
        attempt: browser.attempt,
        counter: 9,
        page: 'p1',
        answers: {},
        shown: [],
        completed: false,
      })
      .expect(200)
  })

  it('refuses pages of a closed wave', async () => {
    const { browser } = await begin()
    await markClosed(office.house.db, { study: STUDY, wave: WAVE }, '2027-05-03')
    expect((await browser.page({ mood: 4 }).expect(410)).body.type).toBe('/problems/wave-closed')
  })

  it('says nothing of answers or codes in the log', async () => {
    const { letter, browser } = await begin()
    await browser.page({ mood: 1, why: 'sehr geheim' }, { shown: ['mood', 'why'] }).expect(200)
    await browser.page({ mood: 'sehr geheim' }).expect(422)
    await browser.put({ answers: 'sehr geheim' }).expect(422)
    await request(office.service)
      .put('/v1/response')
      .set('content-type', 'application/json')
      .send('{"sehr geheim')
      .expect(401)
      .catch(() => undefined)
    const log = office.lines.join('')
    expect(log).toContain('/v1/response')
    for (const secret of ['geheim', letter.code, letter.lookup, letter.wrapkey, '127.0.0.1'])
      expect(log).not.toContain(secret)
  })

  it('is 503 with Retry-After when the disk is full, loses nothing, and works again', async () => {
    await answerWhole(office)
    const { browser } = await begin()
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(office.house.db)
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(office.house.db)
    const full: unknown[] = []
    for (let n = 0; n < 60; n++) {
      const { status, headers } = await browser.page(
        { mood: 1, why: 'x'.repeat(190) },
        { shown: ['mood', 'why'], attempt: n.toString(16).padStart(32, '0') },
      )
      if (status === 503) full.push(headers['retry-after'])
    }
    expect(full.length).toBeGreaterThan(0)
    expect(full[0]).toBe('60')
    await sql.raw('pragma max_page_count = 1000000').execute(office.house.db)
    await browser.finish().expect(200)
    expect(
      (await rowsOf(office, 'inbox')).filter(({ completed_in }) => completed_in !== null),
    ).toHaveLength(2)
  })
})
