import type { Kysely } from 'kysely'
import type { StaffTables } from './tables.ts'

/** Marks of the other office's staff, as it told them last; in order, so that the order tells nothing. */
export const listStaffMarks = async (db: Kysely<StaffTables>): Promise<readonly string[]> => {
  const rows = await db.selectFrom('staff_mark').select('mark').orderBy('mark').execute()
  return rows.map(({ mark }) => mark)
}

export const hasStaffMark = async (db: Kysely<StaffTables>, mark: string): Promise<boolean> =>
  (await db.selectFrom('staff_mark').select('mark').where('mark', '=', mark).execute()).length > 0

/** Puts these marks in the place of those told before. */
export const saveStaffMarks = async (
  db: Kysely<StaffTables>,
  marks: readonly string[],
): Promise<void> => {
  await db.deleteFrom('staff_mark').execute()
  if (marks.length > 0)
    await db
      .insertInto('staff_mark')
      .values(marks.map((mark) => ({ mark })))
      .execute()
}

/** For a new pair: marks were made with the secret of the former one. */
export const forgetStaffMarks = (db: Kysely<StaffTables>): Promise<void> => saveStaffMarks(db, [])
