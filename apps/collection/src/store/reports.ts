import type { ReportState } from '@echolot/contract/reports'
import type { Insertable, Kysely } from 'kysely'
import type { ReportTable, Tables } from './tables.ts'

export const saveReport = (db: Kysely<Tables>, report: Insertable<ReportTable>) =>
  db.insertInto('report').values(report).execute()

const SUMMARY = [
  'id',
  'study',
  'wave',
  'title',
  'version',
  'state',
  'made_on',
  'made_by',
  'released_on',
  'withdrawn_on',
  'freeze_digest',
  'plan_digest',
  'code_version',
  'edition_digest',
] as const
export type ReportRow = Pick<ReportTable, (typeof SUMMARY)[number]>
/** Study, wave and title: what makes versions of one report. */
export type ReportLine = Pick<ReportTable, 'study' | 'wave' | 'title'>

/** All reports without their results, the newest first. */
export const listReports = (db: Kysely<Tables>): Promise<ReportRow[]> =>
  db
    .selectFrom('report')
    .select(SUMMARY)
    .orderBy('made_on', 'desc')
    .orderBy('version', 'desc')
    .orderBy('id')
    .execute()

export const findReport = (db: Kysely<Tables>, id: string): Promise<ReportRow | undefined> =>
  db.selectFrom('report').select(SUMMARY).where('id', '=', id).executeTakeFirst()

/** Measures as they stood at the release of a report, JSON text; null before it. */
export const findReportTracker = async (db: Kysely<Tables>, id: string): Promise<string | null> => {
  const row = await db
    .selectFrom('report')
    .select('tracker')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.tracker ?? null
}

export const saveReportTracker = (
  db: Kysely<Tables>,
  { id, tracker }: Pick<ReportTable, 'id'> & { readonly tracker: string },
) => db.updateTable('report').set({ tracker }).where('id', '=', id).execute()

/** Versions of one report, the newest first. */
export const listReportVersions = (
  db: Kysely<Tables>,
  { study, wave, title }: ReportLine,
): Promise<ReportRow[]> =>
  db
    .selectFrom('report')
    .select(SUMMARY)
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('title', '=', title)
    .orderBy('version', 'desc')
    .execute()

/** What released reports found, without their pages. */
export const listReleasedResults = (db: Kysely<Tables>) =>
  db
    .selectFrom('report')
    .select(['title', 'study', 'wave', 'released_on', 'results'])
    .where('state', '=', 'released')
    .orderBy('released_on', 'desc')
    .orderBy('id')
    .execute()

/** Goes from one state to the next; says whether it was in that state still. */
export const changeReport = async (
  db: Kysely<Tables>,
  { id, from }: { readonly id: string; readonly from: ReportState },
  change: Partial<
    Pick<ReportTable, 'state' | 'released_on' | 'released_by' | 'withdrawn_on' | 'edition_digest'>
  >,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('report')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
