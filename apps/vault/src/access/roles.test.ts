import { VAULT_ROLES, type VaultRole } from '@echolot/study'
import { beforeAll, describe, expect, it } from 'vitest'
import { openOffice, STUDY, type TestOffice } from '../house.testing.ts'
import { ENDPOINTS } from '../service.ts'

/** Who may knock at which door; whoever is not named gets 403. */
const MAY: Readonly<Record<string, readonly VaultRole[]>> = {
  'GET /v1/me': VAULT_ROLES,
  'GET /v1/studies': ['trust.clerk', 'trust.lead', 'trust.admin', 'auditor'],
  'GET /v1/frames/:study': ['trust.clerk', 'trust.lead'],
  'POST /v1/frames/check': ['trust.clerk', 'trust.lead'],
  'POST /v1/frames': ['trust.clerk'],
  'GET /v1/mailings': ['trust.clerk', 'trust.lead'],
  'GET /v1/mailings/:id': ['trust.clerk', 'trust.lead'],
  'POST /v1/mailings': ['trust.clerk', 'trust.lead'],
  'POST /v1/mailings/:id/cancellation': ['trust.clerk', 'trust.lead'],
  'POST /v1/mailings/:id/approval': ['trust.lead'],
  'POST /v1/mailings/:id/letters': ['trust.clerk'],
  'POST /v1/events/pull': ['trust.clerk', 'trust.lead'],
  'GET /v1/cases/:study/:wave': ['trust.clerk', 'trust.lead'],
  'POST /v1/returns': ['trust.clerk', 'trust.lead'],
  'POST /v1/blocks': ['trust.clerk', 'trust.lead'],
  'GET /v1/audit': ['auditor'],
}

/** Bodies with the right shape, so that only the role decides. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /v1/frames/check': { study: STUDY, fileName: 'x', content: '' },
  'POST /v1/frames': { study: STUDY, fileName: 'x', content: '' },
  'POST /v1/mailings': { study: STUDY, wave: 'w1', kind: 'invitation' },
  'POST /v1/events/pull': { study: STUDY },
  'POST /v1/returns': { study: STUDY, letter: '01-00001-1', reason: 1 },
  'POST /v1/blocks': { study: STUDY, person: 'nobody' },
}

const doors = ENDPOINTS.map(({ method, path }) => `${method.toUpperCase()} ${path}`)

describe('every door of the vault', () => {
  let office: TestOffice
  beforeAll(async () => {
    office = await openOffice()
  })

  it('stands in this table', () => {
    expect([...doors].sort()).toEqual(Object.keys(MAY).sort())
  })

  const knock = (door: string) => {
    const [method = '', path = ''] = door.split(' ')
    const address = path.replace(':study', STUDY).replace(':wave', 'w1').replace(':id', 'none')
    return [method, address] as const
  }

  it.each(doors)('%s asks for a sign-in', async (door) => {
    const [method, address] = knock(door)
    const response = await fetch(office.url + address, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: JSON.stringify(BODIES[door] ?? {}) } : {}),
    })
    expect([response.status, ((await response.json()) as { type: string }).type]).toEqual([
      401,
      '/problems/sign-in-needed',
    ])
  })

  it.each(doors.flatMap((door) => VAULT_ROLES.map((role) => [door, role] as const)))(
    '%s by %s',
    async (door, role) => {
      const persona = await office.as(role)
      const [method, address] = knock(door)
      const { status, body } =
        method === 'GET' ? await persona.get(address) : await persona.post(address, BODIES[door])
      const refused = status === 403 && body.type === '/problems/role-missing'
      expect(refused).toBe(!MAY[door]?.includes(role))
    },
  )
})
