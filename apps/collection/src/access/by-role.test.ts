import { COLLECTION_ROLES, type CollectionRole } from '@echolot/study'
import { sql } from 'kysely'
import request from 'supertest'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeOffice, signIn, type TestOffice, type TestStaff, WAIVED } from '../house.testing.ts'
import { ENDPOINTS } from '../service.ts'

const STAFF: readonly CollectionRole[] = COLLECTION_ROLES.filter((role) => role !== 'none')

const REPORT_READERS = ['analyst', 'data_manager', 'carrier', 'job_centre', 'lead'] as const

/** Who may do what; everything not named here is 403. */
const ALLOWED: Readonly<Record<string, readonly CollectionRole[]>> = {
  'get /v1/staff/studies': STAFF,
  'get /v1/instruments': ['designer', 'field', 'analyst', 'data_manager', 'lead', 'auditor'],
  'get /v1/drafts/:name': ['designer', 'data_manager'],
  'put /v1/drafts/:name': ['designer'],
  'patch /v1/drafts/:name/translations': ['designer'],
  'get /v1/drafts/:name/lock': ['designer', 'data_manager'],
  'put /v1/drafts/:name/lock': ['designer'],
  'get /v1/drafts/:name/history': ['designer', 'data_manager'],
  'get /v1/drafts/:name/history/:revision': ['designer', 'data_manager'],
  'get /v1/drafts/:name/threads': ['designer', 'data_manager'],
  'post /v1/drafts/:name/threads': ['designer', 'data_manager'],
  'post /v1/drafts/:name/threads/:id/comments': ['designer', 'data_manager'],
  'put /v1/drafts/:name/threads/:id': ['designer', 'data_manager'],
  'get /v1/library': ['designer', 'analyst', 'data_manager'],
  'get /v1/library/:id': ['designer', 'analyst', 'data_manager'],
  'post /v1/library': ['designer'],
  'post /v1/library/:id/versions': ['designer'],
  'post /v1/drafts/:name/paper': ['designer', 'data_manager'],
  'post /v1/drafts/:name/check': ['designer', 'data_manager'],
  'post /v1/drafts/:name/proposal': ['designer'],
  'post /v1/drafts/:name/publication': ['designer', 'data_manager'],
  'put /v1/studies/:study/waves/:wave/instrument': ['field', 'data_manager'],
  'post /v1/studies/:study/waves/:wave/opening': ['field', 'data_manager'],
  'post /v1/studies/:study/waves/:wave/closing': ['field', 'data_manager'],
  'get /v1/fieldwork/:study/:wave': ['field', 'analyst', 'data_manager', 'lead'],
  'put /v1/keying': ['entry'],
  'get /v1/studies/:study/waves/:wave/coding': ['analyst', 'data_manager'],
  'put /v1/studies/:study/waves/:wave/coding/:item': ['data_manager'],
  'post /v1/studies/:study/waves/:wave/coding/:item/drawing': ['data_manager'],
  'post /v1/studies/:study/waves/:wave/coding/:item/readings': ['data_manager'],
  'put /v1/studies/:study/waves/:wave/coding/:item/readings/:id': ['data_manager'],
  'get /v1/studies/:study/waves/:wave/coding/:item/themes': ['analyst', 'data_manager'],
  'put /v1/studies/:study/waves/:wave/coding/:item/themes': ['analyst'],
  'post /v1/studies/:study/waves/:wave/coding/:item/dealing': ['data_manager'],
  'get /v1/studies/:study/waves/:wave/coding/:item/tasks': ['analyst'],
  'put /v1/studies/:study/waves/:wave/coding/:item/tasks/:id': ['analyst'],
  'post /v1/studies/:study/waves/:wave/coding/:item/completion': ['analyst'],
  'get /v1/studies/:study/waves/:wave/coding/:item/agreement': ['analyst', 'data_manager'],
  'put /v1/studies/:study/waves/:wave/coding/:item/agreement/:id': ['analyst'],
  'delete /v1/studies/:study/waves/:wave/coding/:item/agreement/:id': ['analyst'],
  'post /v1/studies/:study/waves/:wave/coding/:item/replacements': ['data_manager'],
  'get /v1/studies/:study/waves/:wave/coding/:item/assignments.csv': ['analyst', 'data_manager'],
  'get /v1/studies/:study/waves/:wave/coding/:item/quotes': ['analyst', 'data_manager'],
  'post /v1/studies/:study/waves/:wave/coding/:item/quotes': ['analyst', 'data_manager'],
  'post /v1/studies/:study/waves/:wave/coding/:item/quotes/:id/verdicts': [
    'analyst',
    'data_manager',
  ],
  'get /v1/studies/:study/waves/:wave/themes': ['analyst', 'data_manager'],
  'get /v1/freezes': ['data_manager', 'analyst', 'auditor'],
  'post /v1/freezes': ['data_manager', 'analyst'],
  'get /v1/freezes/:id/plan': ['data_manager', 'analyst', 'auditor'],
  'get /v1/reports': REPORT_READERS,
  'post /v1/reports': ['analyst'],
  'get /v1/reports/:id': REPORT_READERS,
  'get /v1/reports/:id/files/:language/:kind': REPORT_READERS,
  'get /v1/reports/:id/findings': REPORT_READERS,
  'get /v1/reports/:id/comparison': REPORT_READERS,
  'get /v1/reports/:id/editions/:language': ['analyst', 'data_manager'],
  'put /v1/reports/:id/editions/:language': ['analyst', 'data_manager'],
  'post /v1/reports/:id/comments': ['analyst', 'data_manager', 'carrier', 'job_centre'],
  'post /v1/reports/:id/comments/:ordinal/answer': ['analyst', 'data_manager'],
  'post /v1/reports/:id/circulation': ['analyst', 'data_manager'],
  'post /v1/reports/:id/return': ['analyst', 'data_manager'],
  'post /v1/reports/:id/release': ['data_manager'],
  'post /v1/reports/:id/withdrawal': ['analyst', 'data_manager'],
  'get /v1/reports/:id/feedback': REPORT_READERS,
  'get /v1/recommendations': REPORT_READERS,
  'post /v1/recommendations': ['analyst', 'data_manager'],
  'put /v1/recommendations/:id': ['analyst', 'data_manager'],
  'post /v1/recommendations/:id/measures': ['carrier', 'job_centre', 'lead'],
  'put /v1/measures/:id': ['carrier', 'job_centre', 'lead'],
  'post /v1/measures/:id/state': ['carrier', 'job_centre', 'lead'],
}
/** For respondents, or to find out who one is. */
const OPEN = [
  'get /v1/studies',
  'post /v1/session',
  'get /v1/instruments/:id',
  'put /v1/response',
  'post /v1/refusal',
  'post /v1/withdrawal',
  'put /v1/draft',
  'post /v1/draft/opening',
  'get /v1/me',
]

