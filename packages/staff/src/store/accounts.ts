import { type Kysely, sql } from 'kysely'
import type { StaffTables } from './tables.ts'

/** An account of this office's staff, as the login's own tables have it. */
export type Account = { readonly id: string; readonly email: string }

export const listAccounts = async (db: Kysely<StaffTables>): Promise<readonly Account[]> =>
  (await sql<Account>`select "id", "email" from "user" order by "id"`.execute(db)).rows

export const findAccount = async (
  db: Kysely<StaffTables>,
  id: string,
): Promise<Account | undefined> =>
  (await sql<Account>`select "id", "email" from "user" where "id" = ${id}`.execute(db)).rows[0]

/** Who has this role, by id and name. */
export const listStaffWith = async (
  db: Kysely<StaffTables>,
  role: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  (
    await sql<{
      id: string
      name: string
    }>`select "id", "name" from "user" where "role" = ${role} order by "name", "id"`.execute(db)
  ).rows

/** Signs this account out everywhere. */
export const endSessions = async (db: Kysely<StaffTables>, { id }: Account): Promise<void> => {
  await sql`delete from "session" where "userId" = ${id}`.execute(db)
}
