import { FreezeList } from '@echolot/contract/freezes'
import { endpoint } from '@echolot/http'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listFreezes } from '../store/freezes.ts'
import { summaryOf } from './summary-of.ts'

export const getFreezes = endpoint({
  method: 'get',
  path: '/v1/freezes',
  summary: 'All data cuts with their digests.',
  access: byRole('data_manager', 'analyst', 'auditor'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded],
  answer: FreezeList,
  run: async (_asked, { db }: House) => ({ freezes: (await listFreezes(db)).map(summaryOf) }),
})
