import { constants } from 'node:fs'
import { access, chmod, copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { Problem } from '@echolot/problem'
import Sqlite from 'better-sqlite3'
import { fileOf } from './open-database.ts'
import { backupUnusable, databaseInTheWay } from './problems.ts'

/**
 * Puts a copy that `backupInto` wrote in the place of a SQLite database that is gone. The copy is examined first, then
 * `prepare` works on a draft beside the place: there an office deletes again what must not come back. Only a draft that
 * is done, and on the disk, takes the place, in one step: a restore that is killed leaves the place empty or whole.
 * @throws database-in-the-way, backup-unusable, and what `prepare` throws
 */
export const restoreFrom = async (
  backup: string,
  url: string,
  prepare: (draftUrl: string) => Promise<unknown>,
): Promise<void> => {
  const place = fileOf(url)
  // A log that is left over would be played into the restored file.
  for (const file of [place, `${place}-wal`, `${place}-shm`])
    if (await isThere(file))
      throw databaseInTheWay({
        place: file,
        remedy: 'stop the office and move this file away, then restore again',
      })
  const draft = `${place}.new`
  await removeDraft(draft)
  try {
    examine(backup)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await copyFile(backup, draft, constants.COPYFILE_EXCL)
    await chmod(draft, 0o600)
    await prepare(`sqlite:${draft}`)
    await onDisk(draft)
    await rename(draft, place)
    if (process.platform !== 'win32') await onDisk(dirname(place))
  } catch (error) {
    await removeDraft(draft)
    throw error instanceof Problem ? error : unusable(backup, reasonOf(error))
  }
}

/** Reads every page of the copy, without changing it. @throws backup-unusable */
const examine = (backup: string) => {
  const database = new Sqlite(backup, { readonly: true, fileMustExist: true })
  try {
    const findings = database.pragma('integrity_check(1)', { simple: true })
    if (findings !== 'ok') throw unusable(backup, `damaged: ${findings}`)
    if (!database.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").get())
      throw unusable(backup, 'not the database of an office')
  } finally {
    database.close()
  }
}

const unusable = (place: string, reason: string) =>
  backupUnusable({
    place: basename(place),
    reason,
    remedy: 'nothing was changed; take another copy, or mend what the reason names',
  })

const removeDraft = async (draft: string) => {
  for (const ending of ['', '-wal', '-shm', '-journal']) await rm(draft + ending, { force: true })
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

const onDisk = async (path: string) => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Codes of SQLite and of the system, and sentences of Kysely's migrator; never a value of a row. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? String(error.code) : undefined
  if (code === 'SQLITE_NOTADB') return 'not a database, or cut short'
  if (code === 'SQLITE_CORRUPT') return 'damaged'
  if (code === 'SQLITE_CANTOPEN' || code === 'ENOENT') return 'there is no such file'
  if (code !== undefined) return code
  return /migration/.test(error.message) ? `of another version: ${error.message}` : error.message
}
