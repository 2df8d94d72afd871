import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  demoStudy,
  openOffice,
  type Persona,
  PLACE,
  STUDY,
  syntheticFrame,
  type TestOffice,
  upload,
  WAVE,
} from '../house.testing.ts'
import { openPdf } from '../letters/read-pdf.testing.ts'
import { type FakeCollection, openFakeCollection } from '../peer/collection.testing.ts'
import { loseInterrupted } from './tidy-mailings.ts'

const CODE = /([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})/
const NUMBER = /Briefnummer\s+(\d\d-\d{5}-\d)/

const PERSONS = 24

/** Every file below `folder`, and all that was logged, as one text. */
const everythingKept = async ({ folder, said }: TestOffice) => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile())
  return [
    ...files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')),
    JSON.stringify(said),
  ].join('\n')
}

const problemOf = async (response: Response) =>
  (await response.json()) as { readonly type: string; readonly remedy?: string }

type Paper = { readonly code: string; readonly number: string; readonly text: string }

const readPaper = async (bytes: Uint8Array): Promise<readonly Paper[]> => {
  const pdf = await openPdf(bytes)
  const papers: Paper[] = []
  for (let page = 1; page <= pdf.pages; page++) {
    const { text } = await pdf.page(page)
    papers.push({
      text,
      code: CODE.exec(text)?.slice(1).join('') ?? '',
      number: NUMBER.exec(text)?.[1] ?? '',
    })
  }
  await pdf.close()
  return papers
}

