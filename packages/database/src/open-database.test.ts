import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import {
  engineOf,
  inTransaction,
  migrate,
  openDatabase,
  openReader,
  withoutRowid,
} from './index.ts'
import { ENGINES, freshSqliteUrl } from './testing.ts'

type Tables = { readonly leaf: { id: string; size: number } }

const migrations = {
  '0001-leaf': {
    up: async (db: import('kysely').Kysely<never>) => {
      await db.schema
        .createTable('leaf')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('size', 'double precision', (c) => c.notNull())
        .$call(withoutRowid(db))
        .execute()
    },
  },
}

describe.each(ENGINES)('openDatabase (%s)', (engine, open) => {
  it('knows its engine, also in a transaction', async () => {
    const db = await open<Tables>()
    expect(engineOf(db)).toBe(engine)
    expect(await inTransaction(db, async (transaction) => engineOf(transaction))).toBe(engine)
  })

  it('migrates once and keeps what it is given', async () => {
    const db = await open<Tables>()
    expect(await migrate(db, migrations)).toEqual(['0001-leaf'])
    expect(await migrate(db, migrations)).toEqual([])
    await db.insertInto('leaf').values({ id: 'a', size: 0.1 }).execute()
    expect(await db.selectFrom('leaf').selectAll().execute()).toEqual([{ id: 'a', size: 0.1 }])
  })

  it('leaves nothing of a migration that ends in the middle', async () => {
    const db = await open<Tables>()
    const half = async (up: import('kysely').Kysely<never>) => {
      await migrations['0001-leaf'].up(up)
      throw new Error('no')
    }
    await expect(migrate(db, { '0001-leaf': { up: half } })).rejects.toThrow('no')
    expect(await migrate(db, migrations)).toEqual(['0001-leaf'])
  })

  it('counts in numbers', async () => {
    const db = await open<Tables>()
    await migrate(db, migrations)
    const { n } = await db
      .selectFrom('leaf')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(n).toBe(0)
  })

  it('undoes all of a transaction that fails', async () => {
    const db = await open<Tables>()
    await migrate(db, migrations)
    const failing = inTransaction(db, async (transaction) => {
      await transaction.insertInto('leaf').values({ id: 'a', size: 1 }).execute()
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await db.selectFrom('leaf').selectAll().execute()).toEqual([])
  })

  it('reads beside an open transaction, and cannot write there', async () => {
    const db = await open<Tables>()
    await migrate(db, migrations)
    const reader = openReader(db)
    await inTransaction(db, async (transaction) => {
      await transaction.insertInto('leaf').values({ id: 'a', size: 1 }).execute()
      expect(await reader.selectFrom('leaf').selectAll().execute()).toEqual([])
    })
    expect(await reader.selectFrom('leaf').select('id').execute()).toEqual([{ id: 'a' }])
    if (engine === 'sqlite') {
      const writing = reader.insertInto('leaf').values({ id: 'b', size: 1 }).execute()
      await expect(writing).rejects.toThrow('readonly')
      await reader.destroy()
    }
  })
})

describe('openDatabase on SQLite', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['secure_delete', 1],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['busy_timeout', 250],
  ])('sets %s to %s', async (pragma, value) => {
    const db = await ENGINES[0]?.[1]<Tables>()
    if (!db) throw new Error('SQLite is the first engine')
    const { rows } = await sql`pragma ${sql.raw(pragma)}`.execute(db)
    expect(Object.values(rows[0] as object)).toEqual([value])
  })

  it('says that the disk is full when a transaction fills it, and works again afterwards', async () => {
    const db = await ENGINES[0]?.[1]<Tables>()
    if (!db) throw new Error('SQLite is the first engine')
    await migrate(db, migrations)
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(db)
    const insert = (id: string) =>
      inTransaction(db, (transaction) =>
        transaction
          .insertInto('leaf')
          .values({ id: id.repeat(5_000), size: 1 })
          .execute(),
      )
    await expect(insert('a')).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    await sql`pragma max_page_count = 1000000`.execute(db)
    await insert('b')
    expect(await db.selectFrom('leaf').select('size').execute()).toHaveLength(1)
  })

  it('lets a second process read and write between the steps of others, without a lost lock', async () => {
    const url = await freshSqliteUrl()
    const [server, command] = [openDatabase<Tables>(url), openDatabase<Tables>(url)]
    await migrate(server, migrations)
    const readThenWrite = (db: typeof server, id: string) =>
      inTransaction(db, async (transaction) => {
        await transaction.selectFrom('leaf').selectAll().execute()
        await transaction.insertInto('leaf').values({ id, size: 1 }).execute()
      })
    for (let n = 0; n < 20; n++) {
      await readThenWrite(server, `server ${n}`)
      await readThenWrite(command, `command ${n}`)
    }
    expect(await server.selectFrom('leaf').select('id').execute()).toHaveLength(40)
    const late = inTransaction(server, async () => {
      await expect(readThenWrite(command, 'late')).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
    })
    await late
    await Promise.all([server.destroy(), command.destroy()])
  })

  it('refuses a URL it does not understand', () => {
    expect(() => openDatabase('mysql://localhost')).toThrow(RangeError)
    expect(() => openDatabase('sqlite:')).toThrow(RangeError)
  })
})
