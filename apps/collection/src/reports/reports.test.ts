import { beforeEach, describe, expect, it } from 'vitest'
import {
  makeOffice,
  STUDY,
  signIn,
  type TestOffice,
  type TestStaff,
  WAIVED,
  WAVE,
} from '../house.testing.ts'

const upload = {
  study: STUDY,
  wave: WAVE,
  title: 'Synthetischer Bericht',
  freezeDigest: 'a'.repeat(64),
  planDigest: 'b'.repeat(64),
  html: '<!doctype html><style>p{color:red}</style><p>Bericht</p><script>alert(1)</script>',
  pdf: Buffer.from('%PDF-1.7 synthetic').toString('base64'),
  results: { analyses: [] },
}

describe('reports', () => {
  let office: TestOffice
  let analyst: TestStaff
  let manager: TestStaff
  let lead: TestStaff
  beforeEach(async () => {
    office = await makeOffice(WAIVED)
    ;[analyst, manager, lead] = [
      await signIn(office, 'analyst'),
      await signIn(office, 'data_manager'),
      await signIn(office, 'lead'),
    ]
  })
  const handIn = async () =>
    (await analyst.post('/v1/reports', upload).expect(200)).body.id as string
  const list = async (who: TestStaff) => (await who.get('/v1/reports').expect(200)).body.reports

  it('are drafts that project leads do not see, until a second person releases them (R-63)', async () => {
    const id = await handIn()
    expect(await list(analyst)).toMatchObject([{ id, state: 'draft', releasedOn: null }])
    expect(await list(lead)).toEqual([])
    await lead.get(`/v1/reports/${id}/html`).expect(404)
    await lead.get(`/v1/reports/${id}/pdf`).expect(404)
    await analyst.post(`/v1/reports/${id}/release`).expect(403)
    await manager.post(`/v1/reports/${id}/release`).expect(204)
    expect(await list(lead)).toMatchObject([{ id, state: 'released', releasedOn: '2027-05-03' }])
    await lead.get(`/v1/reports/${id}/html`).expect(200)
  })

  it('are not released by who handed them in, whatever role that is now', async () => {
    const id = await handIn()
    await office.house.db.updateTable('report').set({ made_by: manager.id }).execute()
    const { body } = await manager.post(`/v1/reports/${id}/release`).expect(403)
    expect(body.type).toBe('/problems/second-person-needed')
  })

  it('are pages that can do nothing: no script, no form, nothing from elsewhere', async () => {
    const id = await handIn()
    const { headers, text } = await analyst.get(`/v1/reports/${id}/html`).expect(200)
    expect(text).toBe(upload.html)
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox",
    )
    expect(headers['content-disposition']).toBe('inline')
    expect(headers['content-type']).toMatch(/^text\/html/)
  })

  it('come back as the PDF that was handed in', async () => {
    const id = await handIn()
    const { headers, body } = await analyst.get(`/v1/reports/${id}/pdf`).expect(200)
    expect(headers['content-type']).toBe('application/pdf')
    expect(body.toString()).toBe('%PDF-1.7 synthetic')
  })

  it('need a PDF, a known wave and not more than 30 MB', async () => {
    await analyst.post('/v1/reports', { ...upload, pdf: 'bm8=' }).expect(422)
    await analyst.post('/v1/reports', { ...upload, wave: 'w9' }).expect(404)
    await analyst.post('/v1/reports', { ...upload, html: 'x'.repeat(31_000_000) }).expect(413)
  })
})
