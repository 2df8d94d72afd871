import type { Kysely, Transaction } from 'kysely'

/** All of `work` or nothing of it; committed, on the disk, when the promise resolves. */
export const inTransaction = <Tables, Result>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> => db.transaction().execute(work)
