import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRoleFresh } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import {
  roleMissing,
  secondFactorNeeded,
  secondPersonNeeded,
  signInNeeded,
  signInTooOld,
} from '../problems.ts'
import { findReport, markReleased } from '../store/reports.ts'

export const postRelease = endpoint({
  method: 'post',
  path: '/v1/reports/:id/release',
  summary: 'The second person agrees: project leads may read the report.',
  access: byRoleFresh('data_manager'),
  problems: [
    signInNeeded,
    signInTooOld,
    roleMissing,
    secondFactorNeeded,
    secondPersonNeeded,
    notFound,
  ],
  run: async ({ caller, params: { id } }, house: House) => {
    const report = await findReport(house.db, id)
    if (!report) throw notFound({ what: 'report' })
    if (report.made_by === caller.id) throw secondPersonNeeded({})
    if (report.released_on !== null) return
    await markReleased(house.db, id, { on: dayOf(house.now()), by: caller.id })
    await writeAudit(house, { actor: caller.id, act: 'report.released', obj: id })
  },
})
