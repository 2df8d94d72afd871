import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { findFreezePlan } from '../store/freezes.ts'

export const getFreezePlan = endpoint({
  method: 'get',
  path: '/v1/freezes/:id/plan',
  summary: 'The analysis plan as it was fixed with a data cut, byte for byte.',
  access: byRole('data_manager', 'analyst', 'auditor'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  kind: 'file',
  run: async ({ params: { id } }, { db }: House) => {
    const plan = await findFreezePlan(db, id)
    if (plan === undefined) throw notFound({ what: 'plan of this freeze' })
    return { name: `${id}-plan.json`, type: 'application/json', content: plan, shown: 'attachment' }
  },
})
