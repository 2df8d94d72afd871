import { execFile } from 'node:child_process'
import { mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { type Kysely, sql } from 'kysely'
import { engineOf } from './engine.ts'
import { fileOf, urlOf } from './open-database.ts'
import { backupFailed } from './problems.ts'

/**
 * Writes a whole, consistent copy of the database to `file`, while the office goes on. SQLite: a database without free
 * pages, so without deleted text. PostgreSQL: an archive for `pg_restore`. The file is there whole or not at all.
 * @throws backup-failed with the tool that is missing or what the system said, by its code
 */
export const backupInto = async <Tables>(
  db: Kysely<Tables>,
  file: string,
  { pgDump = 'pg_dump' }: { readonly pgDump?: string } = {},
): Promise<void> => {
  const draft = `${file}.new`
  await rm(draft, { force: true })
  try {
    // Whoever else works on this machine reads no byte of it.
    await (await open(draft, 'wx', 0o600)).close()
    if (urlOf(db) === 'sqlite::memory:') await sql`vacuum into ${draft}`.execute(db)
    else if (engineOf(db) === 'sqlite') await vacuumInto(fileOf(urlOf(db)), draft)
    else await dump(new URL(urlOf(db)), draft, pgDump)
    await onDisk(draft)
    await rename(draft, file)
    if (process.platform !== 'win32') await onDisk(dirname(file))
  } catch (error) {
    await rm(draft, { force: true })
    throw backupFailed({ reason: codeOf(error) })
  }
}

const vacuumInto = (from: string, into: string) =>
  new Promise<void>((resolve, reject) => {
    const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), {
      workerData: { from, into },
    })
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the copying thread ended with ${code}`)))
  })

/** The password goes by a file of its own: arguments can be read by every user of the machine. */
const dump = async (url: URL, into: string, tool: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'backup-'))
  try {
    const passfile = join(folder, 'pass')
    const password = decodeURIComponent(url.password).replaceAll(/[\\:]/g, '\\$&')
    await writeFile(passfile, `*:*:*:*:${password}\n`, { mode: 0o600 })
    const from = new URL(url)
    from.password = ''
    from.searchParams.set('passfile', passfile)
    await promisify(execFile)(tool, ['--format=custom', `--file=${into}`, `--dbname=${from}`])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const onDisk = async (path: string) => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const codeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return 'unknown'
  return error.code === 'ENOENT' ? 'a folder or the program pg_dump is missing' : String(error.code)
}
