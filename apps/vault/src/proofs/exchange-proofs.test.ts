import type { CollectionProof } from '@echolot/contract/proofs'
import { keyFingerprintsOf } from '@echolot/crypto/keys'
import { ENGINES, freshPostgresUrl } from '@echolot/database/testing'
import { describe, expect, it } from 'vitest'
import { openOffice, PLACE, STUDY, syntheticFrame, upload } from '../house.testing.ts'
import { openFakeCollection } from '../peer/collection.testing.ts'
import { retireStudies, retireStudy } from '../studies/retire-studies.ts'
import { checkProofs } from './check-proofs.ts'

const LETTERS = 8
const AFTER = new Date('2030-06-15T12:00:00Z')

const declared = (changes: object = {}): CollectionProof => ({
  office: 'collection',
  study: STUDY,
  stage: 'anonymous',
  day: '2030-06-20',
  begunOn: '2030-06-19',
  waves: [{ wave: PLACE.wave, closedOn: '2030-05-31', responses: 4 }],
  deleted: {
    ...{ credentials: 8, drafts: 0, duplicates: 0, tombstones: 0 },
    ...{ refusals: 0, events: 0, texts: 0 },
  },
  coarsened: 0,
  freezes: 0,
  keys: [{ key: 'psn', fingerprint: 'a'.repeat(64) }],
  auditHead: 'b'.repeat(64),
  ...changes,
})

/** A paired office whose eight letters have gone out. */
const posted = async (databaseUrl?: string) => {
  const moment = { now: new Date('2027-05-01T12:00:00Z') }
  const collection = await openFakeCollection()
  const office = await openOffice({
    collectionUrl: collection.url,
    now: () => moment.now,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  })
  await collection.pairWith(office.house)
  const clerk = await office.as('trust.clerk')
  await clerk.post('/v1/frames', upload(syntheticFrame(LETTERS)))
  const { body } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
  await (await office.as('trust.lead')).post(`/v1/mailings/${body.id}/approval`)
  await office.house.jobs.idle()
  const shown = async () =>
    (await checkProofs(office.house, STUDY)).map(({ office: by, stage, signature, inChain }) =>
      [by, stage, signature, inChain].join(' '),
    )
  return { moment, collection, house: office.house, said: office.said, shown }
}

describe.each(ENGINES)('M7 at the vault (%s)', (engine) => {
  it('declares what was deleted, tells it, and keeps what the collection declares', async () => {
    const { moment, collection, house, shown } = await posted(
      engine === 'postgres' ? await freshPostgresUrl() : undefined,
    )
    const keys = keyFingerprintsOf(await house.keyring.ofStudy(STUDY), STUDY)
    await expect(retireStudy(house, STUDY)).rejects.toMatchObject({ type: 'withdrawal-possible' })
    moment.now = AFTER
    expect(await retireStudy(house, STUDY)).toBe('closed')
    expect(await checkProofs(house, STUDY)).toMatchObject([
      {
        stage: 'unlinked',
        proof: { deleted: { credentials: LETTERS, links: LETTERS, persons: 0 }, keys },
      },
      { stage: 'erased', proof: { deleted: { persons: LETTERS } } },
    ])
    const own = (await checkProofs(house, STUDY)).map(({ statement }) => statement)
    expect([...collection.state.toldProofs].sort()).toEqual(own.sort())

    collection.state.proofs = {
      state: 'anonymous',
      statements: [await collection.sign(declared())],
    }
    await retireStudies(house)
    expect(await shown()).toEqual([
      'collection anonymous right yes',
      'vault unlinked right yes',
      'vault erased right yes',
    ])
    // Both sides have heard everything: the hourly job asks no more.
    const asked = collection.state.requests
    await retireStudies(house)
    expect(collection.state.requests).toBe(asked)
  })
})

describe('M7 at the vault', () => {
  it.each([
    ['somebody else', declared(), 'stranger'],
    ['the collection, on another study', declared({ study: 'other' }), 'collection'],
    ['the collection, on nothing', { study: STUDY }, 'collection'],
  ] as const)('keeps no statement of %s', async (_who, statement, by) => {
    const { moment, collection, house, shown } = await posted()
    moment.now = AFTER
    collection.state.proofs = {
      state: 'anonymous',
      statements: [await collection.sign(statement, by)],
    }
    await expect(retireStudy(house, STUDY)).rejects.toMatchObject({ type: 'peer-answer-invalid' })
    expect(await shown()).toEqual(['vault unlinked right yes', 'vault erased right yes'])
  })

  it('notices when the collection declares something else than before', async () => {
    const { moment, collection, house } = await posted()
    moment.now = AFTER
    const say = async (statement: object) => {
      collection.state.proofs = {
        state: 'anonymous',
        statements: [await collection.sign(statement)],
      }
    }
    await say(declared())
    await retireStudy(house, STUDY)
    await say(declared({ freezes: 3 }))
    await expect(retireStudy(house, STUDY)).rejects.toMatchObject({ type: 'proof-differs' })
  })

  it('deletes in time although the collection cannot be reached, and tells it later', async () => {
    const { moment, collection, house, said, shown } = await posted()
    moment.now = AFTER
    collection.state.refuse = '/peer/v1/'
    await retireStudies(house)
    expect(await house.db.selectFrom('credential').selectAll().execute()).toEqual([])
    expect(said.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['last pull failed', 'proofs not exchanged']),
    )
    expect(await shown()).toHaveLength(2)
    expect(collection.state.toldProofs).toEqual([])
    collection.state.refuse = undefined
    await retireStudies(house)
    expect(collection.state.toldProofs).toHaveLength(2)
  })

  it('shows a statement that was changed afterwards', async () => {
    const { moment, house, shown } = await posted()
    moment.now = AFTER
    await retireStudy(house, STUDY)
    await house.db
      .updateTable('proof')
      .set({ statement: await (await openFakeCollection()).sign(declared(), 'stranger') })
      .where('stage', '=', 'erased')
      .execute()
    expect(await shown()).toEqual(['vault unlinked right yes', 'vault erased wrong no'])
  })
})
