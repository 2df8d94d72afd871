import Sqlite from 'better-sqlite3'
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
} from 'kysely'
import pg from 'pg'

class TransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

/** Where a database was opened from; the backup worker and the reading connection need to know. */
const urls = new WeakMap<object, string>()

/** The URL `db` was opened with. @throws RangeError for a transaction or a database not opened here. */
export const urlOf = <Tables>(db: Kysely<Tables>): string => {
  const url = urls.get(db)
  if (url === undefined) throw new RangeError('this database was not opened by openDatabase')
  return url
}

/**
 * Opens the database at `url`: `sqlite:<file>`, `sqlite::memory:` or `postgres://…`.
 *
 * Every commit is on the disk before it is acknowledged, and deleted text is overwritten. Tables keep to what both
 * engines treat alike: text, integer, double precision. One process writes to a SQLite file.
 */
export const openDatabase = <Tables>(url: string): Kysely<Tables> => {
  const dialect = isPostgres(url) ? postgres(url) : sqlite(fileOf(url), 'write')
  const db = new Kysely<Tables>({ dialect })
  urls.set(db, url)
  return db
}

/**
 * A second connection that can only read, so that a long report waits for no transaction. Sees what is committed.
 * A database in memory has one connection only: there it is `db` itself.
 */
export const openReader = <Tables>(db: Kysely<Tables>): Kysely<Tables> => {
  const url = urlOf(db)
  if (isPostgres(url) || url === 'sqlite::memory:') return db
  return new Kysely<Tables>({ dialect: sqlite(fileOf(url), 'read') })
}

const isPostgres = (url: string) => /^postgres(ql)?:\/\//.test(url)

export const fileOf = (url: string): string => {
  if (url.startsWith('sqlite:') && url.length > 7) return url.slice(7)
  throw new RangeError('a database is named sqlite:<file>, sqlite::memory: or postgres://…')
}

const sqlite = (file: string, use: 'read' | 'write') => {
  const database = new Sqlite(file, { readonly: use === 'read' })
  if (use === 'write') {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('secure_delete = ON')
  }
  database.pragma('foreign_keys = ON')
  database.pragma('trusted_schema = OFF')
  // While SQLite waits for a lock, the whole process waits.
  database.pragma('busy_timeout = 250')
  const dialect = new SqliteDialect({ database: rememberingStatements(database) })
  return use === 'write' ? writersTransactions(dialect, database) : dialect
}

/** Texts of statements kept prepared; the offices have some two hundred. */
const MOST_STATEMENTS = 1_000

/** Preparing a statement costs more than running it; each text is prepared once. */
const rememberingStatements = (database: Sqlite.Database): SqliteDatabase => {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare: (text) => {
      const known = prepared.get(text)
      if (known) return known
      if (prepared.size >= MOST_STATEMENTS) prepared.clear()
      const statement = database.prepare(text) as unknown as SqliteStatement
      prepared.set(text, statement)
      return statement
    },
  }
}

/**
 * Transactions as a writer needs them. They take the write lock at once: one that reads first and finds another process
 * has written meanwhile could not go on, and waiting would not help it. A full disk makes SQLite roll back by itself;
 * Kysely's own rollback would then fail, and its error would hide the one that matters.
 */
const writersTransactions = (dialect: SqliteDialect, database: Sqlite.Database): SqliteDialect => {
  const createDriver = dialect.createDriver.bind(dialect)
  dialect.createDriver = () => {
    const driver = createDriver()
    const rollback = driver.rollbackTransaction.bind(driver)
    driver.beginTransaction = async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    }
    driver.rollbackTransaction = async (connection) => {
      if (database.inTransaction) await rollback(connection)
    }
    return driver
  }
  // Kysely leaves migrations of SQLite outside of transactions, for tables that are rebuilt without foreign keys. None
  // of ours is, and a process that ends in the middle must not leave half of one.
  dialect.createAdapter = () => new TransactionalDdl()
  return dialect
}

// Counts are int8, which pg gives as strings; ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const postgres = (connectionString: string) => {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    query_timeout: 30_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    lock_timeout: 5_000,
    options: '-c synchronous_commit=on',
  })
  // Without a listener a restart of the server would end this process; the next query opens a new connection.
  pool.on('error', () => {})
  return new PostgresDialect({ pool })
}
