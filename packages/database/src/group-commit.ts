import { type Kysely, sql, type Transaction } from 'kysely'
import { engineOf } from './engine.ts'
import { inTransaction } from './in-transaction.ts'

/** All of `work` or nothing of it; committed, on the disk, when the promise resolves. */
export type GroupCommit<Tables> = <Result>(
  work: (transaction: Transaction<Tables>) => Promise<Result>,
) => Promise<Result>

type Waiting<Tables> = {
  readonly work: (transaction: Transaction<Tables>) => Promise<unknown>
  readonly resolve: (result: never) => void
  readonly reject: (error: unknown) => void
}

/** So many pieces of work share one commit at most: the last of them waits for all. */
const LARGEST_GROUP = 64

/**
 * As `inTransaction`, for many small pieces of work at a time. On SQLite, whatever has come in while the disk was
 * written to is committed together: one wait for the disk instead of one each. A piece that fails is undone alone, by a
 * savepoint; when the commit fails, all have failed. PostgreSQL does this by itself.
 */
export const makeGroupCommit = <Tables>(db: Kysely<Tables>): GroupCommit<Tables> => {
  if (engineOf(db) === 'postgres') return (work) => inTransaction(db, work)
  const queue: Waiting<Tables>[] = []
  let state: 'idle' | 'running' = 'idle'
  const run = async () => {
    while (queue.length > 0) await commitTogether(db, queue.splice(0, LARGEST_GROUP))
    state = 'idle'
  }
  return (work) =>
    new Promise((resolve, reject) => {
      queue.push({ work, resolve, reject })
      if (state === 'running') return
      state = 'running'
      // Requests that were read in the same turn join in.
      setImmediate(() => void run())
    })
}

type Outcome = { readonly result: unknown } | { readonly error: unknown }

const commitTogether = async <Tables>(
  db: Kysely<Tables>,
  group: readonly Waiting<Tables>[],
): Promise<void> => {
  let outcomes: readonly Outcome[]
  try {
    outcomes = await inTransaction(db, async (transaction) => {
      const all: Outcome[] = []
      for (const { work } of group) all.push(await attempted(transaction, work))
      return all
    })
  } catch (error) {
    for (const { reject } of group) reject(error)
    return
  }
  for (const [place, { resolve, reject }] of group.entries()) {
    const outcome = outcomes[place] as Outcome
    if ('error' in outcome) reject(outcome.error)
    else resolve(outcome.result as never)
  }
}

const attempted = async <Tables>(
  transaction: Transaction<Tables>,
  work: Waiting<Tables>['work'],
): Promise<Outcome> => {
  await sql`savepoint piece`.execute(transaction)
  try {
    const result = await work(transaction)
    await sql`release piece`.execute(transaction)
    return { result }
  } catch (error) {
    try {
      await sql`rollback to piece`.execute(transaction)
      await sql`release piece`.execute(transaction)
    } catch {
      // The engine has undone the whole transaction already, e.g. for a full disk: nobody's work is kept.
      throw error
    }
    return { error }
  }
}
