import { ENGINES } from '@echolot/database/testing'
import { MADE } from '@echolot/report/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeOffice, rowsOf, type TestOffice, type TestStaff, WAIVED } from '../house.testing.ts'
import { reportPeople } from '../reports/reports.testing.ts'
import type { Tables } from '../store/tables.ts'

const SECTION = MADE.sections.find(({ values = {} }) => Object.keys(values).length > 0)?.id ?? ''
const texts = { de: 'Betreuung an Arbeitszeiten anpassen', en: '' }
const measure = {
  texts: { de: 'Zwei Nachmittagsgruppen', en: 'Two afternoon groups' },
  owner: 'carrier',
  office: 'Träger',
  due: '2027-05-31',
  nextReview: null,
  costHint: 'zwei halbe Stellen',
  forFamilies: {
    plain: 'Nachmittags gibt es Betreuung.',
    easy: 'Es gibt Betreuung am Nachmittag.',
  },
  nextWave: null,
}

describe.each(ENGINES)('measures (%s)', (_engine, open) => {
  let office: TestOffice
  let people: Awaited<ReturnType<typeof reportPeople>>
  let report: string
  beforeEach(async () => {
    office = await makeOffice({ ...WAIVED, open: () => open<Tables>() })
    people = await reportPeople(office)
    report = await people.handIn()
  })
  const recommend = async (change: object = {}): Promise<string> =>
    (
      await people.analyst
        .post('/v1/recommendations', {
          findings: [{ report, section: SECTION }],
          texts,
          audience: 'job_centre',
          ...change,
        })
        .expect(200)
    ).body.id
  const propose = async (recommendation: string, who = people.carrier, change: object = {}) =>
    (
      await who
        .post(`/v1/recommendations/${recommendation}/measures`, { ...measure, ...change })
        .expect(200)
    ).body.id as string
  const list = async (who: TestStaff) => (await who.get('/v1/recommendations').expect(200)).body
  const step = (id: string, state: string, who: TestStaff, why = '') =>
    who.post(`/v1/measures/${id}/state`, { state, why })

  it('rest on findings of a report, which those see who may read it (R-70)', async () => {
    const { analyst, carrier, lead } = people
    const id = await recommend()
    expect((await list(analyst)).recommendations).toMatchObject([{ id, study: 'demo', texts }])
    expect((await list(carrier)).recommendations).toEqual([])
    await people.step(report, 'circulation').expect(204)
    const { recommendations, pages } = await list(carrier)
    expect(recommendations).toHaveLength(1)
    expect(pages).toMatchObject([{ report, section: SECTION, version: 1 }])
    expect((await list(lead)).recommendations).toEqual([])
    await lead.post(`/v1/recommendations/${id}/measures`, measure).expect(404)
  })

  it('tell those who only read no headline of a report that was withdrawn', async () => {
    const { analyst, carrier } = people
    await people.release(report)
    await recommend()
    const [{ heading }] = (await list(carrier)).pages
    expect(heading).not.toBe(SECTION)
    await analyst.post(`/v1/reports/${report}/withdrawal`, { reason: 'Zelle zu klein' }).expect(204)
    expect((await list(carrier)).pages).toMatchObject([{ section: SECTION, heading: SECTION }])
    expect((await list(analyst)).pages).toMatchObject([{ section: SECTION, heading }])
    const at = `/v1/reports/${report}/feedback?language=de`
    expect((await carrier.get(at)).body.type).toBe('/problems/report-withdrawn')
    await analyst.get(at).expect(200)
  })

  it('cannot rest on nothing or on a page that is not there', async () => {
    const post = (findings: object[]) =>
      people.analyst.post('/v1/recommendations', { findings, texts, audience: 'all' })
    await post([]).expect(422)
    const { body } = await post([{ report, section: 'nowhere' }]).expect(422)
    expect(body.errors).toMatchObject([{ path: 'findings.0' }])
    await post([{ report: '0'.repeat(32), section: SECTION }]).expect(422)
    await people.edit(report, { [SECTION]: { hidden: { reason: 'zu wenig' } } }).expect(200)
    await post([{ report, section: SECTION }]).expect(422)
  })

  it('belong to their owner; the lead may change and decide on all, the university on none', async () => {
    const { analyst, manager, carrier, jobCentre, lead } = people
    await people.release(report)
    const recommendation = await recommend()
    const id = await propose(recommendation)
    for (const who of [analyst, manager]) {
      await who.post(`/v1/recommendations/${recommendation}/measures`, measure).expect(403)
      await step(id, 'in-review', who).expect(403)
    }
    await step(id, 'in-review', jobCentre).expect(404)
    await jobCentre.put(`/v1/measures/${id}`, measure).expect(404)
    const { body } = await carrier
      .put(`/v1/measures/${id}`, { ...measure, owner: 'job_centre' })
      .expect(403)
    expect(body.type).toBe('/problems/not-your-measure')
    await lead.put(`/v1/measures/${id}`, { ...measure, due: '2027-06-30' }).expect(204)
    await step(id, 'in-review', carrier).expect(204)
    expect((await step(id, 'decided', carrier).expect(409)).body).toMatchObject({
      fault: 'lead-decides',
      state: 'in-review',
    })
    await step(id, 'decided', lead).expect(204)
    expect((await step(id, 'not-pursued', carrier).expect(409)).body.fault).toBe('why-needed')
    await step(id, 'not-pursued', carrier, 'kein Raum').expect(204)
    const [{ measures }] = (await list(carrier)).recommendations
    expect(measures).toMatchObject([
      {
        id,
        state: 'not-pursued',
        own: true,
        history: [
          { by: 'karla', role: 'carrier', state: 'proposed' },
          { by: 'paula', role: 'lead', state: null, why: 'due: 2027-05-31 → 2027-06-30' },
          { state: 'in-review' },
          { by: 'paula', state: 'decided' },
          { by: 'karla', state: 'not-pursued', why: 'kein Raum' },
        ],
      },
    ])
    expect(await rowsOf(office, 'measure_event')).toHaveLength(5)
  })

  it('are overdue the day after, for everybody who sees them (R-69)', async () => {
    await people.release(report)
    const recommendation = await recommend()
    // The office's clock stands at 2027-05-03.
    await propose(recommendation, people.carrier, { due: '2027-05-02' })
    await propose(recommendation, people.lead, { due: '2027-05-03' })
    const { today, recommendations } = await list(people.lead)
    expect(today).toBe('2027-05-03')
    const overdue = recommendations[0].measures.map(
      ({ due, overdue }: { due: string; overdue: boolean }) => [due, overdue],
    )
    expect(overdue.sort()).toEqual([
      ['2027-05-02', true],
      ['2027-05-03', false],
    ])
  })

  it('give the report its decisions and families what happens, and what does not and why', async () => {
    await people.release(report)
    const recommendation = await recommend()
    const kept = await propose(recommendation)
    const given = await propose(recommendation, people.jobCentre, {
      owner: 'job_centre',
      texts: { de: 'Fahrdienst', en: '' },
      forFamilies: { plain: '', easy: '' },
    })
    await propose(recommendation, people.lead, { owner: 'lead' })
    await step(kept, 'decided', people.lead).expect(204)
    await step(given, 'not-pursued', people.jobCentre, 'zu teuer').expect(204)
    const feedback = async (language: string) =>
      (await people.lead.get(`/v1/reports/${report}/feedback?language=${language}`).expect(200))
        .body
    expect(await feedback('de')).toMatchObject({
      decisions: [texts.de],
      happens: {
        plain: ['Nachmittags gibt es Betreuung.'],
        easy: ['Es gibt Betreuung am Nachmittag.'],
      },
      not: [{ what: 'Fahrdienst', because: 'zu teuer' }],
    })
    const { rows } = await feedback('en')
    expect(rows.map((row: { measure: string }) => row.measure).sort()).toEqual([
      'Fahrdienst',
      'Two afternoon groups',
      'Two afternoon groups',
    ])
  })

  it('stand in the report as on the day of its release; the next version has what came then', async () => {
    const { carrier, jobCentre, lead, handIn, html, release, step: go } = people
    const recommendation = await recommend()
    await go(report, 'circulation').expect(204)
    const id = await propose(recommendation)
    await step(id, 'in-review', carrier, 'Räume fehlen noch').expect(204)
    expect(await html(report)).toContain('Räume fehlen noch')
    await go(report, 'release', people.manager).expect(204)
    await step(id, 'decided', lead).expect(204)
    const first = await html(report, lead)
    for (const words of ['Zwei Nachmittagsgruppen', 'in Prüfung', '31. Mai 2027'])
      expect(first).toContain(words)
    expect(first).not.toContain('beschlossen')
    expect(first).not.toContain('karla')
    expect(await html(report, jobCentre, 'en')).toContain('Two afternoon groups')
    const second = await handIn()
    await release(second)
    expect(await html(second, lead)).toContain('beschlossen')
    expect(await html(report, lead)).toBe(first)
  })

  it('of drafts that others may not read are in no report', async () => {
    const { handIn, html, release, lead } = people
    await release(report)
    const draft = await handIn()
    await recommend({
      findings: [{ report: draft, section: SECTION }],
      texts: { de: 'Noch nicht beraten', en: '' },
    })
    expect(await html(draft)).toContain('Noch nicht beraten')
    expect(await html(report, lead)).not.toContain('Noch nicht beraten')
  })
})
