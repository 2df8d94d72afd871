import { type Kysely, sql } from 'kysely'
import { engineOf } from './engine.ts'

/** SQLite: moves all committed pages into the file and empties the log. PostgreSQL does this by itself. */
export const checkpoint = async <Tables>(db: Kysely<Tables>): Promise<void> => {
  if (engineOf(db) === 'sqlite') await sql`pragma wal_checkpoint(TRUNCATE)`.execute(db)
}

/**
 * Makes deleted rows of `tables` unreadable on the disk: SQLite empties its log (its pages were already overwritten),
 * PostgreSQL vacuums the tables. To be called after the transaction that deleted, never within.
 */
export const afterErasure = async <Tables>(
  db: Kysely<Tables>,
  tables: readonly (keyof Tables & string)[],
): Promise<void> => {
  if (engineOf(db) === 'sqlite') return checkpoint(db)
  for (const table of tables) await sql`vacuum ${sql.table(table)}`.execute(db)
}

/**
 * As `afterErasure`, and writes the tables anew (SQLite: the whole file), so that nothing of the old order stays. For a
 * closed wave; the office stands still meanwhile.
 */
export const rewritten = async <Tables>(
  db: Kysely<Tables>,
  tables: readonly (keyof Tables & string)[],
): Promise<void> => {
  if (engineOf(db) === 'sqlite') {
    await sql`vacuum`.execute(db)
    return checkpoint(db)
  }
  for (const table of tables) await sql`vacuum (full) ${sql.table(table)}`.execute(db)
}
