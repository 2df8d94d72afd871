import { ENGINES } from '@echolot/database/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  INSTRUMENT,
  makeOffice,
  rowsOf,
  signIn,
  type TestOffice,
  type TestStaff,
  TODAY,
  WAIVED,
} from '../house.testing.ts'
import type { Tables } from '../store/tables.ts'
import { LEASE_MS } from './draft-lock.ts'
import { thinHistories } from './thin-histories.ts'

const HERS = 'a'.repeat(32)
const HIS = 'b'.repeat(32)
const worded = (title: string) => ({ ...INSTRUMENT, survey: { ...INSTRUMENT.survey, title } })

describe.each(ENGINES)('two designers at one draft (%s)', (_engine, open) => {
  let office: TestOffice
  let kim: TestStaff
  let lee: TestStaff
  beforeEach(async () => {
    office = await makeOffice({ ...WAIVED, open: () => open<Tables>() })
    kim = await signIn(office, 'designer', 'kim')
    lee = await signIn(office, 'designer', 'lee')
    await save(kim, HERS, 0).expect(200, { revision: 1 })
  })
  const save = (
    who: TestStaff,
    editor: string | undefined,
    revision: number,
    more: { title?: string; kind?: 'auto' | 'kept' } = {},
  ) =>
    who.put('/v1/drafts/mini', {
      revision,
      instrument: worded(more.title ?? `${revision}`),
      ...(editor ? { editor } : {}),
      kind: more.kind ?? 'kept',
    })
  const lock = (who: TestStaff, editor: string, act: 'hold' | 'take-over' | 'leave') =>
    who.put('/v1/drafts/mini/lock', { editor, act }).expect(200)
  const seen = async (who: TestStaff, editor: string) =>
    (await who.get(`/v1/drafts/mini/lock?editor=${editor}`).expect(200)).body
  const later = (milliseconds: number) => office.at(new Date(TODAY.getTime() + milliseconds))

  it('shows the others who edits since when, and refuses their saves', async () => {
    expect(await seen(lee, HIS)).toEqual({
      state: 'other',
      by: 'kim',
      since: '2027-05-03T10:00:00Z',
      revision: 1,
    })
    expect((await lock(lee, HIS, 'hold')).body.state).toBe('other')
    const { body } = await save(lee, HIS, 1).expect(409)
    expect(body).toMatchObject({ type: '/problems/lock-missing', by: 'kim' })
    await save(lee, undefined, 1).expect(409)
    expect((await kim.get('/v1/drafts/mini')).body.revision).toBe(1)
  })

  it('tells two windows of one person apart', async () => {
    expect((await lock(kim, HIS, 'hold')).body).toMatchObject({ state: 'other-window', by: 'kim' })
    await save(kim, HIS, 1).expect(409)
    // Somebody else who knows the window's name is somebody else.
    await save(lee, HERS, 1).expect(409)
  })

  it('lets a second person take over; the first learns it and cannot save any more', async () => {
    expect((await lock(lee, HIS, 'take-over')).body.state).toBe('mine')
    expect(await seen(kim, HERS)).toMatchObject({ state: 'other', by: 'lee' })
    const { body } = await save(kim, HERS, 1).expect(409)
    expect(body).toMatchObject({ type: '/problems/lock-missing', by: 'lee' })
    await save(lee, HIS, 1).expect(200, { revision: 2 })
    const acts = (await rowsOf(office, 'audit')).map(({ act, actor }) => [act, actor])
    expect(acts).toContainEqual(['draft.taken-over', lee.id])
  })

  it('keeps the lock of a sleeping laptop until somebody takes it, and never its stale save', async () => {
    later(LEASE_MS + 1)
    expect((await seen(lee, HIS)).state).toBe('free')
    // Nobody came: she goes on.
    await save(kim, HERS, 1).expect(200, { revision: 2 })
    later(3 * LEASE_MS)
    expect((await lock(lee, HIS, 'hold')).body.state).toBe('mine')
    await save(lee, HIS, 2).expect(200, { revision: 3 })
    expect((await save(kim, HERS, 2).expect(409)).body.type).toBe('/problems/lock-missing')
    await lock(lee, HIS, 'leave')
    await lock(kim, HERS, 'hold')
    const { body } = await save(kim, HERS, 2).expect(409)
    expect(body).toMatchObject({ type: '/problems/draft-stale', revision: 3 })
  })

  it('wants a lock even where nobody has one, and a draft to lock', async () => {
    await lock(kim, HERS, 'leave')
    expect((await save(kim, HERS, 1).expect(409)).body).toMatchObject({ by: null, since: null })
    await kim.put('/v1/drafts/nothing/lock', { editor: HERS, act: 'hold' }).expect(404)
  })

  it('gives a free lock to one of two who ask at once', async () => {
    await lock(kim, HERS, 'leave')
    const states = await Promise.all([lock(kim, HERS, 'hold'), lock(lee, HIS, 'hold')])
    expect(states.map(({ body }) => body.state).sort()).toEqual(['mine', 'other'])
  })

  it('lists kept states, shows any, and takes an old one as the newest', async () => {
    await save(kim, HERS, 1, { title: 'zwei', kind: 'auto' })
    await save(kim, HERS, 2, { title: 'drei', kind: 'auto' })
    const { body } = await lee.get('/v1/drafts/mini/history').expect(200)
    expect(body.revisions).toEqual([
      {
        revision: 3,
        savedOn: '2027-05-03',
        savedAt: '2027-05-03T10:00:00Z',
        by: 'kim',
        kind: 'auto',
      },
      expect.objectContaining({ revision: 1, kind: 'kept' }),
    ])
    const old = (await kim.get('/v1/drafts/mini/history/1').expect(200)).body
    expect(old.instrument.survey.title).toBe('0')
    await kim
      .put('/v1/drafts/mini', { revision: 3, instrument: old.instrument, editor: HERS })
      .expect(200, { revision: 4 })
    expect((await kim.get('/v1/drafts/mini')).body.instrument).toEqual(old.instrument)
    for (const none of ['2', '99', 'x', '1e0'])
      await kim.get(`/v1/drafts/mini/history/${none}`).expect(404)
  })

  it('keeps an automatic state for ever when it is saved by hand unchanged', async () => {
    await save(kim, HERS, 1, { title: 'zwei', kind: 'auto' })
    await save(kim, HERS, 2, { title: 'zwei', kind: 'kept' }).expect(200, { revision: 2 })
    const { body } = await kim.get('/v1/drafts/mini/history')
    expect(body.revisions[0]).toMatchObject({ revision: 2, kind: 'kept' })
  })

  it('thins automatic states by the hour after two days and by the day after a month', async () => {
    const minutes = [0, 10, 20, 70, 80, 600]
    for (const [place, minute] of minutes.entries()) {
      later(minute * 60_000)
      await save(kim, HERS, place + 1, { title: `at ${minute}`, kind: 'auto' }).expect(200)
    }
    const revisions = async () =>
      (await kim.get('/v1/drafts/mini/history')).body.revisions.map(
        ({ revision }: { revision: number }) => revision,
      )
    expect(await revisions()).toEqual([7, 6, 5, 4, 3, 2, 1])
    const thinAfter = (days: number) =>
      thinHistories({
        ...office.house,
        now: () => new Date(TODAY.getTime() + days * 86_400_000),
      })
    await thinAfter(1)
    expect(await revisions()).toHaveLength(7)
    await thinAfter(4)
    expect(await revisions()).toEqual([7, 6, 4, 1])
    await thinAfter(40)
    expect(await revisions()).toEqual([7, 1])
  })
})
