import { type Kysely, sql } from 'kysely'

/** Each answer is coded on one or both of two seats, and who sits there may change. */
export const up = async (db: Kysely<never>) => {
  await db.schema
    .alterTable('coding_task')
    .addColumn('seat', 'text', (c) => c.notNull().defaultTo('first'))
    .execute()
  await sql`update coding_task set seat = 'second' where exists (
    select 1 from open_answer join coding on coding.study = open_answer.study
      and coding.wave = open_answer.wave and coding.item = open_answer.item
    where open_answer.id = coding_task.answer and coding.second_coder = coding_task.coder)`.execute(
    db,
  )
  await db.schema
    .createTable('former_coder')
    .addColumn('study', 'text', (c) => c.notNull())
    .addColumn('wave', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('seat', 'text', (c) => c.notNull())
    .addColumn('coder', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('left_on', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('former_coder_pk', ['study', 'wave', 'item', 'seat', 'coder'])
    .execute()
}
