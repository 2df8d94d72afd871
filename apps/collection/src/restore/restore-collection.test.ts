import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { type CollectionKeys, makeCollectionKeys, writeKeyFile } from '@echolot/crypto/keys'
import { backupInto, openDatabase } from '@echolot/database'
import { beforeEach, expect, it } from 'vitest'
import { answerWhole, makeOffice, STUDY, WAVE } from '../house.testing.ts'
import { flushWave } from '../responses/flush-wave.ts'
import { findPeer } from '../store/peers.ts'
import type { Tables } from '../store/tables.ts'
import { noteChainPlace } from './chain-place.ts'
import { restoreCollection } from './restore-collection.ts'

let office: Awaited<ReturnType<typeof makeOffice>>
let backup: string

/** Where the office's database stood. */
const place = () => join(office.house.config.dataDirectory, 'collection.db')
const haveKeys = (keys: CollectionKeys) => {
  const { keyFile: file, dataDirectory } = office.house.config
  return writeKeyFile(keys, { file, dataDirectory, warn: () => undefined })
}
const databaseUrl = () => `sqlite:${place()}`
const restore = () =>
  restoreCollection(backup, {
    config: { ...office.house.config, databaseUrl: databaseUrl() },
    log: office.house.log,
  })

beforeEach(async () => {
  office = await makeOffice()
  const { browser } = await answerWhole(office, { mood: 1 })
  await answerWhole(office, { mood: 5 })
  await flushWave(
    { place: { study: STUDY, wave: WAVE }, which: 'completed', actor: 'test' },
    office.house,
  )
  backup = join(office.house.config.dataDirectory, '../backup.db')
  await backupInto(office.house.db, backup)
  await browser.withdraw().expect(204)
  await haveKeys(office.house.keyring.office())
})

it('takes the place with what was withdrawn since deleted already (F27)', async () => {
  expect(await restore()).toBe(1)
  const db = openDatabase<Tables>(databaseUrl())
  const rows = await db.selectFrom('response').select('answers').execute()
  expect(rows).toEqual([{ answers: '{"mood":5}' }])
  await db.destroy()
  await expect(restore()).rejects.toMatchObject({
    type: 'database-in-the-way',
    details: { place: place() },
  })
})

it('hears the vault’s next message where the chain stands, not where it stood', async () => {
  const peer = await findPeer(office.house.db)
  const place = { fingerprint: peer?.fingerprint ?? '', seq: 7, hash: 'of the seventh' }
  await noteChainPlace(office.house.config.dataDirectory, place)
  await restore()
  const db = openDatabase<Tables>(databaseUrl())
  expect(await findPeer(db)).toMatchObject({ lastSeq: 7, lastHash: 'of the seventh' })
  await db.destroy()
})

it('takes no place in the chain from another vault', async () => {
  const stood = await findPeer(office.house.db)
  await noteChainPlace(office.house.config.dataDirectory, {
    fingerprint: 'another vault',
    seq: 7,
    hash: 'of the seventh',
  })
  await restore()
  const db = openDatabase<Tables>(databaseUrl())
  expect(await findPeer(db)).toEqual(stood)
  await db.destroy()
})

it('is refused when the backup is cut short, or was made with other keys', async () => {
  await haveKeys(makeCollectionKeys())
  await expect(restore()).rejects.toMatchObject({
    type: 'backup-unusable',
    details: { reason: expect.stringContaining('other keys') },
  })
  await truncate(backup, 20_000)
  await expect(restore()).rejects.toMatchObject({ type: 'backup-unusable' })
})
