import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SwaggerParser from '@apidevtools/swagger-parser'
import request from 'supertest'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeOffice, STUDY, type TestOffice } from './house.testing.ts'
import { ENDPOINTS } from './service.ts'

describe('the collection’s service', () => {
  let office: TestOffice
  let pages: string
  beforeEach(async () => {
    pages = mkdtempSync(join(tmpdir(), 'pages-'))
    for (const [app, text] of [
      ['respondent', '<title>Fragebogen</title>'],
      ['studio', '<title>Studio</title>'],
    ] as const) {
      mkdirSync(join(pages, app))
      writeFileSync(join(pages, app, 'index.html'), text)
    }
    office = await makeOffice({
      environment: {
        COLLECTION_PAGES_RESPONDENT: join(pages, 'respondent'),
        COLLECTION_PAGES_STUDIO: join(pages, 'studio'),
      },
    })
  })
  afterEach(() => rmSync(pages, { recursive: true, force: true }))
  const get = (path: string) => request(office.service).get(path)

  it('is up, and ready when it can write', async () => {
    await get('/health').expect(200, { status: 'up' })
    await get('/ready').expect(200, { status: 'ready' })
    const broken = await makeOffice()
    await broken.house.db.destroy()
    await request(broken.service)
      .get('/ready')
      .expect((response) => {
        expect(response.status).toBeGreaterThanOrEqual(500)
      })
  })

  it('shows the questionnaire at / and at the study’s own address, the studio under /studio/', async () => {
    for (const path of ['/', `/${STUDY}`])
      expect((await get(path).expect(200)).text).toContain('Fragebogen')
    for (const path of ['/studio/', '/studio/designer/main'])
      expect((await get(path).expect(200)).text).toContain('Studio')
  })

  it('answers unknown addresses of the API as problems, never with a page', async () => {
    for (const path of ['/v1/nothing', '/peer/v1/nothing', '/v1/instruments/x/y'])
      expect((await get(path).expect(404)).body.type).toBe('/problems/not-found')
  })

  it('describes all of its API, validly', async () => {
    const { body } = await get('/v1/openapi.json').expect(200)
    await SwaggerParser.validate(structuredClone(body))
    const described = Object.entries(body.paths as Record<string, object>).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map((method) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(described.sort()).toEqual(
      ENDPOINTS.map(({ method, path }) => `${method} ${path}`).sort(),
    )
  })

  it('tells what a page needs before a code is typed, and nothing of a person', async () => {
    const { body } = await get('/v1/studies').expect(200)
    expect(body.studies).toMatchObject([
      {
        study: STUDY,
        kdf: 'pbkdf2-100k-v1',
        languages: ['de'],
        withdrawUntil: '2027-09-30',
        synthetic: true,
      },
    ])
  })

  it('lets nothing from elsewhere in, and nobody keep a copy of its answers', async () => {
    const { headers } = await get('/v1/studies')
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['x-powered-by']).toBeUndefined()
  })
})
