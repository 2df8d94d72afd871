import type { Staff } from '../staff/login.ts'
import type { ReportRow } from '../store/reports.ts'

/** Everybody who may have anything to do with reports. */
export const READERS = ['analyst', 'data_manager', 'carrier', 'job_centre', 'lead'] as const

/** Those who make reports see all of them. */
export const worksOnReports = ({ role }: Pick<Staff, 'role'>): boolean =>
  role === 'analyst' || role === 'data_manager'

const isCommenter = ({ role }: Pick<Staff, 'role'>): boolean =>
  role === 'carrier' || role === 'job_centre'

/** Drafts are for those who work on them, comments for those who were asked; everybody else waits for the release. */
export const maySee = (
  caller: Pick<Staff, 'role'>,
  { state, released_on }: Pick<ReportRow, 'state' | 'released_on'>,
): boolean =>
  worksOnReports(caller) ||
  // What was released and taken back says so to everybody who could have read it.
  released_on !== null ||
  (state === 'in-comment' && isCommenter(caller))
