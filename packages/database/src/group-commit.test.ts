import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { makeGroupCommit, migrate } from './index.ts'
import { ENGINES } from './testing.ts'

type Tables = { readonly leaf: { id: string } }
const migrations = {
  '0001-leaf': {
    up: async (db: import('kysely').Kysely<never>) => {
      await db.schema
        .createTable('leaf')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .execute()
    },
  },
}

describe.each(ENGINES)('makeGroupCommit (%s)', (engine, open) => {
  const opened = async () => {
    const db = await open<Tables>()
    await migrate(db, migrations)
    const together = makeGroupCommit(db)
    const keep = (id: string, fault?: Error) =>
      together(async (transaction) => {
        await transaction.insertInto('leaf').values({ id }).execute()
        if (fault) throw fault
        return id
      })
    const kept = async () =>
      (await db.selectFrom('leaf').select('id').orderBy('id').execute()).map(({ id }) => id)
    return { db, keep, kept }
  }

  it('keeps the work of all and gives each its own result', async () => {
    const { keep, kept } = await opened()
    const names = Array.from({ length: 150 }, (_, n) => String(n).padStart(3, '0'))
    expect(await Promise.all(names.map((name) => keep(name)))).toEqual(names)
    expect(await kept()).toEqual(names)
  })

  it('undoes what fails alone, and tells only the one who sent it', async () => {
    const { keep, kept } = await opened()
    const outcomes = await Promise.allSettled([
      keep('a'),
      keep('b', new Error('no')),
      keep('a'),
      keep('c'),
    ])
    const [first, other, second, last] = outcomes.map(({ status }) => status)
    expect([other, last]).toEqual(['rejected', 'fulfilled'])
    // Both have the same name: which one comes first is for the engine to say.
    expect([first, second].toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await kept()).toSorted()).toEqual(['a', 'c'])
  })

  it.runIf(engine === 'sqlite')('fails all when the disk is full, and works again', async () => {
    const { db, keep, kept } = await opened()
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(db)
    const outcomes = await Promise.allSettled([keep('a'), keep('x'.repeat(9_000)), keep('b')])
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_FULL' } })
    expect(await kept()).toEqual([])
    await sql`pragma max_page_count = 1000000`.execute(db)
    await keep('c')
    expect(await kept()).toEqual(['c'])
  })
})
