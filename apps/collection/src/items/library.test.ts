import { ENGINES } from '@echolot/database/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  INSTRUMENT,
  INSTRUMENT_ID,
  makeOffice,
  STUDY,
  signIn,
  type TestOffice,
  type TestStaff,
  WAIVED,
  WAVE,
} from '../house.testing.ts'
import { saveReport } from '../store/reports.ts'
import type { Tables } from '../store/tables.ts'

const deposit = {
  title: 'Stimmung',
  tags: ['Wohlbefinden'],
  source: 'Erfunden (2027)',
  licence: 'CC-BY-4.0',
  note: 'erste Fassung',
  origin: INSTRUMENT_ID as string,
  content: {
    languages: INSTRUMENT.languages,
    elements: [INSTRUMENT.survey.pages[0].elements[0]],
    variables: [INSTRUMENT.variables[0]],
    scales: [],
  },
}
const hidden = { hidden: 'fewer than 10' }

describe.each(ENGINES)('the item library (%s)', (_engine, open) => {
  let office: TestOffice
  let kim: TestStaff
  beforeEach(async () => {
    office = await makeOffice({ ...WAIVED, open: () => open<Tables>() })
    kim = await signIn(office, 'designer', 'kim')
  })
  const put = async () => (await kim.post('/v1/library', deposit).expect(200)).body.id as string
  const read = async (id: string) => (await kim.get(`/v1/library/${id}`).expect(200)).body
  let reports = 0
  const report = async (results: object, released: 'released' | 'draft' = 'released') => {
    const id = `r${Math.random()}`
    await saveReport(office.house.db, {
      id,
      study: STUDY,
      wave: WAVE,
      title: 'Bericht',
      version: ++reports,
      state: released,
      made_on: '2027-07-01',
      made_by: 'a',
      released_on: released === 'released' ? '2027-07-02' : null,
      released_by: null,
      withdrawn_on: null,
      freeze_digest: '0'.repeat(64),
      plan_digest: '0'.repeat(64),
      code_version: '',
      edition_digest: null,
      results: JSON.stringify(results),
      account: '{}',
    })
  }
  const frequencies = {
    id: 'f',
    method: 'frequencies',
    n: 120,
    omitted: 4,
    estimates: { 'mood:1': 0.5, 'mood:2': hidden, 'hours:1': 0.1, mood_2: 0.2 },
    tables: { mood: { rows: ['1', '2'], columns: ['n'], cells: [[60], [hidden]] } },
    warnings: [],
  }

  it('keeps every version with source and licence', async () => {
    const id = await put()
    await kim
      .post(`/v1/library/${id}/versions`, { ...deposit, note: 'kürzer' })
      .expect(200, { id, version: 2 })
    const { entries } = (await kim.get('/v1/library').expect(200)).body
    expect(entries).toMatchObject([{ id, newest: { version: 2, note: 'kürzer', by: 'kim' } }])
    expect(await read(id)).toMatchObject({
      versions: [
        { version: 2, note: 'kürzer' },
        { version: 1, note: 'erste Fassung', licence: 'CC-BY-4.0', on: '2027-05-03' },
      ],
      usedIn: [],
      statistics: [],
    })
    expect((await read(id)).versions[1].content).toEqual(deposit.content)
    await kim.post('/v1/library/none/versions', deposit).expect(404)
    await kim.get('/v1/library/none').expect(404)
  })

  it('knows which questionnaires use it, and in which version', async () => {
    const id = await put()
    const [mood, ...others] = INSTRUMENT.variables
    const copied = {
      ...INSTRUMENT,
      instrument: 'other',
      variables: [{ ...mood, library: { entry: id, version: 1, name: 'mood' } }, ...others],
    }
    await kim.put('/v1/drafts/other', { revision: 0, instrument: copied }).expect(200)
    expect((await read(id)).usedIn).toEqual([{ instrument: 'other', version: 1, items: ['mood'] }])
  })

  it('shows what released reports say of its items, hidden where they hide it', async () => {
    const id = await put()
    await report({ protected: true, analyses: [frequencies] })
    expect((await read(id)).statistics).toEqual([
      {
        report: 'Bericht',
        study: STUDY,
        wave: WAVE,
        releasedOn: '2027-07-02',
        variable: 'mood',
        method: 'frequencies',
        n: 120,
        omitted: 4,
        estimates: { 'mood:1': 0.5, 'mood:2': hidden },
        table: { rows: ['1', '2'], columns: ['n'], cells: [[60], [hidden]] },
      },
    ])
  })

  it('shows nothing of an item that was asked in other words', async () => {
    const [element] = deposit.content.elements
    const elements = [{ ...element, title: 'Und sonst?' }]
    const content = { ...deposit.content, elements }
    const { body } = await kim.post('/v1/library', { ...deposit, content }).expect(200)
    await report({ protected: true, analyses: [frequencies] })
    expect((await read(body.id)).statistics).toEqual([])
  })

  it('shows nothing of reports that are not released or went round disclosure control', async () => {
    const id = await put()
    await report({ protected: true, analyses: [frequencies] }, 'draft')
    await report({ protected: false, analyses: [frequencies] })
    await report({ analyses: [frequencies] })
    expect((await read(id)).statistics).toEqual([])
  })
})
