import { ENGINES } from '@echolot/database/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  INSTRUMENT,
  makeOffice,
  rowsOf,
  signIn,
  type TestOffice,
  type TestStaff,
  WAIVED,
} from '../house.testing.ts'
import type { Tables } from '../store/tables.ts'

const HERS = 'a'.repeat(32)

describe.each(ENGINES)('PATCH /v1/drafts/:name/translations (%s)', (_engine, open) => {
  let office: TestOffice
  let kim: TestStaff
  let lee: TestStaff
  beforeEach(async () => {
    office = await makeOffice({ ...WAIVED, open: () => open<Tables>() })
    kim = await signIn(office, 'designer', 'kim')
    lee = await signIn(office, 'designer', 'lee')
    await kim
      .put('/v1/drafts/mini', { revision: 0, instrument: INSTRUMENT, editor: HERS })
      .expect(200)
  })
  const unit = (key: string, text: string, more: object = {}) => ({
    ...{ key, language: 'tr', text, state: 'draft', base: null, source: 'Stunden' },
    ...more,
  })
  const patch = (who: TestStaff, ...units: object[]) =>
    who.ask('patch', '/v1/drafts/mini/translations', { units })
  const draft = async () => (await kim.get('/v1/drafts/mini').expect(200)).body

  it('takes translations while somebody else holds the lock, and says who wrote them', async () => {
    await patch(lee, unit('hours:title', 'Saat', { state: 'reviewed' })).expect(200, {
      ...{ revision: 2, taken: 1, refused: [] },
    })
    const { instrument } = await draft()
    expect(instrument.survey.pages[1].elements[0].title).toEqual({ default: 'Stunden', tr: 'Saat' })
    expect(instrument.translations.tr.units['hours:title']).toEqual({
      ...{ status: 'reviewed', source: 'Stunden', by: 'lee', on: '2027-05-03' },
    })
    const lock = (await lee.get('/v1/drafts/mini/lock').expect(200)).body
    expect(lock).toMatchObject({ state: 'other', by: 'kim', revision: 2 })
  })

  it('keeps what two translators wrote at the same time', async () => {
    await Promise.all([
      patch(kim, unit('hours:title', 'Saat')).expect(200),
      patch(lee, unit('why:title', 'Neden?', { source: 'Warum?' })).expect(200),
    ])
    const { revision, instrument } = await draft()
    expect(revision).toBe(3)
    const [hours, why] = instrument.survey.pages[1].elements
    expect([hours.title.tr, why.title.tr]).toEqual(['Saat', 'Neden?'])
  })

  it('refuses by text what somebody changed meanwhile, and takes the rest', async () => {
    await patch(kim, unit('hours:title', 'Saat')).expect(200)
    const { body } = await patch(
      lee,
      unit('hours:title', 'Saatler'),
      unit('why:title', 'Neden?', { source: 'Warum?' }),
      unit('nobody:title', 'x'),
    ).expect(200)
    expect(body).toEqual({
      revision: 3,
      taken: 1,
      refused: [
        { key: 'hours:title', language: 'tr', reason: 'changed', now: 'Saat' },
        { key: 'nobody:title', language: 'tr', reason: 'gone', now: null },
      ],
    })
    await patch(lee, unit('hours:title', 'Saatler', { base: 'Saat' })).expect(200)
    expect((await draft()).instrument.survey.pages[1].elements[0].title.tr).toBe('Saatler')
  })

  it('takes a text whose source changed as stale', async () => {
    await patch(lee, unit('hours:title', 'Saat', { source: 'Stunden am Tag' })).expect(200)
    expect((await draft()).instrument.translations.tr.units['hours:title'].source).toBe(
      'Stunden am Tag',
    )
  })

  it('makes the next save of the structure name the new revision', async () => {
    await patch(lee, unit('hours:title', 'Saat')).expect(200)
    const save = (revision: number) =>
      kim.put('/v1/drafts/mini', { revision, instrument: INSTRUMENT, editor: HERS })
    expect((await save(1).expect(409)).body).toMatchObject({
      ...{ type: '/problems/draft-stale', revision: 2 },
    })
    await save(2).expect(200, { revision: 3 })
  })

  it('writes nothing where nothing was taken', async () => {
    await patch(lee, unit('nobody:title', 'x')).expect(200)
    expect((await draft()).revision).toBe(1)
    expect(await rowsOf(office, 'instrument_history')).toHaveLength(1)
  })

  it('is for languages of the draft, and for designers', async () => {
    await patch(lee, unit('hours:title', 'Hours', { language: 'en' })).expect(422)
    await patch(lee, unit('hours:title', 'Stunden', { language: 'de' })).expect(422)
    const other = await signIn(office, 'data_manager', 'max')
    await patch(other, unit('hours:title', 'Saat')).expect(403)
    await lee
      .ask('patch', '/v1/drafts/nothing/translations', { units: [unit('a', 'b')] })
      .expect(404)
  })
})
