import { ENGINES } from '@echolot/database/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  INSTRUMENT,
  makeOffice,
  signIn,
  type TestOffice,
  type TestStaff,
  WAIVED,
} from '../house.testing.ts'
import type { Tables } from '../store/tables.ts'

const editor = '0'.repeat(32)
const task = { assignee: { kind: 'role', role: 'data_manager' }, due: '2027-05-10' } as const

describe.each(ENGINES)('comments at a draft (%s)', (_engine, open) => {
  let office: TestOffice
  let kim: TestStaff
  let dana: TestStaff
  beforeEach(async () => {
    office = await makeOffice({ ...WAIVED, open: () => open<Tables>() })
    kim = await signIn(office, 'designer', 'kim')
    dana = await signIn(office, 'data_manager', 'dana')
    await kim.put('/v1/drafts/mini', { revision: 0, instrument: INSTRUMENT, editor }).expect(200)
  })
  const begin = async (element: string, more: object = {}): Promise<string> =>
    (
      await kim
        .post('/v1/drafts/mini/threads', { element, text: 'Zu lang?', task: null, ...more })
        .expect(200)
    ).body.id
  const listed = async (who = kim) => (await who.get('/v1/drafts/mini/threads').expect(200)).body

  it('are answered by others, in order, and tell the own words from theirs', async () => {
    const id = await begin('mood', { task })
    await dana.post(`/v1/drafts/mini/threads/${id}/comments`, { text: 'Ja.' }).expect(204)
    const { threads, people } = await listed()
    expect(threads).toMatchObject([
      {
        element: 'mood',
        task,
        state: 'open',
        comments: [
          { by: 'kim', own: true, on: '2027-05-03', text: 'Zu lang?' },
          { by: 'dana', own: false, text: 'Ja.' },
        ],
      },
    ])
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['dana', 'kim'])
  })

  it('are settled and opened again, saying by whom', async () => {
    const id = await begin('mood')
    await dana.put(`/v1/drafts/mini/threads/${id}`, { state: 'resolved', task: null }).expect(204)
    expect((await listed()).threads).toMatchObject([
      { state: 'resolved', resolvedOn: '2027-05-03', resolvedBy: 'dana' },
    ])
    await kim.put(`/v1/drafts/mini/threads/${id}`, { state: 'open', task }).expect(204)
    expect((await listed()).threads).toMatchObject([
      { state: 'open', resolvedOn: null, resolvedBy: null, task },
    ])
  })

  it('follow an element that is renamed, and back when that is undone', async () => {
    await begin('mood')
    await begin('')
    const renamed = JSON.parse(JSON.stringify(INSTRUMENT).replaceAll('mood', 'wellbeing'))
    const elements = async () =>
      (await listed()).threads.map(({ element }: { element: string }) => element).sort()
    await kim.put('/v1/drafts/mini', { revision: 1, instrument: renamed, editor }).expect(200)
    expect(await elements()).toEqual(['', 'wellbeing'])
    await kim.put('/v1/drafts/mini', { revision: 2, instrument: INSTRUMENT, editor }).expect(200)
    expect(await elements()).toEqual(['', 'mood'])
  })

  it('want words, a draft and a thread of it', async () => {
    const id = await begin('mood')
    await kim.post('/v1/drafts/mini/threads', { element: '', text: '  ', task: null }).expect(422)
    await kim.post('/v1/drafts/none/threads', { element: '', text: 'x', task: null }).expect(404)
    await kim.post(`/v1/drafts/other/threads/${id}/comments`, { text: 'x' }).expect(404)
    await kim.put('/v1/drafts/mini/threads/none', { state: 'open', task: null }).expect(404)
  })
})
