export { afterErasure, checkpoint, rewritten } from './after-erasure.ts'
export { backupInto } from './backup-into.ts'
export { type Engine, engineOf } from './engine.ts'
export { type GroupCommit, makeGroupCommit } from './group-commit.ts'
export { inTransaction } from './in-transaction.ts'
export { type Migration, migrate } from './migrate.ts'
export { openDatabase, openReader } from './open-database.ts'
export { probeWrite } from './probe-write.ts'
export {
  backupFailed,
  backupUnusable,
  databaseInTheWay,
  storageBusy,
  storageFailed,
  storageFull,
  translateDatabaseProblem,
} from './problems.ts'
export { restoreFrom } from './restore-from.ts'
export { whileAlone } from './while-alone.ts'
export { withoutRowid } from './without-rowid.ts'
