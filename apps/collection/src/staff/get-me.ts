import { Me } from '@echolot/contract/staff'
import { endpoint } from '@echolot/http'
import { byStaff } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { signInNeeded } from '../problems.ts'

export const getMe = endpoint({
  method: 'get',
  path: '/v1/me',
  summary: 'Who is signed in, and whether the second factor is still to be set up.',
  access: byStaff,
  problems: [signInNeeded],
  answer: Me,
  run: ({ caller: { name, email, role, secondFactor } }, { config }: House): Me => ({
    name,
    email,
    role,
    secondFactor:
      secondFactor === 'on' ? 'on' : config.secondFactor === 'demo' ? 'waived-demo' : 'due',
  }),
})
