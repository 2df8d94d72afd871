import { migrate } from '@echolot/database'
import { ENGINES } from '@echolot/database/testing'
import type {
  CredentialId,
  InstrumentId,
  Pseudonym,
  StratumId,
  StudyId,
  WaveId,
} from '@echolot/study'
import { type Kysely, sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  countCredentials,
  findCredential,
  revokeCredentials,
  saveCredentials,
} from './credentials.ts'
import { listDispositions, saveDispositions } from './dispositions.ts'
import { deleteLock, findLock, saveLock } from './draft-locks.ts'
import {
  countEvents,
  deleteHeld,
  listBatches,
  listHeld,
  saveBatch,
  saveEvent,
  wipeBatches,
} from './events.ts'
import { findFieldwork, saveFieldwork } from './fieldwork.ts'
import { isInFrame, listFrame, saveFrame } from './frames.ts'
import { changeAttempt, deleteAttempts, listPending, saveAttempt } from './inbox.ts'
import { findDraft, listHistory, saveDraftRevision } from './instrument-drafts.ts'
import { migrations } from './migrations/index.ts'
import { findPausedDraft, savePausedDraft } from './paused-drafts.ts'
import { countRefusals, saveRefusal } from './refusals.ts'
import { countByDisposition, countFinished, deleteResponse, saveResponses } from './responses.ts'
import { readStanding } from './standing.ts'
import type { CredentialTable, InboxTable, ResponseTable, Tables } from './tables.ts'
import { countTombstones, saveTombstone } from './tombstones.ts'
import { findWave, listWaves, markClosed, markOpened, saveWave } from './waves.ts'

const place = { study: 'demo' as StudyId, wave: 'w1' as WaveId }
const other = { ...place, wave: 'w2' as WaveId }
const psn = 'a'.repeat(32) as Pseudonym

const answers = (name: string, changes: Partial<InboxTable> = {}): InboxTable => ({
  ...place,
  psn: name as Pseudonym,
  attempt: 'one',
  stratum: '1' as StratumId,
  link: 'sealed',
  household: null,
  mode: 'web',
  instrument: 'mini@1.0.0' as InstrumentId,
  language: 'de',
  week: '2027-W18',
  answers: '{}',
  shown: '[]',
  completed_in: null,
  counter: 1,
  ordinal: 1,
  ...changes,
})
const response = (name: string, changes: Partial<ResponseTable> = {}): ResponseTable => {
  const { counter: _counter, ordinal: _ordinal, ...row } = answers(name)
  return {
    ...row,
    completed_in: '2027-W18',
    answered: 2,
    applicable: 2,
    disposition: '1.1',
    ...changes,
  }
}
const credential = (name: string, changes: Partial<CredentialTable> = {}): CredentialTable => ({
  ...place,
  verifier: `v-${name}` as CredentialTable['verifier'],
  cred: name as CredentialId,
  wrap: 'sealed',
  kid: 1,
  kdf: 'pbkdf2-100k-v1',
  state: 'issued',
  ...changes,
})

