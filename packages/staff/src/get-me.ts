import { Me } from '@echolot/contract/staff'
import { endpoint } from '@echolot/http'
import { anyStaff } from './by-role.ts'
import { signInNeeded } from './problems.ts'

/** Who is signed in, and whether the second factor is still to be set up. */
export const getMe = endpoint({
  method: 'get',
  path: '/v1/me',
  summary: 'Who is signed in, and whether the second factor is still to be set up.',
  access: anyStaff<string>,
  problems: [signInNeeded],
  answer: Me,
  run: ({ caller: { name, email, role, secondFactor } }): Me => ({
    name,
    email,
    role,
    secondFactor,
  }),
})
