import { beforeEach, describe, expect, it } from 'vitest'
import {
  openOffice,
  type Persona,
  PLACE,
  STUDY,
  syntheticFrame,
  type TestOffice,
  upload,
} from '../house.testing.ts'
import { findPeer } from '../store/peers.ts'
import { type FakeCollection, type Mischief, openFakeCollection } from './collection.testing.ts'
import { openCollection } from './collection.ts'
import { askMeta } from './messages.ts'

describe('talking to the collection', () => {
  let fake: FakeCollection
  let office: TestOffice
  let clerk: Persona

  const pull = () => clerk.post('/v1/events/pull', { study: STUDY })
  /** Letters of this office are out, and the collection holds events of two of them. */
  const withEvents = async () => {
    await clerk.post('/v1/frames', upload(syntheticFrame(6)))
    const { body } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
    await (await office.as('trust.lead')).post(`/v1/mailings/${body.id}/approval`)
    await office.house.jobs.idle()
    const run = office.house.press.take(body.id)
    if (!run || run === 'busy') throw new Error('the letters are laid')
    const codes = run.letters.map(({ code }) => code)
    const tokens = await Promise.all(
      codes.map(async (code) => (await fake.enter(code))?.token ?? ''),
    )
    return tokens
  }
  const outcomes = () => office.house.db.selectFrom('outcome').selectAll().execute()

  beforeEach(async () => {
    fake = await openFakeCollection()
    office = await openOffice({ collectionUrl: fake.url })
    clerk = await office.as('trust.clerk')
  })

  it('needs a pairing', async () => {
    await fake.pairWith(office.house)
    await withEvents()
    await office.house.db.deleteFrom('peer').execute()
    const { status, body } = await pull()
    expect([status, body.type]).toEqual([409, '/problems/not-paired'])
  })

  it('numbers its messages without a gap', async () => {
    await fake.pairWith(office.house)
    await withEvents()
    await pull()
    expect(fake.state.messages.map(({ seq }) => seq)).toEqual(
      fake.state.messages.map((_message, index) => index + 1),
    )
    expect(await findPeer(office.house.db)).toMatchObject({
      sentSeq: fake.state.lastSeq,
      sentHash: fake.state.lastHash,
      pending: undefined,
    })
  })

  it.each<[Mischief, string]>([
    ['unsigned', 'peer-refused'],
    ['other-key', 'peer-answer-invalid'],
    ['answers-another-request', 'peer-answer-invalid'],
    ['tampered', 'peer-answer-invalid'],
    ['silent', 'peer-unreachable'],
  ])('believes nothing when the answer is %s', async (mischief, type) => {
    await fake.pairWith(office.house)
    const tokens = await withEvents()
    await fake.addBatch([{ t: tokens[0] ?? '', k: 'done' }])
    fake.state.mischief = mischief
    const { status, body } = await pull()
    expect(status).toBeGreaterThanOrEqual(502)
    expect(body.type).toBe(`/problems/${type}`)
    expect(await outcomes()).toEqual([])
    fake.state.mischief = 'none'
    expect((await pull()).body).toMatchObject({ redeemed: 1, reminderGate: null })
  })

  it('repeats a message word for word when its answer got lost', async () => {
    await fake.pairWith(office.house)
    const tokens = await withEvents()
    await fake.addBatch([{ t: tokens[0] ?? '', k: 'done' }])
    const before = fake.state.messages.length
    fake.state.mischief = 'lost-answer'
    expect((await pull()).body).toMatchObject({ redeemed: 1 })
    // The pull, the dispositions and the staff marks: three messages, one of them sent twice.
    expect(fake.state.messages.length - before).toBe(3)
  })

  it('finishes what a former process had begun to send', async () => {
    await fake.pairWith(office.house)
    const impatient = openCollection({
      ...office.house,
      dataDirectory: office.house.config.dataDirectory,
      url: 'http://127.0.0.1:9',
      pause: async () => undefined,
    })
    await expect(askMeta(impatient, STUDY)).rejects.toThrow('cannot be reached')
    expect((await findPeer(office.house.db))?.pending).toMatchObject({ seq: 1 })
    const later = openCollection({
      ...office.house,
      dataDirectory: office.house.config.dataDirectory,
      url: fake.url,
    })
    expect(await askMeta(later, STUDY)).toMatchObject({ kdf: 'pbkdf2-100k-v1' })
    expect(fake.state.messages.map(({ seq }) => seq)).toEqual([1, 2])
  })

  it('says so when the chains of both offices differ', async () => {
    await fake.pairWith(office.house)
    await withEvents()
    fake.state.lastSeq += 3
    expect((await pull()).body.type).toBe('/problems/peer-chain-broken')
  })

  it('sends one message after another', async () => {
    await fake.pairWith(office.house)
    const metas = await Promise.all(
      Array.from({ length: 8 }, () => askMeta(office.house.collection, STUDY)),
    )
    expect(metas).toHaveLength(8)
    expect(fake.state.messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  describe('redeeming', () => {
    beforeEach(() => fake.pairWith(office.house))

    it('changes nothing for a token that is nobody’s', async () => {
      const tokens = await withEvents()
      await fake.addBatch([
        { t: tokens[0] ?? '', k: 'done' },
        { t: '0'.repeat(32), k: 'done' },
      ])
      const { status, body } = await pull()
      expect([status, body.type]).toEqual([502, '/problems/events-unreadable'])
      expect(await outcomes()).toEqual([])
    })

    it('changes nothing for an event that was not sealed to this vault', async () => {
      const tokens = await withEvents()
      await fake.addBatch([{ t: tokens[0] ?? '', k: 'done' }])
      fake.state.feed[0]?.items.push('eyJhbGciOiJub25lIn0....')
      expect((await pull()).body.type).toBe('/problems/events-unreadable')
      expect(await outcomes()).toEqual([])
    })

    it('lets a withdrawal stand over an answer, whichever comes first', async () => {
      const tokens = await withEvents()
      const [a = '', b = ''] = tokens
      await fake.addBatch([
        { t: a, k: 'done' },
        { t: b, k: 'withdrawn' },
      ])
      await fake.addBatch([
        { t: a, k: 'withdrawn' },
        { t: b, k: 'done' },
      ])
      expect((await pull()).body.redeemed).toBe(2)
      expect((await outcomes()).map(({ kind }) => kind)).toEqual(['withdrawn', 'withdrawn'])
    })

    it('blocks reminders when a batch is missing', async () => {
      const tokens = await withEvents()
      await fake.addBatch([{ t: tokens[0] ?? '', k: 'done' }])
      await fake.addBatch([{ t: tokens[1] ?? '', k: 'done' }])
      fake.state.feed = fake.state.feed.slice(1)
      expect((await pull()).body).toMatchObject({ redeemed: 0, reminderGate: 'chain-broken' })
      expect(await outcomes()).toEqual([])
      const { body } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'reminder' })
      expect(body).toMatchObject({ type: '/problems/reminder-blocked', gate: 'chain-broken' })
    })

    it('blocks reminders when the totals differ', async () => {
      const tokens = await withEvents()
      await fake.addBatch([{ t: tokens[0] ?? '', k: 'done' }])
      fake.state.told.done++
      expect((await pull()).body.reminderGate).toBe('totals-differ')
      fake.state.told.held++
      expect((await pull()).body.reminderGate).toBe(null)
    })

    it('keeps no moment beside an outcome', async () => {
      const tokens = await withEvents()
      await fake.addBatch([{ t: tokens[0] ?? '', k: 'done' }])
      await pull()
      expect(Object.keys((await outcomes())[0] ?? {}).sort()).toEqual([
        'kind',
        'person',
        'study',
        'wave',
      ])
    })

    it('writes the other office’s audit head into its own chain', async () => {
      await withEvents()
      await pull()
      const { body } = await (await office.as('auditor')).get('/v1/audit')
      expect(body).toMatchObject({ intact: true })
      const rows = await office.house.db.selectFrom('audit').select(['act', 'params']).execute()
      expect(rows.find(({ act }) => act === 'events.pulled')?.params).toBe('f'.repeat(64))
    })
  })
})
