import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newLinkSecret } from '@echolot/crypto/access-code'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  makeOffice,
  openBrowser,
  rowsOf,
  SECOND_WAVE,
  STUDY,
  sendLetter,
  type TestOffice,
  WAVE,
} from '../house.testing.ts'
import { markOpened } from '../store/waves.ts'
import { flushWave } from './flush-wave.ts'

const place = { study: STUDY, wave: WAVE }

describe('POST /v1/withdrawal', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await makeOffice()
    await markOpened(office.house.db, { study: STUDY, wave: SECOND_WAVE }, '2027-05-01')
  })
  const person = async () => {
    const link = newLinkSecret()
    const first = await sendLetter(office, { link })
    const second = await sendLetter(office, { link, wave: SECOND_WAVE })
    const answer = async (letter: typeof first) => {
      const browser = openBrowser(office, letter)
      await browser.enter()
      return browser
    }
    return { first: await answer(first), second: await answer(second), letter: first }
  }

  it('deletes the answers of all waves of the study, wherever they lie', async () => {
    const { first, second } = await person()
    await first.finish().expect(200)
    await flushWave({ place, which: 'completed', actor: 'test' }, office.house)
    await second.page({ mood: 2 }).expect(200)
    await first.withdraw().expect(204)
    for (const table of ['inbox', 'response', 'conflict', 'paused_draft'] as const)
      expect(await rowsOf(office, table)).toEqual([])
  })

  it('leaves the other waves alone when asked to', async () => {
    const { first, second } = await person()
    await first.finish().expect(200)
    await second.finish().expect(200)
    await first.withdraw('wave').expect(204)
    expect(await rowsOf(office, 'inbox')).toMatchObject([{ wave: SECOND_WAVE }])
  })

  it('answers alike whether there was nothing, one or many', async () => {
    const nothing = await person()
    const partial = await person()
    const done = await person()
    await partial.first.page({ mood: 3 }).expect(200)
    await done.first.finish().expect(200)
    const answers = [
      await nothing.first.withdraw(),
      await partial.first.withdraw(),
      await done.first.withdraw(),
      await done.first.withdraw(),
    ]
    for (const { status, text } of answers) expect([status, text]).toEqual([204, ''])
  })

  it('keeps the person out afterwards: 410 for pages, closed for sessions', async () => {
    const { first, letter } = await person()
    await first.finish().expect(200)
    await first.withdraw().expect(204)
    const { body } = await first.page({ mood: 1 }).expect(410)
    expect(body.type).toBe('/problems/withdrawn')
    expect((await openBrowser(office, letter).enter()).body.state).toBe('closed')
    expect(await rowsOf(office, 'inbox')).toEqual([])
  })

  it('tells the vault once, and counts withdrawals after answers as 2.119', async () => {
    const { first } = await person()
    await first.finish().expect(200)
    await first.withdraw().expect(204)
    await first.withdraw().expect(204)
    const kinds = (await rowsOf(office, 'outbox')).map(({ kind }) => kind).sort()
    expect(kinds).toEqual(['done', 'withdrawn'])
    const tombstones = await rowsOf(office, 'tombstone')
    expect(tombstones.map(({ wave, disposition }) => [wave, disposition]).sort()).toEqual([
      [WAVE, '2.119'],
      [SECOND_WAVE, null],
    ])
  })

  it('leaves no byte of the answers in the database file or its log', async () => {
    const { first } = await person()
    const secret = 'Unverwechselbare Worte eines Haushalts'
    await first.finish({ mood: 1, why: secret }, { shown: ['mood', 'hours', 'why'] }).expect(200)
    const bytes = () =>
      ['', '-wal']
        .map((ending) => {
          try {
            return readFileSync(join(office.house.config.dataDirectory, '..', `test.db${ending}`))
          } catch {
            return Buffer.alloc(0)
          }
        })
        .map((buffer) => buffer.includes(secret))
    expect(bytes()).toContain(true)
    await first.withdraw().expect(204)
    expect(bytes()).toEqual([false, false])
  })

  it('writes the tombstones outside the database, so that no backup brings the answers back', async () => {
    const { first } = await person()
    await first.finish().expect(200)
    await first.withdraw().expect(204)
    const lines = readFileSync(join(office.house.config.dataDirectory, 'tombstones.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const kept = (await rowsOf(office, 'tombstone')).map(({ id }) => id)
    expect(lines.map(({ id }) => id).sort()).toEqual(kept.sort())
  })

  it('ends with the last day for it', async () => {
    const { first } = await person()
    office.at(new Date('2027-10-01T08:00:00Z'))
    const { body } = await first.withdraw().expect(410)
    expect(body).toMatchObject({ type: '/problems/withdrawal-over', since: '2027-09-30' })
  })
})

describe('POST /v1/refusal', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await makeOffice()
  })
  const begin = async () => {
    const browser = openBrowser(office, await sendLetter(office))
    await browser.enter()
    return browser
  }

  it('keeps no answers and tells the vault once', async () => {
    const browser = await begin()
    await browser.page({ mood: 2 }).expect(200)
    await browser.refuse().expect(204)
    await browser.refuse().expect(204)
    expect(await rowsOf(office, 'inbox')).toEqual([])
    expect(await rowsOf(office, 'outbox')).toMatchObject([{ kind: 'refused' }])
    expect(await rowsOf(office, 'refusal')).toMatchObject([{ disposition: '2.11' }])
  })

  it('tells a consent that was not given apart', async () => {
    const browser = await begin()
    await browser.refuse('consent').expect(204)
    expect(await rowsOf(office, 'refusal')).toMatchObject([{ disposition: '2.111' }])
  })

  it('changes nothing for who has finished, and says nothing of it', async () => {
    const browser = await begin()
    await browser.finish().expect(200)
    await browser.refuse().expect(204)
    expect(await rowsOf(office, 'inbox')).toHaveLength(1)
    expect(await rowsOf(office, 'refusal')).toEqual([])
  })

  it('is forgotten when the person answers after all', async () => {
    const browser = await begin()
    await browser.refuse().expect(204)
    await browser.finish().expect(200)
    expect(await rowsOf(office, 'refusal')).toEqual([])
    expect((await rowsOf(office, 'outbox')).map(({ kind }) => kind).sort()).toEqual([
      'done',
      'refused',
    ])
  })
})
