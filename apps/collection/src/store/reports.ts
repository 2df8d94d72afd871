import type { Insertable, Kysely } from 'kysely'
import type { ReportTable, Tables } from './tables.ts'

export const saveReport = (db: Kysely<Tables>, report: Insertable<ReportTable>) =>
  db.insertInto('report').values(report).execute()

const SUMMARY = [
  'id',
  'study',
  'wave',
  'title',
  'made_on',
  'made_by',
  'released_on',
  'freeze_digest',
  'plan_digest',
] as const

/** Reports without their pages, the newest first: all, or only what was released. */
export const listReports = (db: Kysely<Tables>, which: 'all' | 'released') =>
  db
    .selectFrom('report')
    .select(SUMMARY)
    .$if(which === 'released', (query) => query.where('released_on', 'is not', null))
    .orderBy('made_on', 'desc')
    .orderBy('id')
    .execute()

export const findReport = (db: Kysely<Tables>, id: string) =>
  db.selectFrom('report').select(SUMMARY).where('id', '=', id).executeTakeFirst()

/** What released reports found, without their pages. */
export const listReleasedResults = (db: Kysely<Tables>) =>
  db
    .selectFrom('report')
    .select(['title', 'study', 'wave', 'released_on', 'results'])
    .where('released_on', 'is not', null)
    .orderBy('released_on', 'desc')
    .orderBy('id')
    .execute()

/** One of the finished pages of a report, and whether it is released. */
export const findReportPage = (db: Kysely<Tables>, id: string, page: 'html' | 'pdf') =>
  db
    .selectFrom('report')
    .select([`${page} as content`, 'released_on', 'title'])
    .where('id', '=', id)
    .executeTakeFirst()

export const markReleased = (
  db: Kysely<Tables>,
  id: string,
  { on, by }: { readonly on: string; readonly by: string },
) =>
  db.updateTable('report').set({ released_on: on, released_by: by }).where('id', '=', id).execute()
