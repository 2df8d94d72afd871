import type { StratumId } from '@echolot/study'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  answerWhole,
  INSTRUMENT_ID,
  makeOffice,
  openBrowser,
  rowsOf,
  SECOND_WAVE,
  STUDY,
  sendLetter,
  signIn,
  type TestOffice,
  type TestStaff,
  WAIVED,
  WAVE,
} from '../house.testing.ts'
import { flushWave } from '../responses/flush-wave.ts'
import { listAudit } from '../store/audit.ts'
import { saveDispositions } from '../store/dispositions.ts'
import { saveFrame } from '../store/frames.ts'

const place = { study: STUDY, wave: WAVE }
const cell = (stratum: string, gross: number) => ({
  ...place,
  stratum: stratum as StratumId,
  label: `Schicht ${stratum}`,
  gross,
  population: 1_000,
})

describe('GET /v1/fieldwork/:study/:wave', () => {
  let office: TestOffice
  let field: TestStaff
  beforeEach(async () => {
    office = await makeOffice(WAIVED)
    field = await signIn(office, 'field')
    await saveFrame(office.house.db, [cell('1', 200), cell('2', 60), cell('3', 300)])
  })
  const answer = async (stratum: string, n: number) => {
    for (let i = 0; i < n; i++) {
      const browser = openBrowser(office, await sendLetter(office, { stratum }))
      await browser.enter()
      await browser.finish().expect(200)
    }
  }
  const flush = () => flushWave({ place, which: 'completed', actor: 'test' }, office.house)
  const page = async () => (await field.get(`/v1/fieldwork/${STUDY}/${WAVE}`).expect(200)).body

  it('hides nine finished in a stratum and whatever would give them away (R-62)', async () => {
    await answer('1', 25)
    await answer('2', 9)
    await answer('3', 12)
    await flush()
    const { strata, letters, state, languages } = await page()
    expect([letters, state]).toEqual([560, 'open'])
    expect(strata.map(({ finished }: { finished: number | null }) => finished)).toEqual([
      25,
      null,
      null,
    ])
    expect(languages).toEqual([{ language: 'de', count: 46 }])
  })

  it('shows ten', async () => {
    await answer('1', 25)
    await answer('2', 10)
    await answer('3', 12)
    await flush()
    expect((await page()).strata.map(({ finished }: { finished: number }) => finished)).toEqual([
      25, 10, 12,
    ])
  })

  it('is drawn once a day', async () => {
    await answer('1', 25)
    await flush()
    const first = await page()
    await answer('1', 15)
    await flush()
    expect(await page()).toEqual(first)
    office.at(new Date('2027-05-04T00:30:00Z'))
    const second = await page()
    expect(second.asOf).toBe('2027-05-04')
    expect(second.weeks).toEqual([{ week: '2027-W18', count: 40 }])
  })

  it('does not count what is still in the inbox', async () => {
    await answer('1', 25)
    expect((await page()).weeks).toEqual([])
  })

  it('adds the vault’s outcomes, and what nobody heard of is the rest', async () => {
    await answer('1', 30)
    await flush()
    await saveDispositions(office.house.db, place, [
      { code: '3.30', count: 40 },
      { code: '2.31', count: 12 },
    ])
    const { dispositions } = await page()
    const count = (code: string) =>
      dispositions.find((one: { code: string }) => one.code === code)?.count
    expect([count('1.1'), count('3.30'), count('3.19')]).toEqual([30, 40, 560 - 30 - 40 - 12])
    // 2.31 alone is twelve, but the empty lines beside it are hidden, and one of those would be found by subtraction.
    expect(count('2.31')).toBeNull()
    expect(count('2.11')).toBeNull()
  })
})

describe('the course of a wave', () => {
  let office: TestOffice
  let field: TestStaff
  beforeEach(async () => {
    office = await makeOffice(WAIVED)
    field = await signIn(office, 'field')
  })
  const at = (wave: string) => `/v1/studies/${STUDY}/waves/${wave}`

  it('opens with a published questionnaire only', async () => {
    await office.house.db.updateTable('wave').set({ instrument: null }).execute()
    const { body } = await field.post(`${at(SECOND_WAVE)}/opening`).expect(409)
    expect(body).toMatchObject({ type: '/problems/wave-not-ready', reason: 'no-instrument' })
    await field.put(`${at(SECOND_WAVE)}/instrument`, { instrument: 'mini@3.0.0' }).expect(404)
    await field.put(`${at(SECOND_WAVE)}/instrument`, { instrument: INSTRUMENT_ID }).expect(204)
    await field.post(`${at(SECOND_WAVE)}/opening`).expect(204)
    await field.post(`${at(SECOND_WAVE)}/opening`).expect(204)
    const { body: list } = await field.get('/v1/staff/studies').expect(200)
    expect(list.studies).toMatchObject([
      { study: STUDY, synthetic: true, waves: [{ state: 'open' }, { state: 'open' }] },
    ])
  })

  it('closes once and for ever', async () => {
    await answerWhole(office)
    await field.post(`${at(SECOND_WAVE)}/closing`).expect(409)
    await field.post(`${at(WAVE)}/closing`).expect(204)
    await field.post(`${at(WAVE)}/closing`).expect(204)
    expect(await rowsOf(office, 'inbox')).toEqual([])
    expect((await field.post(`${at(WAVE)}/opening`).expect(409)).body.reason).toBe('closed')
    await field.put(`${at(WAVE)}/instrument`, { instrument: INSTRUMENT_ID }).expect(409)
    const acts = (await listAudit(office.house.db)).map(({ act, actor }) => [act, actor])
    expect(acts.filter(([act]) => act === 'wave.closed')).toEqual([['wave.closed', field.id]])
  })

  it('does not know other waves', async () => {
    await field.get(`/v1/fieldwork/${STUDY}/w9`).expect(404)
    await field.post(`/v1/studies/nothing/waves/${WAVE}/opening`).expect(404)
  })
})
