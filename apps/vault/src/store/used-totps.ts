import type { Insertable, Kysely } from 'kysely'
import type { Tables, UsedTotpTable } from './tables.ts'

/** Marks a code of the second factor as used; false when it was used before. Forgets those whose time is over. */
export const claimTotp = async (
  db: Kysely<Tables>,
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
