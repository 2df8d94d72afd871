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
import { printDraft } from './print-draft.ts'

const LANGUAGES = [
  { tag: 'de', status: 'source', live: true },
  { tag: 'ar', status: 'draft', live: false },
]

describe.each(ENGINES)('POST /v1/drafts/{name}/paper (%s)', (_engine, open) => {
  let office: TestOffice
  let kim: TestStaff
  beforeEach(async () => {
    office = await makeOffice({ ...WAIVED, open: () => open<Tables>() })
    kim = await signIn(office, 'designer', 'kim')
    const survey = { ...INSTRUMENT.survey, title: { default: 'Umfrage', ar: 'استبيان' } }
    await kim
      .put('/v1/drafts/mini', {
        revision: 0,
        instrument: { ...INSTRUMENT, languages: LANGUAGES, survey },
        editor: '0'.repeat(32),
      })
      .expect(200)
  })

  it('prints the saved draft as a file', async () => {
    const answer = await kim
      .post('/v1/drafts/mini/paper', {})
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => done(null, Buffer.concat(parts)))
      })
      .expect(200)
      .expect('content-type', 'application/pdf')
    expect(answer.headers['content-disposition']).toContain('mini-1.0.0-de.pdf')
    expect((answer.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('says which language it cannot print, and which it does not have', async () => {
    const { body } = await kim.post('/v1/drafts/mini/paper', { language: 'ar' }).expect(422)
    expect(body.type).toBe('/problems/not-printable')
    expect(body.remedy).toMatch(/another language/)
    const strange = await kim.post('/v1/drafts/mini/paper', { language: 'fr' }).expect(422)
    expect(strange.body.type).toBe('/problems/invalid-input')
  })

  it('is for those who work on questionnaires', async () => {
    const ana = await signIn(office, 'analyst', 'ana')
    await ana.post('/v1/drafts/mini/paper', {}).expect(403)
    await kim.post('/v1/drafts/nothing/paper', {}).expect(404)
  })
})

describe('printDraft', () => {
  it('gives up on what takes too long', async () => {
    await expect(
      printDraft({ instrument: INSTRUMENT as never, createdOn: new Date(0) }, { limit: 1 }),
    ).rejects.toMatchObject({ type: 'not-printable' })
  })
})
