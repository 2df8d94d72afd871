import { defineProblem, Problem } from '@echolot/problem'

type Wait = {
  /** Seconds after which another try makes sense; the writer puts it into the `Retry-After` header. */
  readonly retryAfter: number
}

export const storageFull = defineProblem<Wait>(
  'storage-full',
  503,
  'Nothing can be saved at the moment: the disk is full.',
)
export const storageBusy = defineProblem<Wait>(
  'storage-busy',
  503,
  'Nothing can be saved at the moment: the database is busy.',
)
export const storageFailed = defineProblem<Wait>(
  'storage-failed',
  503,
  'Nothing can be saved at the moment: the database does not answer.',
)

export const backupFailed = defineProblem<{ readonly reason: string }>(
  'backup-failed',
  500,
  'The backup could not be written.',
)

/** A file that stands where something is to be put, or that cannot be used, and what to do. */
type Obstacle = { readonly place: string; readonly remedy: string }

export const databaseInTheWay = defineProblem<Obstacle>(
  'database-in-the-way',
  409,
  'There is a database already; none is ever overwritten.',
)
export const backupUnusable = defineProblem<Obstacle & { readonly reason: string }>(
  'backup-unusable',
  422,
  'This backup cannot be restored.',
)

const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', '53100'])
const BUSY = /^(SQLITE_BUSY|SQLITE_LOCKED|40001$|40P01$|55P03$|57014$|53300$|25P03$)/
const FAILED =
  /^(SQLITE_(IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|PROTOCOL|NOMEM)|08|57P0|58|XX|53|EIO$|EROFS$|ECONN|EPIPE$|ENOTFOUND$|EHOSTUNREACH$)/

/** The problem which a database's error is to the outside, or undefined when it is none of storage (a bug, a broken rule). */
export const translateDatabaseProblem = (error: unknown): Problem | undefined => {
  if (error instanceof Problem || !(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (FULL.has(code)) return storageFull({ retryAfter: 60 })
  if (BUSY.test(code)) return storageBusy({ retryAfter: 1 })
  if (FAILED.test(code) || LOST.test(error.message)) return storageFailed({ retryAfter: 10 })
  return undefined
}

/** What pg says, without a code, when the server went away or was too slow. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/
