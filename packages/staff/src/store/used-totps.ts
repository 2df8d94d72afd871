import type { Insertable, Kysely } from 'kysely'
import type { StaffTables, UsedTotpTable } from './tables.ts'

/** Takes a code of the second factor for use; false when it was used before. Forgets those whose time is over. */
export const claimTotp = async (
  db: Kysely<StaffTables>,
  code: Insertable<UsedTotpTable>,
  now: number,
): Promise<boolean> => {
  await db.deleteFrom('used_totp').where('expires', '<', now).execute()
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('used_totp')
    .values(code)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows > 0n
}

/** The code was wrong or could not be used: it may be tried again. */
export const releaseTotp = (db: Kysely<StaffTables>, id: string) =>
  db.deleteFrom('used_totp').where('id', '=', id).execute()