describe.each(ENGINES)('the store (%s)', (engine, open) => {
  let db: Kysely<Tables>
  beforeAll(async () => {
    db = await open<Tables>()
    await migrate(db, migrations)
  })
  beforeEach(async () => {
    const tables = await db.introspection.getTables()
    for (const { name } of tables)
      if (!name.startsWith('kysely')) await db.deleteFrom(name as keyof Tables & string).execute()
  })

  it('keeps answer tables without row numbers, moments or ways to a credential', async () => {
    const tables = await db.introspection.getTables()
    for (const name of ['inbox', 'response', 'conflict'] as const) {
      const columns = tables.find((table) => table.name === name)?.columns ?? []
      expect(columns.map((column) => column.name)).not.toContain('cred')
      for (const { name: column, dataType } of columns)
        expect([column, dataType.toLowerCase()]).toEqual([
          column,
          expect.stringMatching(/text|int/),
        ])
    }
    if (engine === 'sqlite') {
      await saveAttempt(db, answers('x'))
      await expect(sql`select rowid from inbox`.execute(db)).rejects.toThrow('rowid')
      await expect(sql`select rowid from response`.execute(db)).rejects.toThrow('rowid')
    }
    const keys =
      engine === 'sqlite'
        ? await sql`pragma foreign_key_list(response)`.execute(db)
        : await sql`select 1 from information_schema.table_constraints
            where constraint_type = 'FOREIGN KEY' and table_name in ('inbox', 'response', 'credential')`.execute(
            db,
          )
    expect(keys.rows).toEqual([])
  })

  it('registers credentials once and tells duplicates from stolen codes', async () => {
    const first = [credential('a'), credential('b')]
    expect(await saveCredentials(db, first)).toEqual({ accepted: 2, duplicate: 0, rejected: 0 })
    expect(await saveCredentials(db, [...first, credential('c')])).toEqual({
      accepted: 1,
      duplicate: 2,
      rejected: 0,
    })
    const stolen = [
      // Another letter with a known code, and a known letter with another code.
      credential('d', { verifier: first[0]?.verifier as never }),
      credential('a', { verifier: 'v-new' as never }),
    ]
    expect(await saveCredentials(db, stolen)).toEqual({ accepted: 0, duplicate: 0, rejected: 2 })
    expect(await saveCredentials(db, [])).toEqual({ accepted: 0, duplicate: 0, rejected: 0 })
  })

  it('takes two thousand credentials in one message', async () => {
    const many = Array.from({ length: 2_000 }, (_, n) => credential(`n${n}`))
    expect((await saveCredentials(db, many)).accepted).toBe(2_000)
    expect(await countCredentials(db, place)).toEqual({ issued: 2_000, revoked: 0 })
    expect(await countCredentials(db, other)).toEqual({ issued: 0, revoked: 0 })
  })

  it('does not find revoked credentials, and revokes in their own wave only', async () => {
    await saveCredentials(db, [credential('a'), credential('b')])
    expect(await revokeCredentials(db, other, ['a' as CredentialId])).toBe(0)
    expect(await revokeCredentials(db, place, ['a', 'unknown'] as CredentialId[])).toBe(1)
    expect(await findCredential(db, ['v-a' as never])).toBeUndefined()
    expect(await findCredential(db, ['v-x', 'v-b'] as never[])).toMatchObject({ cred: 'b' })
    expect(await countCredentials(db, place)).toEqual({ issued: 2, revoked: 1 })
  })

  it('knows the frame cells in which letters were drawn', async () => {
    const cell = { ...place, label: 'Eins', gross: 40, population: 400 }
    await saveFrame(db, [
      { ...cell, stratum: '1' as StratumId },
      { ...cell, stratum: '2' as StratumId, gross: 0 },
    ])
    await saveFrame(db, [{ ...cell, stratum: '1' as StratumId, gross: 45 }])
    await saveFrame(db, [])
    expect((await listFrame(db, place)).map(({ stratum, gross }) => [stratum, gross])).toEqual([
      ['1', 45],
      ['2', 0],
    ])
    const inFrame = (stratum: string) => isInFrame(db, { ...place, stratum: stratum as StratumId })
    expect([await inFrame('1'), await inFrame('2'), await inFrame('3')]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('tells where a person stands, and nothing of the answers', async () => {
    const standing = () => readStanding(db, { ...place, psn, tombstone: 't' })
    expect(await standing()).toEqual({ withdrawn: false, closed: true, attempts: [], finished: [] })
    await saveWave(db, { ...place, opens_on: '2027-05-01', closes_on: '2027-06-30' })
    await saveAttempt(db, answers(psn, { attempt: 'two', ordinal: 2, counter: 4 }))
    await saveAttempt(db, answers(psn, { attempt: 'one', completed_in: '2027-W18' }))
    await saveResponses(db, [response(psn, { attempt: 'paper' })])
    expect(await standing()).toMatchObject({
      closed: false,
      attempts: [
        { attempt: 'one', counter: 1, ordinal: 1 },
        { attempt: 'two', counter: 4, ordinal: 2 },
      ],
    })
    expect([...(await standing()).finished].sort()).toEqual(['one', 'paper'])
    await saveTombstone(db, { id: 't', ...place, disposition: '2.119' })
    await markClosed(db, place, '2027-06-30')
    expect(await standing()).toMatchObject({ withdrawn: true, closed: true })
  })

  it('puts a later page in the place of the one before', async () => {
    await saveAttempt(db, answers(psn))
    const { language, week, shown, completed_in } = answers(psn)
    await changeAttempt(
      db,
      { psn, attempt: 'one' },
      { language, week, shown, completed_in, answers: '{"a":1}', counter: 2 },
    )
    expect(await db.selectFrom('inbox').select(['answers', 'counter']).execute()).toEqual([
      { answers: '{"a":1}', counter: 2 },
    ])
  })

  it('lists who waits in the inbox of a wave', async () => {
    await saveAttempt(db, answers('a', { completed_in: '2027-W18' }))
    await saveAttempt(db, answers('a', { attempt: 'two', ordinal: 2 }))
    await saveAttempt(db, answers('b'))
    await saveAttempt(db, answers('c', { wave: other.wave, completed_in: '2027-W18' }))
    expect(await listPending(db, place, 'completed')).toEqual(['a'])
    expect([...(await listPending(db, place, 'all'))].sort()).toEqual(['a', 'b'])
    expect(await deleteAttempts(db, ['a', 'b'] as Pseudonym[])).toBe(3)
    expect(await deleteAttempts(db, [])).toBe(0)
  })

  it('counts responses by outcome and finished ones by stratum, language and week', async () => {
    await saveResponses(db, [
      response('a'),
      response('b', { stratum: '2' as StratumId, language: 'tr' }),
      response('c', { completed_in: null, disposition: '2.12' }),
    ])
    await saveResponses(db, [])
    expect((await countByDisposition(db, place)).sort((a, b) => b.n - a.n)).toEqual([
      { disposition: '1.1', n: 2 },
      { disposition: '2.12', n: 1 },
    ])
    for (const [by, counts] of [
      ['stratum', { 1: 1, 2: 1 }],
      ['language', { de: 1, tr: 1 }],
      ['completed_in', { '2027-W18': 2 }],
    ] as const)
      expect(
        Object.fromEntries((await countFinished(db, place, by)).map(({ value, n }) => [value, n])),
      ).toEqual(counts)
    expect([
      await deleteResponse(db, 'a' as Pseudonym),
      await deleteResponse(db, 'a' as Pseudonym),
    ]).toEqual([true, false])
  })

  it('counts events of all times, held or sent or wiped', async () => {
    expect(await countEvents(db, place)).toEqual({ done: 0, refused: 0, withdrawn: 0, held: 0 })
    await saveBatch(db, { ...place, seq: 1, payload: '["x"]', done: 5, refused: 2, withdrawn: 0 })
    await saveBatch(db, { ...place, seq: 2, payload: '["y"]', done: 3, refused: 0, withdrawn: 1 })
    await saveEvent(db, { id: 'e', ...place, kind: 'done', sealed: 'z' })
    expect(await wipeBatches(db, place, 1)).toBe(1)
    expect(await wipeBatches(db, place, 1)).toBe(0)
    expect(await listBatches(db, place, 0)).toEqual([{ seq: 2, payload: '["y"]' }])
    expect(await countEvents(db, place)).toEqual({ done: 9, refused: 2, withdrawn: 1, held: 1 })
    await deleteHeld(
      db,
      (await listHeld(db, place)).map(({ id }) => id),
    )
    expect((await countEvents(db, place)).held).toBe(0)
  })

  it('keeps a refusal and a tombstone once', async () => {
    const refusal = { id: 'r', ...place, disposition: '2.11' as const }
    expect([await saveRefusal(db, refusal), await saveRefusal(db, refusal)]).toEqual([true, false])
    expect(await countRefusals(db, place)).toEqual([{ disposition: '2.11', n: 1 }])
    const tombstone = { id: 't', ...place, disposition: null }
    expect([await saveTombstone(db, tombstone), await saveTombstone(db, tombstone)]).toEqual([
      true,
      false,
    ])
    await saveTombstone(db, { ...tombstone, id: 'u', disposition: '2.119' })
    expect(await countTombstones(db, place)).toEqual([{ disposition: '2.119', n: 1 }])
  })

  it('keeps the newest paused draft of a person', async () => {
    const draft = { psn, ...place, attempt: 'one', verifier: 'v', tries: 0, ciphertext: 'first' }
    await savePausedDraft(db, { ...draft, tries: 3 })
    await savePausedDraft(db, { ...draft, ciphertext: 'second' })
    expect(await findPausedDraft(db, psn)).toEqual({
      verifier: 'v',
      tries: 0,
      ciphertext: 'second',
    })
  })

  it('takes a draft only on top of the newest revision', async () => {
    const draft = { name: 'main', json: '{}', saved_on: '2027-05-03', saved_by: 'kim' }
    expect(await saveDraftRevision(db, { ...draft, revision: 1 })).toBe(true)
    expect(await saveDraftRevision(db, { ...draft, revision: 2 })).toBe(true)
    expect(await saveDraftRevision(db, { ...draft, revision: 2 })).toBe(false)
    expect((await findDraft(db, 'main'))?.revision).toBe(2)
    expect(await db.selectFrom('instrument_history').select('revision').execute()).toHaveLength(2)
  })

  it('keeps one automatic state for each ten minutes of a person, and every state saved by hand', async () => {
    const auto = {
      name: 'main',
      json: '{}',
      saved_on: '2027-05-03',
      saved_by: 'kim',
      saved_by_name: 'Kim',
      saved_at: '2027-05-03T10:20:00Z',
      kind: 'auto',
    } as const
    const states = [
      auto,
      auto,
      { ...auto, kind: 'kept' },
      auto,
      { ...auto, saved_by: 'lee' },
      { ...auto, saved_by: 'lee', saved_at: '2027-05-03T10:30:00Z' },
      { ...auto, saved_by: 'lee', saved_at: '2027-05-03T10:30:00Z' },
    ] as const
    for (const [place, state] of states.entries())
      expect(await saveDraftRevision(db, { ...state, revision: place + 1 })).toBe(true)
    expect((await listHistory(db, 'main')).map(({ revision }) => revision)).toEqual([7, 5, 4, 3, 2])
  })

  it('has one lock a draft, given back by its own editor only', async () => {
    const lock = {
      name: 'main',
      holder: 'kim',
      holder_name: 'Kim',
      editor: 'tab',
      since: '2027-05-03T10:20:00Z',
      renewed_at: '2027-05-03T10:20:11.000Z',
    }
    await saveLock(db, lock)
    await saveLock(db, { ...lock, holder: 'lee' })
    await deleteLock(db, lock)
    expect(await findLock(db, 'main')).toEqual({ ...lock, holder: 'lee' })
    await deleteLock(db, { ...lock, holder: 'lee' })
    expect(await findLock(db, 'main')).toBeUndefined()
  })

  it('replaces the vault’s counts and the page of a wave', async () => {
    await saveDispositions(db, place, [{ code: '3.30', count: 4 }])
    await saveDispositions(db, place, [{ code: '2.31', count: 1 }])
    expect(await listDispositions(db, place)).toEqual([{ code: '2.31', count: 1 }])
    await saveFieldwork(db, { ...place, as_of: '2027-05-03', json: '{}' })
    await saveFieldwork(db, { ...place, as_of: '2027-05-04', json: '{"a":1}' })
    expect(await findFieldwork(db, place)).toEqual({ as_of: '2027-05-04', json: '{"a":1}' })
  })

  it('changes the announced days of a wave and nothing that has happened to it', async () => {
    const wave = { ...place, opens_on: '2027-05-01', closes_on: '2027-06-30' }
    await saveWave(db, wave)
    await markOpened(db, place, '2027-05-02')
    await saveWave(db, { ...wave, closes_on: '2027-07-31' })
    await saveWave(db, { ...wave, wave: other.wave })
    expect(await findWave(db, place)).toMatchObject({
      opened_on: '2027-05-02',
      closes_on: '2027-07-31',
      closed_on: null,
    })
    expect((await listWaves(db, place.study)).map(({ wave: name }) => name)).toEqual(['w1', 'w2'])
    expect(await listWaves(db, 'nothing' as StudyId)).toEqual([])
  })
})
