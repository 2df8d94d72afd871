import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<never>) => {
  for (const [column, type, otherwise] of [
    ['version', 'integer', 1],
    ['state', 'text', 'draft'],
    ['code_version', 'text', ''],
    ['account', 'text', '{}'],
  ] as const)
    await db.schema
      .alterTable('report')
      .addColumn(column, type, (c) => c.notNull().defaultTo(otherwise))
      .execute()
  for (const column of ['edition_digest', 'withdrawn_on'])
    await db.schema.alterTable('report').addColumn(column, 'text').execute()
  await sql`
    update report set
      state = case when released_on is null then 'draft' else 'released' end,
      version = (
        select count(*) from report as other
        where other.study = report.study and other.wave = report.wave and other.title = report.title
          and (other.made_on < report.made_on or (other.made_on = report.made_on and other.id <= report.id))
      )
  `.execute(db)
  await db.schema
    .createIndex('report_by_line')
    .on('report')
    .columns(['study', 'wave', 'title', 'version'])
    .unique()
    .execute()
  await db.schema
    .createTable('report_model')
    .addColumn('report', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('json', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('report_model_pk', ['report', 'language'])
    .execute()
  await db.schema
    .createTable('report_edition')
    .addColumn('report', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('json', 'text', (c) => c.notNull())
    .addColumn('basis', 'text', (c) => c.notNull())
    .addColumn('saved_on', 'text', (c) => c.notNull())
    .addColumn('saved_by', 'text', (c) => c.notNull())
    .addColumn('saved_by_name', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('report_edition_pk', ['report', 'language'])
    .execute()
  await db.schema
    .createTable('report_log')
    .addColumn('report', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('act', 'text', (c) => c.notNull())
    .addColumn('done_on', 'text', (c) => c.notNull())
    .addColumn('done_by', 'text', (c) => c.notNull())
    .addColumn('done_by_name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('section', 'text')
    .addColumn('about', 'integer')
    .addColumn('words', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('report_log_pk', ['report', 'ordinal'])
    .execute()
  await db.schema
    .createTable('report_file')
    .addColumn('report', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('report_file_pk', ['report', 'language', 'kind'])
    .execute()
  // Pages from before models were handed in stay as they were; who handed them in stays known.
  for (const kind of ['html', 'pdf'])
    await sql`
      insert into report_file (report, language, kind, content)
      select id, 'de', ${sql.lit(kind)}, ${sql.ref(kind)} from report
    `.execute(db)
  await sql`
    insert into report_log (report, ordinal, act, done_on, done_by, done_by_name, role, words)
    select id, 1, 'handed-in', made_on, made_by, '', 'analyst', '' from report
  `.execute(db)
  for (const column of ['html', 'pdf'])
    await db.schema.alterTable('report').dropColumn(column).execute()
}
