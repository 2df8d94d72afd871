import type { Insertable, Kysely } from 'kysely'
import type { LibraryVersionTable, Tables } from './tables.ts'

/** Every version of every entry, the newest of each first. */
export const listLibrary = (db: Kysely<Tables>) =>
  db.selectFrom('library_version').selectAll().orderBy('entry').orderBy('version', 'desc').execute()

/** Versions of one entry, the newest first. */
export const listVersions = (db: Kysely<Tables>, entry: string) =>
  db
    .selectFrom('library_version')
    .selectAll()
    .where('entry', '=', entry)
    .orderBy('version', 'desc')
    .execute()

/** Puts a version into the library; it is never changed again. */
export const saveLibraryVersion = (db: Kysely<Tables>, version: Insertable<LibraryVersionTable>) =>
  db.insertInto('library_version').values(version).execute()
