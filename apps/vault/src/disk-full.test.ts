import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import {
  openOffice,
  type Persona,
  PLACE,
  STUDY,
  syntheticFrame,
  type TestOffice,
  upload,
} from './house.testing.ts'
import { type FakeCollection, openFakeCollection } from './peer/collection.testing.ts'

let collection: FakeCollection
let office: TestOffice
let clerk: Persona
let lead: Persona

beforeEach(async () => {
  collection = await openFakeCollection()
  office = await openOffice({ collectionUrl: collection.url })
  await collection.pairWith(office.house)
  clerk = await office.as('trust.clerk')
  lead = await office.as('trust.lead')
  expect((await clerk.get('/ready')).status).toBe(200)
})

/** No page more for this database: to SQLite the same as a full disk, down to its own rollback. */
const fillDisk = async () => {
  const { db } = office.house
  await sql`create table ballast (weight text)`.execute(db)
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(db)
  // Free room within the pages is used up as well.
  for (const size of [50_000, 3_000, 200, 20])
    for (;;) {
      const weight = 'x'.repeat(size)
      const full = await sql`insert into ballast values (${weight})`.execute(db).then(
        () => false,
        () => true,
      )
      if (full) break
    }
}
const freeDisk = () => sql.raw('pragma max_page_count = 1000000').execute(office.house.db)

const rowsOf = async (...tables: readonly string[]) => {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await sql<{ n: number }>`select count(*) n from ${sql.table(table)}`.execute(
      office.house.db,
    )
    counts[table] = rows[0]?.n ?? 0
  }
  return counts
}
const intact = async () => {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(
    office.house.db,
  )
  return rows.map((row) => row.integrity_check)
}
const FULL = { status: 503, body: { type: '/problems/storage-full', retryAfter: 60 } }

const importFrame = (persons = 40) => clerk.post('/v1/frames', upload(syntheticFrame(persons)))
const order = () => clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
const approve = (id: string) => lead.post(`/v1/mailings/${id}/approval`)
const stateOf = async (id: string) => (await clerk.get(`/v1/mailings/${id}`)).body

it('imports nobody on a full disk, and everybody afterwards', async () => {
  await fillDisk()
  expect(await importFrame()).toMatchObject(FULL)
  expect(await rowsOf('person', 'sample', 'frame_import')).toEqual({
    person: 0,
    sample: 0,
    frame_import: 0,
  })
  expect((await clerk.get(`/v1/frames?study=${STUDY}`)).status).toBeLessThan(500)
  await freeDisk()
  expect((await importFrame()).body).toMatchObject({ imported: 40 })
  expect(await intact()).toEqual(['ok'])
})

it('draws no code on a full disk; the mailing says why and is ordered again', async () => {
  await importFrame()
  const { body: ordered } = await order()
  const before = await rowsOf('credential', 'letter')
  await fillDisk()
  // The approval is one small change that still finds room; the codes do not.
  expect((await approve(ordered.id)).status).toBe(200)
  await office.house.jobs.idle()
  expect(await stateOf(ordered.id)).toMatchObject({ state: 'failed', problem: 'storage-full' })
  expect(await rowsOf('credential', 'letter')).toEqual(before)
  expect(collection.state.registered.size).toBe(0)

  await freeDisk()
  const { body: again } = await order()
  await approve(again.id)
  await office.house.jobs.idle()
  expect(await stateOf(again.id)).toMatchObject({ state: 'ready' })
  expect(collection.state.registered.size).toBe(40)
  expect(await intact()).toEqual(['ok'])
})

it('lets letters go once, and writes them down as soon as there is room', async () => {
  await importFrame()
  const { body: ordered } = await order()
  await approve(ordered.id)
  await office.house.jobs.idle()
  await fillDisk()
  const letters = await clerk.fetch(`/v1/mailings/${ordered.id}/letters`, {
    method: 'POST',
    body: '{}',
  })
  const bytes = Buffer.from(await letters.arrayBuffer())
  expect([letters.status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  await expect
    .poll(() => office.said.some(({ event }) => event === 'writing again in a moment'))
    .toBe(true)
  expect(await rowsOf('contact_event')).toEqual({ contact_event: 0 })
  const second = await clerk.post(`/v1/mailings/${ordered.id}/letters`)
  expect(second).toMatchObject({ status: 410, body: { remedy: expect.any(String) } })

  await freeDisk()
  await office.house.jobs.idle()
  expect(await stateOf(ordered.id)).toMatchObject({ state: 'downloaded' })
  expect(await rowsOf('contact_event')).toEqual({ contact_event: 40 })
  expect(await intact()).toEqual(['ok'])
})

it('lets no letter go where nothing can be written at all', async () => {
  await importFrame()
  const { body: ordered } = await order()
  await approve(ordered.id)
  await office.house.jobs.idle()
  await sql.raw('pragma query_only = on').execute(office.house.db)
  const refused = await clerk.post(`/v1/mailings/${ordered.id}/letters`)
  expect(refused).toMatchObject({ status: 503, body: { type: '/problems/storage-failed' } })
  await sql.raw('pragma query_only = off').execute(office.house.db)
  const letters = await clerk.fetch(`/v1/mailings/${ordered.id}/letters`, {
    method: 'POST',
    body: '{}',
  })
  expect(letters.status).toBe(200)
  await letters.arrayBuffer()
})

it('redeems no done-token on a full disk, and each of them once afterwards', async () => {
  // More outcomes than one page of the file holds.
  await importFrame(120)
  const { body: ordered } = await order()
  await approve(ordered.id)
  await office.house.jobs.idle()
  const run = office.house.press.take(ordered.id)
  if (!run || run === 'busy') throw new Error('the letters are laid')
  const tokens = await Promise.all(
    run.letters.map(async ({ code }) => (await collection.enter(code))?.token ?? ''),
  )
  await collection.addBatch(tokens.map((t) => ({ t, k: 'done' as const })))
  await fillDisk()
  const pull = () => clerk.post('/v1/events/pull', { study: STUDY })
  expect(await pull()).toMatchObject(FULL)
  expect(await rowsOf('outcome', 'feed')).toEqual({ outcome: 0, feed: 0 })
  await freeDisk()
  expect((await pull()).body).toMatchObject({ redeemed: 120, reminderGate: null })
  expect((await pull()).body).toMatchObject({ redeemed: 0 })
  expect(await rowsOf('outcome')).toEqual({ outcome: 120 })
  expect(await intact()).toEqual(['ok'])
})
