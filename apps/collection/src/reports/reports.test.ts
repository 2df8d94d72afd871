import { ENGINES } from '@echolot/database/testing'
import { MADE } from '@echolot/report/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeOffice, rowsOf, type TestOffice, WAIVED } from '../house.testing.ts'
import type { Tables } from '../store/tables.ts'
import { reportPeople, upload } from './reports.testing.ts'

type People = Awaited<ReturnType<typeof reportPeople>>

describe.each(ENGINES)('reports (%s)', (_engine, open) => {
  let office: TestOffice
  let people: People
  beforeEach(async () => {
    office = await makeOffice({ ...WAIVED, open: () => open<Tables>() })
    people = await reportPeople(office)
  })
  const statusOf = async (id: string, who: People['lead']) =>
    (await who.get(`/v1/reports/${id}/files/de/html`)).status

  it('go from the desk to comments to readers, and nobody sees them before (R-63)', async () => {
    const { analyst, manager, carrier, jobCentre, lead, step, list, handIn } = people
    const id = await handIn()
    expect(await list(analyst)).toMatchObject([{ id, version: 1, state: 'draft' }])
    for (const who of [carrier, jobCentre, lead]) {
      expect(await list(who)).toEqual([])
      await who.get(`/v1/reports/${id}`).expect(404)
      expect(await statusOf(id, who)).toBe(404)
      await who.get(`/v1/reports/${id}/findings?language=de`).expect(404)
      await who.get(`/v1/reports/${id}/comparison?language=de`).expect(404)
    }
    await step(id, 'circulation').expect(204)
    expect(await statusOf(id, carrier)).toBe(200)
    expect(await statusOf(id, lead)).toBe(404)
    await step(id, 'release', analyst).expect(403)
    await step(id, 'release', manager).expect(204)
    expect(await list(lead)).toMatchObject([{ id, state: 'released', releasedOn: '2027-05-03' }])
    expect(await statusOf(id, lead)).toBe(200)
    expect(await people.details(id, lead)).toMatchObject({
      log: [],
      pages: [{ families: ['plain', 'easy'] }, { families: ['plain', 'easy'] }],
    })
  })

  it('wait for the sheet that tells families what was heard (R-68)', async () => {
    const { manager, step, handIn } = people
    const id = await handIn({ models: [MADE] })
    await step(id, 'circulation').expect(204)
    const { body } = await step(id, 'release', manager).expect(409)
    expect(body).toMatchObject({
      type: '/problems/release-incomplete',
      gaps: [{ sheet: 'plain' }, { sheet: 'easy' }],
    })
  })

  it('are released from comments only, by someone who has not written them', async () => {
    const { manager, step, handIn } = people
    const id = await handIn()
    const early = await step(id, 'release', manager).expect(409)
    expect(early.body).toMatchObject({ type: '/problems/report-state-differs', state: 'draft' })
    await manager
      .put(`/v1/reports/${id}/editions/de`, {
        revision: 0,
        edition: { language: 'de', sections: { care: { heading: 'Anders' } } },
        basis: {},
      })
      .expect(200)
    await step(id, 'circulation').expect(204)
    const { body } = await step(id, 'release', manager).expect(403)
    expect(body.type).toBe('/problems/second-person-needed')
  })

  it('are not released by who handed them in, whatever role that is now', async () => {
    const { manager, step, handIn } = people
    const id = await handIn()
    await office.house.db.updateTable('report').set({ made_by: manager.id }).execute()
    await step(id, 'circulation').expect(204)
    await step(id, 'release', manager).expect(403)
  })

  it('keep every comment and what became of it, and wait for all answers', async () => {
    const { analyst, manager, carrier, jobCentre, step, handIn, details } = people
    const id = await handIn()
    const say = (who: People['lead'], section: string | null, text: string) =>
      who.post(`/v1/reports/${id}/comments`, { section, text })
    await say(carrier, 'care', 'zu früh').expect(404)
    await step(id, 'circulation').expect(204)
    await say(carrier, 'care', 'Bitte klarer.').expect(204)
    await say(jobCentre, null, 'Fehlt: Anlass.').expect(204)
    await say(jobCentre, 'nowhere', 'x').expect(422)
    const waits = await step(id, 'release', manager).expect(409)
    expect(waits.body).toMatchObject({ type: '/problems/comments-open', open: 2 })
    const answer = (ordinal: number, verdict: string, text: string) =>
      analyst.post(`/v1/reports/${id}/comments/${ordinal}/answer`, { verdict, text })
    await answer(3, 'declined', ' ').expect(422)
    await answer(3, 'declined', 'Der Satz ist gebunden.').expect(204)
    await answer(3, 'accepted', '').expect(404)
    await answer(4, 'accepted', '').expect(204)
    await step(id, 'release', manager).expect(204)
    expect((await details(id, carrier)).log).toMatchObject([
      { act: 'handed-in', by: 'ana', role: 'analyst', own: false },
      { act: 'opened-for-comments', by: 'ana' },
      { act: 'commented', by: 'karla', role: 'carrier', section: 'care', own: true },
      { act: 'commented', by: 'jo', role: 'job_centre', section: null },
      { act: 'declined', about: 3, section: 'care', text: 'Der Satz ist gebunden.' },
      { act: 'accepted', about: 4 },
      { act: 'released', by: 'mia', role: 'data_manager', on: '2027-05-03' },
    ])
    await say(carrier, null, 'zu spät').expect(409)
  })

  it('are written on at the desk only, and never after the release', async () => {
    const { edit, step, release, handIn, html } = people
    const id = await handIn()
    await edit(id, { care: { heading: '{item} fehlt' } }).expect(200)
    await step(id, 'circulation').expect(204)
    await edit(id, { care: { heading: 'Neu' } }, { revision: 1 }).expect(409)
    await step(id, 'return').expect(204)
    await edit(id, { care: { heading: '{item} bremst' } }, { revision: 1 }).expect(200)
    await release(id)
    const before = await html(id)
    expect(before).toContain('Betreuung bremst')
    for (const act of ['circulation', 'return', 'release'] as const)
      await step(id, act, act === 'release' ? people.manager : people.analyst).expect(409)
    await edit(id, { care: { heading: 'Neu' } }, { revision: 2 }).expect(409)
    expect(await html(id)).toBe(before)
  })

  it('stay as they were first drawn, even where the tables are changed behind the doors', async () => {
    const { handIn, release, html } = people
    const id = await handIn()
    await release(id)
    const before = await html(id)
    await office.house.db.updateTable('report_model').set({ json: '{}' }).execute()
    expect(await html(id)).toBe(before)
  })

  it('are taken out of the readers’ hands with a reason, and cannot come back', async () => {
    const { manager, lead, handIn, release, details } = people
    const id = await handIn()
    await release(id)
    await manager.post(`/v1/reports/${id}/withdrawal`, { reason: ' ' }).expect(422)
    await manager.post(`/v1/reports/${id}/withdrawal`, { reason: 'Gewichte falsch.' }).expect(204)
    const gone = await lead.get(`/v1/reports/${id}/files/de/html`).expect(410)
    expect(gone.body).toMatchObject({ reason: 'Gewichte falsch.' })
    expect(await details(id, lead)).toMatchObject({
      report: { state: 'withdrawn', withdrawnOn: '2027-05-03' },
      withdrawnBecause: 'Gewichte falsch.',
      pages: [],
    })
    await manager.post(`/v1/reports/${id}/release`).expect(409)
  })

  it('count versions, carry sentences over to new numbers, and compare', async () => {
    const { handIn, edit, release, details, lead, analyst } = people
    const first = await handIn()
    await edit(
      first,
      {
        care: { heading: 'Es fehlt an {item}', see: '{gone} sagen das.' },
      },
      {},
    ).expect(422)
    await edit(
      first,
      { care: { heading: 'Es fehlt an {item}' }, letters: { see: '{share} lesen.' } },
      { edition: { whatIsNew: ['Erste Fassung.'] } },
    ).expect(200)
    await release(first)
    const [care, letters, ...others] = MADE.sections
    if (!care || !letters) throw new Error('the made-up report has two findings')
    const other = {
      ...MADE,
      sections: [
        { ...care, values: { ...care.values, item: { words: 'Zeit', label: 'Hürde' } } },
        { ...letters, values: { part: { words: 'viele', label: 'Anteil' } } },
        ...others,
      ],
    }
    const second = await handIn({ models: [other] })
    expect(await details(second)).toMatchObject({
      report: { version: 2, state: 'draft', languages: ['de'] },
      versions: [{ id: second }, { id: first }],
    })
    const { body } = await analyst.get(`/v1/reports/${second}/editions/de`).expect(200)
    expect(body).toMatchObject({
      revision: 1,
      edition: { language: 'de', sections: { care: { heading: 'Es fehlt an {item}' } } },
    })
    const { comparison } = (
      await analyst.get(`/v1/reports/${second}/comparison?language=de`).expect(200)
    ).body
    expect(comparison).toMatchObject({ versions: { from: 1, to: 2 } })
    expect(comparison.changed[0].differences).toContainEqual({
      what: 'heading',
      from: 'Es fehlt an Betreuung',
      to: 'Es fehlt an Zeit',
    })
    expect((await details(first, lead)).versions).toMatchObject([{ id: first }])
  })

  it('write every decision into the chain of acts, without its words', async () => {
    const { handIn, release, edit } = people
    const id = await handIn()
    await edit(id, { care: { heading: 'Geheime Überschrift' } }).expect(200)
    await release(id)
    const acts = await rowsOf(office, 'audit')
    expect(acts.filter(({ obj }) => obj === id).map(({ act }) => act)).toEqual([
      'report.handed-in',
      'report.edited',
      'report.opened-for-comments',
      'report.released',
    ])
    expect(JSON.stringify(acts)).not.toContain('Geheime')
  })
})

