import { ReportList } from '@echolot/contract/reports'
import { endpoint } from '@echolot/http'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listReports } from '../store/reports.ts'
import { visibleTo } from './visible-to.ts'

export const getReports = endpoint({
  method: 'get',
  path: '/v1/reports',
  summary: 'Reports with their digests; project leads see released ones only.',
  access: byRole('analyst', 'data_manager', 'lead'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded],
  answer: ReportList,
  run: async ({ caller }, { db }: House) => ({
    reports: (await listReports(db, visibleTo(caller))).map((row) => ({
      id: row.id,
      study: row.study,
      wave: row.wave,
      title: row.title,
      state: row.released_on === null ? ('draft' as const) : ('released' as const),
      madeOn: row.made_on,
      releasedOn: row.released_on,
      freezeDigest: row.freeze_digest,
      planDigest: row.plan_digest,
    })),
  }),
})
