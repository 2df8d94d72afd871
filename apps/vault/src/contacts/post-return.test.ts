import { freshPostgresUrl, freshSqliteUrl } from '@echolot/database/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  openOffice,
  type Persona,
  PLACE,
  STUDY,
  syntheticFrame,
  type TestOffice,
  upload,
  WAVE,
} from '../house.testing.ts'
import { letterNumberOf } from '../letters/letter-number.ts'
import { type FakeCollection, openFakeCollection } from '../peer/collection.testing.ts'

describe.each([
  ['sqlite', freshSqliteUrl],
  ['postgres', freshPostgresUrl],
])('the return desk and the block list (%s)', (_engine, freshUrl) => {
  let collection: FakeCollection
  let office: TestOffice
  let clerk: Persona
  let lead: Persona

  const mail = async (kind: 'invitation' | 'reminder') => {
    const { body } = await clerk.post('/v1/mailings', { ...PLACE, kind })
    await lead.post(`/v1/mailings/${body.id}/approval`)
    await office.house.jobs.idle()
    const response = await clerk.fetch(`/v1/mailings/${body.id}/letters`, {
      method: 'POST',
      body: '{}',
    })
    await response.arrayBuffer()
    while ((await clerk.get(`/v1/mailings/${body.id}`)).body.state !== 'downloaded')
      await new Promise((resolve) => setTimeout(resolve, 20))
    await office.house.jobs.idle()
    const rows = await office.house.db
      .selectFrom('letter')
      .innerJoin('credential', 'credential.credential', 'letter.credential')
      .select(['letter.letter', 'credential.person'])
      .where('letter.mailing', '=', body.id)
      .orderBy('letter.letter')
      .execute()
    return { letters: rows, count: body.letters as number }
  }
  const cases = async (filter: string) =>
    (await clerk.get(`/v1/cases/${STUDY}/${WAVE}?filter=${filter}`)).body

  let first: Awaited<ReturnType<typeof mail>>
  beforeAll(async () => {
    collection = await openFakeCollection()
    office = await openOffice({ collectionUrl: collection.url, databaseUrl: await freshUrl() })
    await collection.pairWith(office.house)
    clerk = await office.as('trust.clerk')
    lead = await office.as('trust.lead')
    await clerk.post('/v1/frames', upload(syntheticFrame(14)))
    first = await mail('invitation')
  })

  it('lists who would be reminded', async () => {
    const list = await cases('to-remind')
    expect(list).toMatchObject({ total: 14, page: 1, pages: 1 })
    expect(list.cases[0]).toMatchObject({
      letters: 1,
      outcome: null,
      address: expect.stringContaining(', '),
    })
    expect(list.cases[0].address).not.toContain(list.cases[0].name)
  })

  it('finds a caller by parts of name and address, however they are spelt', async () => {
    const { cases: all } = await cases('all')
    const [one] = all
    const search = async (words: string) =>
      (await clerk.get(`/v1/cases/${STUDY}/${WAVE}?search=${encodeURIComponent(words)}`)).body
    const family = one.name.split(' ').at(-1)
    expect((await search(family.toUpperCase())).cases).toContainEqual(one)
    expect((await search(`${family} ${one.address.match(/\d{5}/)[0]}`)).total).toBe(1)
    expect((await search('nobody-of-this-name')).total).toBe(0)
    expect((await search('%')).total).toBe(all.length)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('takes reason key %i', async (reason) => {
    const letter = first.letters[reason - 1]
    const { status, body } = await clerk.post('/v1/returns', {
      study: STUDY,
      letter: letter?.letter.replaceAll('-', ' '),
      reason,
    })
    expect([status, body.attempt]).toEqual([200, 1])
    expect(body.disposition).toBe(
      reason === 4 ? '3.23' : reason === 5 ? '2.31' : reason === 8 ? '3.40' : '3.30',
    )
  })

  it('knows no letter by a mistyped or a made-up number', async () => {
    const letter = first.letters[0]?.letter ?? ''
    const last = letter.at(-1) === '0' ? '1' : '0'
    const mistyped = await clerk.post('/v1/returns', {
      study: STUDY,
      letter: letter.slice(0, -1) + last,
      reason: 1,
    })
    expect([mistyped.status, mistyped.body.type]).toEqual([422, '/problems/letter-number-mistyped'])
    const foreign = await clerk.post('/v1/returns', {
      study: STUDY,
      letter: letterNumberOf(99, 1),
      reason: 1,
    })
    expect([foreign.status, foreign.body.type]).toEqual([404, '/problems/not-found'])
  })

  it('sends a second try to the new address, and keeps both events', async () => {
    const letter = first.letters[9]
    const newAddress = { street: 'Neuer Weg', houseNumber: '7', postcode: '59269', place: 'Beckum' }
    const refused = await clerk.post('/v1/returns', {
      study: STUDY,
      letter: letter?.letter,
      reason: 8,
      newAddress: { ...newAddress, postcode: '59' },
    })
    expect(refused.body.type).toBe('/problems/invalid-input')
    await clerk.post('/v1/returns', { study: STUDY, letter: letter?.letter, reason: 8, newAddress })
    const found = (await cases('to-remind')).cases.find(
      ({ person }: { person: string }) => person === letter?.person,
    )
    expect(found).toMatchObject({ address: 'Neuer Weg 7, 59269 Beckum', outcome: null })
    const events = await office.house.db
      .selectFrom('contact_event')
      .select(['kind', 'attempt', 'reason'])
      .where('person', '=', letter?.person ?? '')
      .orderBy('kind')
      .execute()
    expect(events).toEqual([
      { kind: 'address-corrected', attempt: 1, reason: null },
      { kind: 'returned', attempt: 1, reason: 8 },
      { kind: 'sent', attempt: 1, reason: null },
    ])
  })

  it('never writes again to a blocked person, nor to a double of that person', async () => {
    const { person } = first.letters[10] ?? { person: '' }
    const before = (await cases('to-remind')).total
    expect((await clerk.post('/v1/blocks', { study: STUDY, person })).body).toEqual({ blocked: 1 })
    expect((await clerk.post('/v1/blocks', { study: STUDY, person })).body).toEqual({ blocked: 1 })
    expect((await cases('to-remind')).total).toBe(before - 1)
    const row = await office.house.db
      .selectFrom('person')
      .selectAll()
      .where('person', '=', person)
      .executeTakeFirstOrThrow()
    const double = `${row.salutation};${row.family_name};${row.given_name};${row.street};${row.house_number};${row.postcode};${row.place};1;;`
    const { body } = await clerk.post('/v1/frames/check', upload(syntheticFrame(0, [double])))
    expect(body.findings).toMatchObject([{ rule: 'blocked' }])
    expect((await clerk.post('/v1/blocks', { study: STUDY, person: 'nobody' })).status).toBe(404)
  })

  it('reminds whoever is left, and tells the collection of the others', async () => {
    const left = (await cases('to-remind')).total
    // Fourteen letters: nine came back for good, one person is blocked; one moved and stays.
    expect(left).toBe(4)
    const reminder = await mail('reminder')
    expect(reminder.count).toBe(left)
    await clerk.post('/v1/events/pull', { study: STUDY })
    expect(collection.state.dispositions).toEqual({
      items: [
        { code: '2.11', count: 1 },
        { code: '2.31', count: 1 },
        { code: '3.23', count: 1 },
        { code: '3.30', count: 6 },
        { code: '3.40', count: 1 },
      ],
    })
    expect((await cases('all')).total).toBe(14)
  })

  it('remembers all of it in an unbroken chain without a name', async () => {
    const { body } = await (await office.as('auditor')).get('/v1/audit')
    expect(body.intact).toBe(true)
    const acts = new Set(body.newest.map(({ act }: { act: string }) => act))
    for (const act of [
      'frame.imported',
      'mailing.ordered',
      'mailing.approved',
      'codes.drawn',
      'letters.downloaded',
      'letter.returned',
      'person.blocked',
      'events.pulled',
    ])
      expect(acts).toContain(act)
    const persons = await office.house.db
      .selectFrom('person')
      .select(['person', 'family_name'])
      .execute()
    const told = JSON.stringify(await office.house.db.selectFrom('audit').selectAll().execute())
    for (const { person, family_name } of persons) {
      expect(told).not.toContain(person)
      expect(told).not.toContain(family_name)
    }
  })
})
