import { notFound } from '@echolot/problem'
import type { House } from '../house.ts'
import { reportWithdrawn } from '../problems.ts'
import type { Staff } from '../staff/login.ts'
import { listReportLog } from '../store/report-log.ts'
import { findReport, type ReportRow } from '../store/reports.ts'
import { maySee, worksOnReports } from './visible-to.ts'

type Asking = { readonly caller: Pick<Staff, 'role'>; readonly id: string }

/** @throws not-found for reports that the caller may not see, as if there were none */
export const readReport = async (
  { caller, id }: Asking,
  { db }: Pick<House, 'db'>,
): Promise<ReportRow> => {
  const report = await findReport(db, id)
  if (!report || !maySee(caller, report)) throw notFound({ what: 'report' })
  return report
}

/** As `readReport`, for its pages. @throws report-withdrawn for those who only read */
export const readReportPages = async (
  asking: Asking,
  house: Pick<House, 'db'>,
): Promise<ReportRow> => {
  const report = await readReport(asking, house)
  if (report.state === 'withdrawn' && !worksOnReports(asking.caller))
    throw reportWithdrawn({ reason: await withdrawnBecause(house, asking.id) })
  return report
}

/** Empty for a report that was not withdrawn. */
export const withdrawnBecause = async ({ db }: Pick<House, 'db'>, id: string): Promise<string> =>
  (await listReportLog(db, id)).findLast(({ act }) => act === 'withdrawn')?.words ?? ''
