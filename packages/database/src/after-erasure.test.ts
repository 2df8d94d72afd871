import { readdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { afterErasure, backupInto, openDatabase, rewritten } from './index.ts'
import { ENGINES, freshPostgresUrl, freshSqliteUrl } from './testing.ts'

type Tables = { readonly leaf: { id: string; body: string } }
const MARK = 'a sentence nobody else would write'

const bytesBeside = async (file: string) => {
  const names = await readdir(dirname(file))
  const contents = await Promise.all(names.map((name) => readFile(`${dirname(file)}/${name}`)))
  return Buffer.concat(contents)
}

describe('afterErasure', () => {
  it('leaves nothing of a deleted text in the files of SQLite', async () => {
    const url = await freshSqliteUrl()
    const db = openDatabase<Tables>(url)
    await sql`create table leaf (id text primary key, body text not null) without rowid`.execute(db)
    for (let i = 0; i < 50; i++)
      await db
        .insertInto('leaf')
        .values({ id: String(i), body: `${MARK} ${i}` })
        .execute()
    await db.deleteFrom('leaf').execute()
    expect((await bytesBeside(url.slice(7))).includes(MARK)).toBe(true)
    await afterErasure(db, ['leaf'])
    expect((await bytesBeside(url.slice(7))).includes(MARK)).toBe(false)
    await db.destroy()
  })

  it.each([afterErasure, rewritten])('keeps the rows that were not deleted (%o)', async (clean) => {
    for (const [, open] of ENGINES) {
      const db = await open<Tables>()
      await sql`create table leaf (id text primary key, body text not null)`.execute(db)
      await db
        .insertInto('leaf')
        .values([
          { id: 'a', body: MARK },
          { id: 'b', body: 'stays' },
        ])
        .execute()
      await db.deleteFrom('leaf').where('id', '=', 'a').execute()
      await clean(db, ['leaf'])
      expect(await db.selectFrom('leaf').selectAll().execute()).toEqual([
        { id: 'b', body: 'stays' },
      ])
    }
  })
})

describe('backupInto', () => {
  it('copies what is committed, and no deleted text', async () => {
    const url = await freshSqliteUrl()
    const db = openDatabase<Tables>(url)
    await sql`create table leaf (id text primary key, body text not null)`.execute(db)
    await db.insertInto('leaf').values({ id: 'a', body: MARK }).execute()
    await db.insertInto('leaf').values({ id: 'b', body: 'stays' }).execute()
    await db.deleteFrom('leaf').where('id', '=', 'a').execute()
    const file = `${dirname(url.slice(7))}/copy.db`
    await backupInto(db, file)
    await db.insertInto('leaf').values({ id: 'c', body: 'later' }).execute()
    await db.destroy()
    expect((await readFile(file)).includes(MARK)).toBe(false)
    const copy = openDatabase<Tables>(`sqlite:${file}`)
    expect(await copy.selectFrom('leaf').selectAll().execute()).toEqual([
      { id: 'b', body: 'stays' },
    ])
    await copy.destroy()
  })

  it('leaves no half file, and says what was missing', async () => {
    const db = openDatabase(await freshSqliteUrl())
    await expect(backupInto(db, '/nowhere/at/all.db')).rejects.toMatchObject({
      type: 'backup-failed',
    })
    await db.destroy()
    const postgres = openDatabase(await freshPostgresUrl())
    const file = `${dirname((await freshSqliteUrl()).slice(7))}/copy.dump`
    await expect(backupInto(postgres, file, { pgDump: 'no-such-program' })).rejects.toMatchObject({
      details: { reason: 'a folder or the program pg_dump is missing' },
    })
    expect(await readdir(dirname(file))).toEqual([])
    await postgres.destroy()
  })
})