describe('what is handed in', () => {
  let people: People
  beforeEach(async () => {
    people = await reportPeople(await makeOffice(WAIVED))
  })
  const refused = async (change: object) =>
    (await people.analyst.post('/v1/reports', upload(change)).expect(422)).body.errors as {
      path: string
      message: string
    }[]
  const withSvg = (inside: string) => ({
    models: [
      JSON.parse(
        JSON.stringify(MADE).replace('<rect ', `${JSON.stringify(inside).slice(1, -1)}<rect `),
      ),
    ],
  })

  it.each([
    ['<script>alert(1)</script>', 'must not contain <script> here'],
    ['<foreignObject/>', 'must not contain <foreignObject> here'],
    ['<rect onload="alert(1)"/>', 'must not contain the attribute onload="alert(1)"'],
  ])('draws and does nothing else: %s', async (inside, message) => {
    expect(await refused(withSvg(inside))).toContainEqual({
      path: 'models.0.sections.care.care',
      message,
    })
  })

  it('is a whole model that comes from results which passed disclosure control', async () => {
    expect(await refused({ models: [{ language: 'de' }] })).toContainEqual(
      expect.objectContaining({ path: 'models.0.sections' }),
    )
    expect(await refused({ models: [{ ...MADE, html: '<p>' }] })).toHaveLength(1)
    expect(await refused({ models: [MADE, MADE] })).toHaveLength(1)
    expect(await refused({ freezeDigest: 'c'.repeat(64) })).not.toEqual([])
    expect(await refused({ results: { data: { digest: MADE.digests.data } } })).toEqual([
      { path: 'results.protected', message: 'must have passed disclosure control' },
    ])
    await people.analyst.post('/v1/reports', upload({ wave: 'w9' })).expect(404)
  })

  it('bears the mark of made-up numbers where the study is made up, whatever it says', async () => {
    const id = await people.handIn({ models: [{ ...MADE, marks: [] }] })
    expect(await people.html(id)).toContain('SYNTHETISCH')
  })
})
