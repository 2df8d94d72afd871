import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import { engineOf } from './engine.ts'

/**
 * For `createTable(…).$call(withoutRowid(db))`: on SQLite the rows then lie in the order of their random primary key,
 * so the table does not tell who came first. PostgreSQL has no such number to leave out.
 */
export const withoutRowid =
  (db: Pick<Kysely<unknown>, 'getExecutor'>) =>
  <Table extends string, Column extends string>(
    table: CreateTableBuilder<Table, Column>,
  ): CreateTableBuilder<Table, Column> =>
    engineOf(db) === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table
