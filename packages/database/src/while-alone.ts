import Sqlite from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { engineOf } from './engine.ts'
import { fileOf, urlOf } from './open-database.ts'

/** How long another process may take to bring the tables up to date, in milliseconds. */
const PATIENCE = 30_000

/**
 * Does `work`, e.g. changes to the tables, while no other process does the same with this database; a server and a
 * command that start at one moment come one after the other. The lock ends with the process that holds it, however that
 * ends. @throws what the engine says if the other one takes longer than half a minute
 */
export const whileAlone = async <Tables, Result>(
  db: Kysely<Tables>,
  work: () => Promise<Result>,
): Promise<Result> => {
  if (engineOf(db) === 'postgres') return besideNobodyOnServer(db, work)
  const url = urlOf(db)
  return url === 'sqlite::memory:' ? work() : besideNobodyAtFile(`${fileOf(url)}-alone`, work)
}

/** An empty SQLite file beside the database: its lock is the one thing that all systems release by themselves. */
const besideNobodyAtFile = async <Result>(
  file: string,
  work: () => Promise<Result>,
): Promise<Result> => {
  const lock = new Sqlite(file, { timeout: PATIENCE })
  try {
    lock.exec('begin exclusive')
    return await work()
  } finally {
    lock.close()
  }
}

/** The number stands for Echolot's tables; a lock of the server belongs to one connection. */
const besideNobodyOnServer = <Tables, Result>(
  db: Kysely<Tables>,
  work: () => Promise<Result>,
): Promise<Result> =>
  db.connection().execute(async (connection) => {
    await sql`select set_config('lock_timeout', ${String(PATIENCE)}, false)`.execute(connection)
    await sql`select pg_advisory_lock(7342650118)`.execute(connection)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(7342650118)`.execute(connection)
      await sql`reset lock_timeout`.execute(connection)
    }
  })
