import type { AuditRow } from '@echolot/crypto/audit'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export const findAuditHead = (db: Kysely<Tables>) =>
  db.selectFrom('audit').select(['seq', 'mac']).orderBy('seq', 'desc').executeTakeFirst()

export const saveAuditRow = (db: Kysely<Tables>, row: AuditRow) =>
  db.insertInto('audit').values(row).execute()

/** Acts on one thing, in order. */
export const listAuditOf = (db: Kysely<Tables>, obj: string): Promise<AuditRow[]> =>
  db.selectFrom('audit').selectAll().where('obj', '=', obj).orderBy('seq').execute()

/** The whole chain in order. */
export const listAudit = (db: Kysely<Tables>): Promise<AuditRow[]> =>
  db.selectFrom('audit').selectAll().orderBy('seq').execute()
