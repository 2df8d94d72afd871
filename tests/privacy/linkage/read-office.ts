import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'

export type Value = string | number | bigint | Buffer | null
export type Row = Readonly<Record<string, Value>>
export type Table = {
  /** `database.table`, as findings name it. */
  readonly name: string
  readonly table: string
  readonly columns: readonly string[]
  /** Rows as they lie in the file: the order of arrival if `arrival`, else that of the primary key. */
  readonly rows: readonly Row[]
  readonly arrival: boolean
}
export type FileOnDisk = { readonly path: string; readonly bytes: Buffer }
/** Everything one office has on its disk, as a thief would find it. */
export type Office = { readonly tables: readonly Table[]; readonly files: readonly FileOnDisk[] }

/** Beyond this a value is a document, not a secret of one person; files are searched whole all the same. */
export const LONGEST = 200_000

/**
 * Reads all files below `places` and every SQLite database among them, backups too. Databases are copied with their log
 * and opened as copies: the office's own files are only read. PostgreSQL is not reached.
 */
export const readOffice = (places: readonly string[]): Office => {
  const files = places.flatMap(filesAt).map((path) => ({ path, bytes: readFileSync(path) }))
  const databases = files.filter(
    ({ bytes }) => bytes.subarray(0, 15).toString() === 'SQLite format 3',
  )
  return { files, tables: databases.flatMap(({ path }) => tablesOf(path)) }
}

const filesAt = (place: string): readonly string[] =>
  statSync(place).isDirectory()
    ? readdirSync(place).flatMap((name) => filesAt(join(place, name)))
    : [place]

const tablesOf = (path: string): readonly Table[] => {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-'))
  try {
    const copy = join(folder, 'copy.db')
    copyFileSync(path, copy)
    try {
      copyFileSync(`${path}-wal`, `${copy}-wal`)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    const database = new Sqlite(copy)
    try {
      const listed = database.pragma('table_list') as { name: string; type: string; wr: number }[]
      return listed
        .filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'))
        .map(({ name, wr }) => {
          const quoted = `"${name.replaceAll('"', '""')}"`
          const statement = database.prepare(
            `select * from ${quoted} not indexed${wr === 1 ? '' : ' order by rowid'}`,
          )
          return {
            name: `${basename(path)}/${name}`,
            table: name,
            columns: statement.columns().map((column) => column.name),
            rows: statement.all() as Row[],
            arrival: wr !== 1,
          }
        })
    } finally {
      database.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rows that name a person, or belong to one. */
export const personTables = ({ tables }: Office) =>
  tables.filter(({ columns }) => columns.includes('person'))
/** Rows that hold what one person answered. */
export const answerTables = ({ tables }: Office) =>
  tables.filter(({ columns }) => columns.includes('answers'))

export const textOf = (value: Value | undefined): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value ?? '')

/** Answers of a row by item; other contents of the column are no answers. */
export const answersOf = (row: Row): Readonly<Record<string, unknown>> => {
  try {
    const answers: unknown = JSON.parse(textOf(row.answers))
    return typeof answers === 'object' && answers !== null
      ? (answers as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}