type Verb = 'get' | 'put' | 'post' | 'patch' | 'delete'
const names = ENDPOINTS.map(({ method, path }) => `${method} ${path}`)

describe('roles', () => {
  let office: TestOffice
  const people = new Map<CollectionRole, TestStaff>()
  beforeAll(async () => {
    office = await makeOffice(WAIVED)
    for (const role of COLLECTION_ROLES) people.set(role, await signIn(office, role))
  })

  it('has a line for every endpoint', () => {
    expect([...Object.keys(ALLOWED), ...OPEN].sort()).toEqual([...names].sort())
  })

  const pairs = Object.entries(ALLOWED).flatMap(([endpoint, roles]) =>
    COLLECTION_ROLES.map((role) => [endpoint, role, roles.includes(role)] as const),
  )

  it.each(pairs)('%s as %s: allowed %s', async (endpoint, role, allowed) => {
    const [method, path] = endpoint.split(' ') as [Verb, string]
    const address = path.replaceAll(/:\w+/g, 'nothing')
    const { status, body } = await (people.get(role) as TestStaff).ask(
      method,
      address,
      method === 'get' || method === 'delete' ? undefined : {},
    )
    if (allowed) expect([401, 403]).not.toContain(status)
    else {
      expect(status).toBe(403)
      expect(body.type).toBe('/problems/role-missing')
    }
  })

  it.each(Object.keys(ALLOWED))('%s without a sign-in is 401', async (endpoint) => {
    const [method, path] = endpoint.split(' ') as [Verb, string]
    const { body } = await request(office.service)
      [method](path.replaceAll(/:\w+/g, 'x'))
      .expect(401)
    expect(body.type).toBe('/problems/sign-in-needed')
  })

  it('refuses writing requests which another site makes the browser send', async () => {
    const designer = people.get('designer') as TestStaff
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const { body } = await designer.put('/v1/drafts/x', {}).set(headers).expect(403)
      expect(body.type).toBe('/problems/other-site')
    }
  })
})

describe('acts that need a fresh sign-in', () => {
  const FRESH = [
    'post /v1/freezes',
    'post /v1/reports/nothing/release',
    'post /v1/studies/x/waves/x/coding/x/quotes/x/verdicts',
    'post /v1/reports/nothing/withdrawal',
    'post /v1/drafts/nothing/publication',
  ]
  const signedIn = async (options: Parameters<typeof makeOffice>[0] = {}) => {
    const office = await makeOffice(options)
    const manager = await signIn(office, 'data_manager')
    // As if the second factor were set up.
    await sql`update "user" set "twoFactorEnabled" = 1`.execute(office.house.db)
    return { office, manager }
  }
  const minutesLater = (minutes: number) => new Date(Date.now() + minutes * 60_000)

  it('take a sign-in of nine minutes ago and refuse one of eleven', async () => {
    const { office, manager } = await signedIn()
    for (const act of FRESH) {
      const path = act.slice(5)
      office.at(minutesLater(9))
      expect((await manager.post(path)).status).not.toBe(403)
      office.at(minutesLater(11))
      const { body } = await manager.post(path).expect(403)
      expect(body).toMatchObject({
        type: '/problems/sign-in-too-old',
        remedy: 'sign in again and repeat this',
      })
    }
  })

  it('are the only ones: reading goes on as long as the session', async () => {
    const { office, manager } = await signedIn()
    office.at(minutesLater(11))
    await manager.get('/v1/freezes').expect(200)
  })

  it('ask for nothing in a demonstration', async () => {
    const { office, manager } = await signedIn(WAIVED)
    office.at(minutesLater(60))
    expect((await manager.post('/v1/freezes')).status).not.toBe(403)
  })
})
