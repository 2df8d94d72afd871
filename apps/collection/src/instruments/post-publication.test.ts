import { withoutLanguages } from '@echolot/instrument'
import request from 'supertest'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  INSTRUMENT,
  INSTRUMENT_ID,
  makeOffice,
  rowsOf,
  signIn,
  type TestOffice,
  type TestStaff,
  WAIVED,
} from '../house.testing.ts'
import { checkInstrument } from './check-instrument.ts'

const editor = '0'.repeat(32)
const fork = { from: '1.0.0', reason: 'Ein Tippfehler', mapping: [] }
const next = { ...INSTRUMENT, version: '1.1.0', fork }

describe('drafts and their publication', () => {
  let office: TestOffice
  let kim: TestStaff
  let lee: TestStaff
  beforeEach(async () => {
    office = await makeOffice(WAIVED)
    kim = await signIn(office, 'designer', 'kim')
    lee = await signIn(office, 'designer', 'lee')
  })
  const save = (revision: number, instrument: object = next) =>
    kim.put('/v1/drafts/mini', { revision, instrument, editor })
  const propose = (revision: number) =>
    kim.post('/v1/drafts/mini/proposal', { revision, note: 'Bitte prüfen' })
  const agree = (who: TestStaff, revision: number) =>
    who.post('/v1/drafts/mini/publication', { revision })

  it('saves revision after revision and keeps the earlier ones', async () => {
    await save(0).expect(200, { revision: 1 })
    await save(1, { ...next, survey: { pages: [] } }).expect(200, { revision: 2 })
    await kim.get('/v1/drafts/mini').expect(200, {
      revision: 2,
      instrument: { ...next, survey: { pages: [] } },
    })
    expect(await rowsOf(office, 'instrument_history')).toHaveLength(2)
  })

  it('wants a draft under its own name', async () => {
    await kim.put('/v1/drafts/other', { revision: 0, instrument: next }).expect(422)
  })

  it('keeps unknown parts of the survey as they are', async () => {
    const strange = {
      ...next,
      survey: { ...next.survey, someFutureProperty: { deep: [1, { x: null }] } },
      ourOwn: 'note',
    }
    await save(0, strange).expect(200)
    expect((await kim.get('/v1/drafts/mini')).body.instrument).toEqual(strange)
  })

  it('publishes what one proposed and another agreed to, with its digest', async () => {
    await save(0)
    await propose(1).expect(204)
    expect((await kim.get('/v1/instruments')).body.instruments).toMatchObject([
      {
        name: 'mini',
        items: 3,
        draft: { revision: 1, version: '1.1.0' },
        proposed: { version: '1.1.0', by: 'kim' },
      },
    ])
    const { body } = await agree(lee, 1).expect(200)
    expect(body).toEqual({ id: 'mini@1.1.0', digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const [mini] = (await kim.get('/v1/instruments')).body.instruments
    expect(mini.proposed).toBeNull()
    expect(mini.published.map(({ id }: { id: string }) => id)).toEqual([
      INSTRUMENT_ID,
      'mini@1.1.0',
    ])
  })

  it('wants two people', async () => {
    await save(0)
    await propose(1)
    const { body } = await agree(kim, 1).expect(403)
    expect(body.type).toBe('/problems/second-person-needed')
    expect(await rowsOf(office, 'instrument')).toHaveLength(1)
  })

  it('publishes the proposed revision only', async () => {
    await save(0)
    expect((await agree(lee, 1).expect(409)).body.type).toBe('/problems/proposal-missing')
    await propose(1)
    await save(1, { ...next, version: '1.2.0' })
    expect((await kim.get('/v1/instruments')).body.instruments[0].proposed).toBeNull()
    expect((await agree(lee, 1).expect(409)).body.type).toBe('/problems/draft-stale')
    expect((await agree(lee, 2).expect(409)).body.type).toBe('/problems/proposal-missing')
  })

  it('refuses with any error that the library or the structure reports, and names it (R-49)', async () => {
    const bad = structuredClone(next) as unknown as { survey: Record<string, unknown> }
    bad.survey.panelCountExpressionOfTheFuture = '{mood}'
    await save(0, bad)
    await propose(1)
    const { body } = await agree(lee, 1).expect(422)
    expect(body.type).toBe('/problems/instrument-refused')
    expect(JSON.stringify(body.problems)).toContain('panelCountExpressionOfTheFuture')
    for (const problem of body.problems)
      expect(problem).toMatchObject({ severity: 'error', remedy: expect.any(String) })
    expect((await kim.post('/v1/drafts/mini/check').expect(200)).body.problems).toEqual(
      expect.arrayContaining(body.problems),
    )
    expect(await rowsOf(office, 'instrument')).toHaveLength(1)
  })

  it('never changes a published version', async () => {
    await save(0, { ...INSTRUMENT, languages: INSTRUMENT.languages.slice(0, 1) })
    await propose(1)
    const { body } = await agree(lee, 1).expect(409)
    expect(body).toMatchObject({ type: '/problems/version-taken', id: INSTRUMENT_ID })
  })

  it('leaves a version in the field only with a reason, and a word on each changed measure (R-53)', async () => {
    const reworded = JSON.parse(JSON.stringify(next).replace('Wie geht es Ihnen?', 'Und sonst?'))
    const published = async (revision: number, instrument: object) => {
      await save(revision, instrument).expect(200)
      await propose(revision + 1)
      return agree(lee, revision + 1)
    }
    const rules = async (revision: number, instrument: object) =>
      (await published(revision, instrument)).body.problems.map(
        ({ rule }: { rule: string }) => rule,
      )
    expect(await rules(0, { ...reworded, fork: undefined })).toEqual([
      'fork-reason',
      'fork-mapping',
    ])
    expect(await rules(1, reworded)).toEqual(['fork-mapping'])
    const mapping = [{ name: 'mood', pool: 'apart', note: 'eine andere Frage' }]
    const { body, status } = await published(2, { ...reworded, fork: { ...fork, mapping } })
    expect([status, body.id]).toEqual([200, 'mini@1.1.0'])
    const { body: kept } = await kim.get('/v1/instruments/mini@1.1.0')
    expect(kept.instrument.fork.mapping).toEqual(mapping)
    const { body: shown } = await request(office.service).get('/v1/instruments/mini@1.1.0')
    expect(shown.instrument.fork).toBeUndefined()
  })

  it('gives up on a check that takes too long', async () => {
    expect(await checkInstrument(INSTRUMENT as never, { depth: 'draft', limit: 1 })).toMatchObject([
      { rule: 'check-too-slow', severity: 'error' },
    ])
  })

  it('gives respondents what they need and no more, for ever, compressed', async () => {
    const { body, headers } = await request(office.service)
      .get(`/v1/instruments/${INSTRUMENT_ID}`)
      .set('accept-encoding', 'identity')
      .expect(200)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers.etag).toBe(`"${body.digest}"`)
    // Turkish is not live yet.
    const survey = withoutLanguages(INSTRUMENT.survey, new Set(['tr']))
    expect(body.instrument).toMatchObject({ survey, scales: [] })
    expect(JSON.stringify(body)).not.toContain('Nasılsınız')
    expect(body.instrument.languages).toEqual([{ tag: 'de', status: 'source', live: true }])
    expect(JSON.stringify(body)).not.toContain('outcome')
    const packed = await request(office.service)
      .get(`/v1/instruments/${INSTRUMENT_ID}`)
      .set('accept-encoding', 'br')
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => done(null, Buffer.concat(chunks)))
      })
      .expect(200)
    expect(packed.headers['content-encoding']).toBe('br')
    expect(JSON.parse(packed.body.toString())).toEqual(body)
    await request(office.service)
      .get(`/v1/instruments/${INSTRUMENT_ID}`)
      .set('if-none-match', headers.etag as string)
      .expect(304)
    await request(office.service).get('/v1/instruments/mini@9.9.9').expect(404)
  })

  it('gives staff the whole of it', async () => {
    const { body, headers } = await kim.get(`/v1/instruments/${INSTRUMENT_ID}`).expect(200)
    expect(body.instrument).toEqual(INSTRUMENT)
    expect(headers['cache-control']).toBe('no-store')
  })
})