describe('a mailing from order to paper', () => {
  let collection: FakeCollection
  let office: TestOffice
  let clerk: Persona
  let lead: Persona
  let mailing: string
  let papers: readonly Paper[]

  const order = async (kind = 'invitation') => clerk.post('/v1/mailings', { ...PLACE, kind })
  const approve = async (id: string) => {
    const answer = await lead.post(`/v1/mailings/${id}/approval`)
    await office.house.jobs.idle()
    return answer
  }
  const download = async (id: string) => {
    const response = await clerk.fetch(`/v1/mailings/${id}/letters`, { method: 'POST', body: '{}' })
    const bytes = new Uint8Array(await response.arrayBuffer())
    await expect
      .poll(async () => (await clerk.get(`/v1/mailings/${id}`)).body.state)
      .not.toBe('ready')
    await office.house.jobs.idle()
    return { response, bytes }
  }

  beforeAll(async () => {
    collection = await openFakeCollection()
    office = await openOffice({ collectionUrl: collection.url })
    await collection.pairWith(office.house)
    clerk = await office.as('trust.clerk')
    lead = await office.as('trust.lead')
  })

  it('is not made for nobody', async () => {
    const { status, body } = await order()
    expect([status, body.type]).toEqual([409, '/problems/nobody-to-write-to'])
  })

  it('waits for a second person', async () => {
    const { body: receipt } = await clerk.post('/v1/frames', upload(syntheticFrame(PERSONS)))
    expect(receipt.imported).toBe(PERSONS)
    const { status, body } = await order()
    expect([status, body.state, body.letters]).toEqual([200, 'ordered', PERSONS])
    mailing = body.id
    expect((await clerk.post(`/v1/mailings/${mailing}/approval`)).status).toBe(403)
    expect(collection.state.requests).toBe(0)
    const early = await clerk.fetch(`/v1/mailings/${mailing}/letters`, {
      method: 'POST',
      body: '{}',
    })
    expect([early.status, (await problemOf(early)).type]).toEqual([
      409,
      '/problems/letters-not-ready',
    ])
  })

  it('is not ordered twice', async () => {
    const { status, body } = await order()
    expect([status, body.type, body.mailing]).toEqual([409, '/problems/mailing-under-way', mailing])
  })

  it('is refused to whoever ordered it', async () => {
    const other = await openOffice({ collectionUrl: collection.url })
    const only = await other.as('trust.lead')
    await (await other.as('trust.clerk')).post('/v1/frames', upload(syntheticFrame(4)))
    const { body } = await only.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
    const answer = await only.post(`/v1/mailings/${body.id}/approval`)
    expect([answer.status, answer.body.type]).toEqual([403, '/problems/second-person-needed'])
  })

  it('registers the codes in an order that is not the letters’', async () => {
    const { status, body } = await approve(mailing)
    expect([status, body.state, body.approvedBy]).toEqual([200, 'drawing', 'trust.lead'])
    expect((await clerk.get(`/v1/mailings/${mailing}`)).body).toMatchObject({
      state: 'ready',
      letters: PERSONS,
      done: PERSONS,
    })
    expect(collection.state.registered.size).toBe(PERSONS)
    expect(collection.state.batches[0]?.frame).toEqual([
      { stratum: '1', label: 'Ennigerloh', gross: PERSONS / 2, population: 190 },
      { stratum: '2', label: 'Everswinkel', gross: PERSONS / 2, population: 60 },
    ])
    const kept = await office.house.db
      .selectFrom('letter')
      .select('credential')
      .orderBy('letter')
      .execute()
    expect(collection.state.batches[0]?.items.map(({ cred }) => cred)).not.toEqual(
      kept.map(({ credential }) => credential),
    )
  })

  it('keeps the letters when a download breaks off', async () => {
    const aborter = new AbortController()
    const response = await clerk.fetch(`/v1/mailings/${mailing}/letters`, {
      method: 'POST',
      body: '{}',
      signal: aborter.signal,
    })
    expect(response.status).toBe(200)
    aborter.abort()
    await expect
      .poll(() => office.house.press.take(mailing) !== 'busy' && 'free', { timeout: 5_000 })
      .toBe('free')
    office.house.press.giveBack(mailing)
    expect((await clerk.get(`/v1/mailings/${mailing}`)).body.state).toBe('ready')
  })

  it('gives all letters as one PDF, each with its own code', async () => {
    const { response, bytes } = await download(mailing)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    papers = await readPaper(bytes)
    expect(papers).toHaveLength(PERSONS)
    expect(new Set(papers.map(({ code }) => code)).size).toBe(PERSONS)
    expect((await clerk.get(`/v1/mailings/${mailing}`)).body.state).toBe('downloaded')
  })

  it('binds letter, person, code and stratum together', async () => {
    for (const { code, number, text } of papers) {
      const entered = await collection.enter(code)
      const letter = await office.house.db
        .selectFrom('letter')
        .innerJoin('credential', 'credential.credential', 'letter.credential')
        .innerJoin('person', 'person.person', 'credential.person')
        .innerJoin('sample', 'sample.person', 'person.person')
        .select(['credential.credential', 'person.family_name', 'person.place', 'sample.stratum'])
        .where('letter.letter', '=', number)
        .executeTakeFirstOrThrow()
      expect(text).toContain(letter.family_name)
      expect(text).toContain(letter.place)
      expect(entered).toMatchObject({ cred: letter.credential, stratum: letter.stratum })
    }
  })

  it('gives the letters once', async () => {
    const response = await clerk.fetch(`/v1/mailings/${mailing}/letters`, {
      method: 'POST',
      body: '{}',
    })
    expect(response.status).toBe(410)
    expect(await response.json()).toMatchObject({
      type: '/problems/letters-gone',
      remedy: expect.stringContaining('downloaded'),
    })
  })

  it('leaves no code on the disk or in the log', async () => {
    const kept = await everythingKept(office)
    expect(kept).toContain('SQLite format 3')
    for (const { code } of papers) {
      expect(kept).not.toContain(code)
      expect(kept).not.toContain(code.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3'))
    }
    expect(collection.state.urls.join('\n')).not.toMatch(
      new RegExp(papers.map((p) => p.code).join('|')),
    )
  })

  it('writes to nobody a second time', async () => {
    const { status, body } = await order()
    expect([status, body.type]).toEqual([409, '/problems/nobody-to-write-to'])
  })

  it('reminds nobody before the first pull has told who answered', async () => {
    const done = await collection.enter(papers[0]?.code ?? '')
    const refused = await collection.enter(papers[1]?.code ?? '')
    await collection.addBatch([
      { t: done?.token ?? '', k: 'done' },
      { t: refused?.token ?? '', k: 'refused' },
    ])
    const { body: pulled } = await clerk.post('/v1/events/pull', { study: STUDY })
    expect(pulled).toMatchObject({
      redeemed: 2,
      reminderGate: null,
      totals: { done: 1, refused: 1 },
    })
    const { body: again } = await clerk.post('/v1/events/pull', { study: STUDY })
    expect(again.redeemed).toBe(0)
  })

  it('reminds whoever is left, with another code that leads to the same pseudonym', async () => {
    const { body: ordered } = await order('reminder')
    expect(ordered).toMatchObject({ state: 'ordered', letters: PERSONS - 2 })
    await approve(ordered.id)
    const { bytes } = await download(ordered.id)
    const reminders = await readPaper(bytes)
    expect(reminders).toHaveLength(PERSONS - 2)
    const links = new Map<string, string | undefined>()
    for (const { code } of papers.slice(2)) {
      const entered = await collection.enter(code)
      links.set(entered?.link ?? '', entered?.cred)
    }
    for (const { code } of reminders) {
      const entered = await collection.enter(code)
      expect(links.has(entered?.link ?? '')).toBe(true)
      expect(links.get(entered?.link ?? '')).not.toBe(entered?.cred)
    }
    expect(collection.state.revoked.size).toBe(0)
  })

  afterAll(async () => {
    await office.house.jobs.idle()
  })
})

describe('letters that are lost', () => {
  it('are revoked before new ones are drawn', async () => {
    const collection = await openFakeCollection()
    const office = await openOffice({ collectionUrl: collection.url })
    await collection.pairWith(office.house)
    const clerk = await office.as('trust.clerk')
    const lead = await office.as('trust.lead')
    await clerk.post('/v1/frames', upload(syntheticFrame(8)))
    const { body: first } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
    await lead.post(`/v1/mailings/${first.id}/approval`)
    await office.house.jobs.idle()
    const old = [...collection.state.registered.keys()]
    expect(old).toHaveLength(8)

    const again = await office.restarted()
    office.house.press.forget(first.id)
    expect(await loseInterrupted(again)).toBe(1)
    const gone = await clerk.fetch(`/v1/mailings/${first.id}/letters`, {
      method: 'POST',
      body: '{}',
    })
    expect([gone.status, (await problemOf(gone)).remedy]).toEqual([
      410,
      expect.stringContaining('order the mailing again'),
    ])

    const { body: second } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
    expect(second.letters).toBe(8)
    await lead.post(`/v1/mailings/${second.id}/approval`)
    await office.house.jobs.idle()
    expect([...collection.state.revoked].sort()).toEqual(old.sort())
    expect(collection.state.registered.size).toBe(16)
    expect(collection.state.batches.at(-1)?.frame.map(({ gross }) => gross)).toEqual([4, 4])
  })

  it('are lost after a day', async () => {
    const collection = await openFakeCollection()
    const office = await openOffice({ collectionUrl: collection.url })
    await collection.pairWith(office.house)
    const clerk = await office.as('trust.clerk')
    const lead = await office.as('trust.lead')
    await clerk.post('/v1/frames', upload(syntheticFrame(4)))
    const { body } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
    await lead.post(`/v1/mailings/${body.id}/approval`)
    await office.house.jobs.idle()
    const soon = Date.now()
    expect(office.house.press.expire(new Date(soon + 23 * 3_600_000))).toEqual([])
    expect(office.house.press.expire(new Date(soon + 25 * 3_600_000))).toEqual([body.id])
    expect(office.house.press.take(body.id)).toBeUndefined()
  })
})

describe('a mailing that cannot be made', () => {
  it('is taken back before it is approved, and not afterwards', async () => {
    const office = await openOffice()
    const clerk = await office.as('trust.clerk')
    await clerk.post('/v1/frames', upload(syntheticFrame(4)))
    const { body } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
    const back = await clerk.post(`/v1/mailings/${body.id}/cancellation`)
    expect(back.body).toMatchObject({ state: 'failed', problem: 'mailing-cancelled' })
    expect((await clerk.post(`/v1/mailings/${body.id}/cancellation`)).status).toBe(409)
    expect((await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })).status).toBe(200)
  })

  it('names strata that are too small to be told', async () => {
    const office = await openOffice({ study: demoStudy({ leastCell: 20 }) })
    const clerk = await office.as('trust.clerk')
    await clerk.post('/v1/frames', upload(syntheticFrame(10)))
    const { status, body } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
    expect([status, body.type]).toEqual([409, '/problems/cell-too-small'])
    expect(body).toMatchObject({
      least: 20,
      cells: [{ stratum: '1', letters: 5 }, { stratum: '2' }],
    })
  })

  it('ends with the approval of the study', async () => {
    const office = await openOffice({
      study: demoStudy({ approval: { reference: 'DEMO', until: '2026-10-01' } }),
    })
    const clerk = await office.as('trust.clerk')
    await clerk.post('/v1/frames', upload(syntheticFrame(10)))
    const { body } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
    expect(body.type).toBe('/problems/approval-over')
  })

  it('fails with the collection’s reason, and is ordered anew', async () => {
    const collection = await openFakeCollection()
    const office = await openOffice({ collectionUrl: collection.url })
    await collection.pairWith(office.house)
    const clerk = await office.as('trust.clerk')
    const lead = await office.as('trust.lead')
    await clerk.post('/v1/frames', upload(syntheticFrame(6)))
    collection.state.refuse = '/credentials'
    const { body } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
    await lead.post(`/v1/mailings/${body.id}/approval`)
    await office.house.jobs.idle()
    expect((await clerk.get(`/v1/mailings/${body.id}`)).body).toMatchObject({
      state: 'failed',
      problem: 'peer-refused',
    })
    collection.state.refuse = undefined
    const { body: second } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
    await lead.post(`/v1/mailings/${second.id}/approval`)
    await office.house.jobs.idle()
    expect((await clerk.get(`/v1/mailings/${second.id}`)).body.state).toBe('ready')
  })
})

