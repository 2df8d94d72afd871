import { spawn } from 'node:child_process'
import { copyFile, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { verifyChain } from '@echolot/crypto/audit'
import { makeVaultKeys, withStudyKeys, writeKeyFile } from '@echolot/crypto/keys'
import { backupInto, openDatabase } from '@echolot/database'
import type { Problem } from '@echolot/problem'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  demoStudy,
  openOffice,
  PLACE,
  STUDY,
  syntheticFrame,
  type TestOffice,
  upload,
} from '../house.testing.ts'
import { type FakeCollection, openFakeCollection } from '../peer/collection.testing.ts'
import { listAudit } from '../store/audit.ts'
import { findFeed, saveFeed } from '../store/feeds.ts'
import { listKnownPersons } from '../store/persons.ts'
import { restoreVault } from './restore-vault.ts'

const PERSONS = 8

let collection: FakeCollection
let office: TestOffice
let backup: string
const database = () => join(office.folder, 'vault/vault.db')

/** A vault with letters out, and a backup of it. */
beforeEach(async () => {
  collection = await openFakeCollection()
  office = await openOffice({ collectionUrl: collection.url })
  await collection.pairWith(office.house)
  const clerk = await office.as('trust.clerk')
  const lead = await office.as('trust.lead')
  await clerk.post('/v1/frames', upload(syntheticFrame(PERSONS)))
  const { body } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
  await lead.post(`/v1/mailings/${body.id}/approval`)
  await office.house.jobs.idle()
  await clerk.post('/v1/events/pull', { study: STUDY })
  backup = join(office.folder, 'backup.db')
  await backupInto(office.house.db, backup)
})

const lose = async () => {
  await office.house.db.destroy()
  for (const ending of ['', '-wal', '-shm']) await rm(database() + ending, { force: true })
}
const restore = (changes: { readonly file?: string; readonly now?: () => Date } = {}) =>
  restoreVault(changes.file ?? backup, {
    config: office.house.config,
    log: office.house.log,
    ...(changes.now ? { now: changes.now } : {}),
  })
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('it was not refused')
    },
    ({ type, details }: Problem) => ({ type, ...details }),
  )
const there = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )

describe('a restored vault', () => {
  it('is as the backup was; who said no since is not written to', async () => {
    const [spared, other] = await listKnownPersons(office.house.db, STUDY)
    const clerk = await office.as('trust.clerk')
    const blocked = await clerk.post('/v1/blocks', { study: STUDY, person: spared?.person })
    expect(blocked.body).toEqual({ blocked: 1 })
    await office.house.db
      .updateTable('person')
      .set({ place: 'Anderswo' })
      .where('person', '=', other?.person ?? '')
      .execute()
    await lose()

    expect(await restore()).toEqual({ blocked: 1 })
    const { db, keyring } = await office.restarted()
    const rows = await db.selectFrom('person').select(['person', 'place']).execute()
    expect(rows).toHaveLength(PERSONS)
    expect(rows.filter(({ place }) => place === 'Anderswo')).toEqual([])
    const closed = await db
      .selectFrom('sample')
      .select('person')
      .where('blocked_on', 'is not', null)
      .execute()
    expect(closed).toEqual([{ person: spared?.person }])
    expect(await db.selectFrom('block').select('study').execute()).toEqual([{ study: STUDY }])
    const chain = await listAudit(db)
    expect(verifyChain(chain, keyring.office().audit).intact).toBe(true)
    expect(chain.at(-1)?.act).toBe('backup.restored')
    expect((await stat(database())).mode & 0o777).toBe(0o600)
    expect(await there(`${database()}.new`)).toBe(false)
  })

  it('goes on in the chain of messages, and reminds nobody before it has fresh news', async () => {
    const clerk = await office.as('trust.clerk')
    expect((await clerk.post('/v1/events/pull', { study: STUDY })).status).toBe(200)
    const messages = collection.state.lastSeq
    await lose()
    await restore()
    const again = await office.restarted()
    expect((await findFeed(again.db, PLACE))?.pulled_at).toMatch(/^1970/)
    await again.collection.ask({
      method: 'GET',
      path: `/peer/v1/studies/${STUDY}/meta`,
      answer: z.object({ kdf: z.string() }),
    })
    expect(collection.state.lastSeq).toBe(messages + 1)
  })

  it('deletes again what has had its time', async () => {
    await lose()
    await restore({ now: () => new Date('2031-01-01T00:00:00Z') })
    const { db } = await office.restarted()
    for (const table of ['person', 'credential', 'letter'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
    expect(await readFile(database(), 'latin1')).not.toContain('Musterstra')
  })
})

describe('a restore is refused', () => {
  it('where a database is, or its log', async () => {
    expect(await refusal(restore())).toMatchObject({
      type: 'database-in-the-way',
      place: database(),
      remedy: expect.stringContaining('move'),
    })
    await lose()
    await writeFile(`${database()}-wal`, 'left over')
    expect(await refusal(restore())).toMatchObject({ type: 'database-in-the-way' })
    expect(await readFile(`${database()}-wal`, 'utf8')).toBe('left over')
  })

  it('while the vault answers', async () => {
    await lose()
    const { port } = new URL(office.url)
    const config = { ...office.house.config, port: Number(port) }
    expect(await refusal(restoreVault(backup, { config, log: office.house.log }))).toMatchObject({
      type: 'office-running',
      place: `http://127.0.0.1:${port}`,
    })
    expect(await there(database())).toBe(false)
  })

  it.each([
    ['cut short', async (file: string) => truncate(file, 30_000)],
    ['empty', async (file: string) => truncate(file, 0)],
    ['not a database', async (file: string) => writeFile(file, 'Quitten '.repeat(9_000))],
    [
      'damaged',
      async (file: string) => {
        const bytes = await readFile(file)
        bytes.fill(0x5a, 4096 * 6, 4096 * 12)
        await writeFile(file, bytes)
      },
    ],
    ['not there', async (file: string) => rm(file)],
  ])('of a backup that is %s', async (_fault, spoil) => {
    await spoil(backup)
    await lose()
    const said = await refusal(restore())
    expect(said).toMatchObject({ type: 'backup-unusable', place: 'backup.db' })
    expect(JSON.stringify(said)).not.toContain('Muster')
    for (const ending of ['', '.new', '.new-wal'])
      expect(await there(database() + ending)).toBe(false)
  })

  it('of another vault, whose keys are others', async () => {
    await lose()
    const { keyFile, dataDirectory } = office.house.config
    await writeKeyFile(makeVaultKeys(), { file: keyFile, dataDirectory, warn: () => undefined })
    expect(await refusal(restore())).toMatchObject({
      type: 'backup-unusable',
      reason: expect.stringContaining('other keys'),
      remedy: expect.stringContaining('VAULT_KEYS'),
    })
    expect(await there(database())).toBe(false)
  })

  it('of a database with no acts in it whose link secrets do not open', async () => {
    await lose()
    const stripped = openDatabase(`sqlite:${backup}`)
    await sql`delete from audit`.execute(stripped)
    await stripped.destroy()
    const { keyFile, dataDirectory } = office.house.config
    await writeKeyFile(withStudyKeys(makeVaultKeys(), demoStudy().study), {
      file: keyFile,
      dataDirectory,
      warn: () => undefined,
    })
    expect(await refusal(restore())).toMatchObject({
      reason: expect.stringContaining('link secrets'),
    })
  })
})

it('leaves no half when it is killed', { timeout: 90_000 }, async () => {
  await saveFeed(office.house.db, {
    ...PLACE,
    seq: 0,
    received: 0,
    totals: 'x'.repeat(20_000_000),
    pulled_at: '2026-11-01T00:00:00.000Z',
    fault: null,
  })
  await rm(backup)
  await backupInto(office.house.db, backup)
  await lose()
  /** Killed that long after it has begun to write, or not at all. */
  const killedAfter = async (ms: number | undefined) => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../command.ts'), 'restore', backup],
      {
        env: { PATH: '', ECHOLOT_DATA: office.folder, PORT_VAULT: '0' },
        stdio: 'ignore',
      },
    )
    const ended = new Promise<number | null>((over) => child.on('exit', over))
    if (ms !== undefined) {
      while (child.exitCode === null && !(await there(`${database()}.new`))) await sleep(1)
      await sleep(ms)
      child.kill('SIGKILL')
    }
    return ended
  }
  let begun = 0
  for (let ms = 0; ; ms += 40) {
    await rm(`${database()}.new`, { force: true })
    const code = await killedAfter(ms)
    if (await there(`${database()}.new`)) begun += 1
    if (await there(database())) break
    expect(code).toBe(null)
    if (ms > 20_000) throw new Error('it never came to its end')
  }
  expect(begun).toBeGreaterThan(0)
  // Whenever the place is taken, it is taken by all of it.
  const { db } = await office.restarted()
  expect(await listKnownPersons(db, STUDY)).toHaveLength(PERSONS)
  expect((await listAudit(db)).at(-1)?.act).toBe('backup.restored')
  await db.destroy()
  await copyFile(database(), `${database()}.moved`)
  for (const ending of ['', '-wal', '-shm']) await rm(database() + ending, { force: true })
  // What a killed one left behind is in nobody's way.
  await copyFile(`${database()}.moved`, `${database()}.new`)
  expect(await killedAfter(undefined)).toBe(0)
})
