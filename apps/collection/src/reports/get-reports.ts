import { ReportList } from '@echolot/contract/reports'
import { endpoint } from '@echolot/http'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listReports } from '../store/reports.ts'
import { readLanguages, summaryOf } from './summary-of.ts'
import { maySee, READERS } from './visible-to.ts'

export const getReports = endpoint({
  method: 'get',
  path: '/v1/reports',
  summary: 'Reports in all their versions, as far as the reader may see them.',
  access: byRole(...READERS),
  problems: [signInNeeded, roleMissing, secondFactorNeeded],
  answer: ReportList,
  run: async ({ caller }, { db }: House) => {
    const languages = await readLanguages(db)
    return {
      reports: (await listReports(db))
        .filter((row) => maySee(caller, row))
        .map((row) => summaryOf(row, languages)),
    }
  },
})