describe('two adults of a household', () => {
  it('get letters of their own that share the household’s secret', async () => {
    const collection = await openFakeCollection()
    const study = demoStudy({ sampling: 'both-adults' })
    const office = await openOffice({ collectionUrl: collection.url, study })
    await collection.pairWith(office.house)
    const clerk = await office.as('trust.clerk')
    const lead = await office.as('trust.lead')
    const rows = [
      'BG-Kennung;Vorname;Nachname;Straße;PLZ;Ort;Schicht',
      'B1;Anna;Muster;Weg 1;59320;Ennigerloh;1',
      'B1;Bert;Muster;Weg 1;59320;Ennigerloh;1',
      'B2;Cem;Probe;Weg 2;59320;Ennigerloh;1',
    ].join('\n')
    await clerk.post('/v1/frames', upload(rows))
    const { body } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
    await lead.post(`/v1/mailings/${body.id}/approval`)
    await office.house.jobs.idle()
    const response = await clerk.fetch(`/v1/mailings/${body.id}/letters`, {
      method: 'POST',
      body: '{}',
    })
    const papers = await readPaper(new Uint8Array(await response.arrayBuffer()))
    const of = async (name: string) =>
      collection.enter(papers.find(({ text }) => text.includes(name))?.code ?? '')
    const [anna, bert, cem] = [await of('Anna'), await of('Bert'), await of('Cem')]
    expect(anna?.household).toMatch(/^[0-9a-f]{32}$/)
    expect(bert?.household).toBe(anna?.household)
    expect(cem?.household).not.toBe(anna?.household)
    expect(bert?.link).not.toBe(anna?.link)
    expect(WAVE).toBe('w1')
  })
})
