import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { notFound } from '@echolot/problem'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { openDatabase, probeWrite, translateDatabaseProblem } from './index.ts'
import { ENGINES, freshPostgresUrl } from './testing.ts'

const failing = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing failed')
}
const withCode = (code: string) => Object.assign(new Error('words of the engine'), { code })

describe('translateDatabaseProblem', () => {
  it.each([
    ['SQLITE_FULL', 'storage-full'],
    ['ENOSPC', 'storage-full'],
    ['53100', 'storage-full'],
    ['SQLITE_BUSY', 'storage-busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'storage-busy'],
    ['40001', 'storage-busy'],
    ['40P01', 'storage-busy'],
    ['55P03', 'storage-busy'],
    ['SQLITE_IOERR_WRITE', 'storage-failed'],
    ['SQLITE_READONLY', 'storage-failed'],
    ['57P01', 'storage-failed'],
    ['08006', 'storage-failed'],
    ['ECONNREFUSED', 'storage-failed'],
  ])('makes %s %s, with a time to try again', (code, type) => {
    const problem = translateDatabaseProblem(withCode(code))
    expect(problem).toMatchObject({ type, status: 503 })
    expect(problem?.details).toEqual({ retryAfter: expect.any(Number) })
  })

  it.each(['SQLITE_CONSTRAINT_UNIQUE', '23505', '42601', 'SQLITE_ERROR', ''])(
    'leaves %s alone: that is no fault of storage',
    (code) => expect(translateDatabaseProblem(withCode(code))).toBeUndefined(),
  )

  it('leaves problems and what is no error alone', () => {
    expect(translateDatabaseProblem(notFound({ what: 'x' }))).toBeUndefined()
    expect(translateDatabaseProblem('SQLITE_FULL')).toBeUndefined()
  })

  it('knows a full SQLite file when it meets one, which reads and recovers', async () => {
    const db = await ENGINES[0]?.[1]<{ readonly leaf: { body: string } }>()
    if (!db) throw new Error('SQLite is the first engine')
    await sql`create table leaf (body text not null)`.execute(db)
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count)}`.execute(db)
    const insert = () =>
      db
        .insertInto('leaf')
        .values({ body: 'x'.repeat(50_000) })
        .execute()
    expect(translateDatabaseProblem(await failing(insert))).toMatchObject({ type: 'storage-full' })
    expect(await db.selectFrom('leaf').selectAll().execute()).toEqual([])
    await sql`pragma max_page_count = 100000`.execute(db)
    await insert()
  })

  it('knows a SQLite file locked by another process, and waits no longer than 250 ms', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'locked-'))
    const file = join(folder, 'test.db')
    const db = openDatabase(`sqlite:${file}`)
    await probeWrite(db)
    const other = new Sqlite(file)
    other.exec('begin immediate')
    const start = performance.now()
    const error = await failing(() => probeWrite(db))
    expect(performance.now() - start).toBeLessThan(1_000)
    expect(translateDatabaseProblem(error)).toMatchObject({ type: 'storage-busy' })
    other.exec('rollback')
    await probeWrite(db)
    other.close()
    await db.destroy()
    await rm(folder, { recursive: true })
  })

  it('knows a PostgreSQL that is not there', async () => {
    const db = openDatabase('postgres://nobody@127.0.0.1:1/nothing')
    const error = await failing(() => probeWrite(db))
    expect(translateDatabaseProblem(error)).toMatchObject({ type: 'storage-failed' })
    await db.destroy()
  })

  it('survives PostgreSQL cutting its connections, and goes on', async () => {
    const url = await freshPostgresUrl()
    const db = openDatabase(url)
    await probeWrite(db)
    const client = new pg.Client(url)
    await client.connect()
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
    )
    await client.end()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await probeWrite(db)
    await db.destroy()
  })
})

describe.each(ENGINES)('probeWrite (%s)', (_engine, open) => {
  it('writes one row, however often', async () => {
    const db = await open<{ readonly write_probe: { id: number; mark: number } }>()
    await probeWrite(db)
    const [before] = await db.selectFrom('write_probe').selectAll().execute()
    await probeWrite(db)
    const after = await db.selectFrom('write_probe').selectAll().execute()
    expect(after).toHaveLength(1)
    expect(after[0]).not.toEqual(before)
  })
})
