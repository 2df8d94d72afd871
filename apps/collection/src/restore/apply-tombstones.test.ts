import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { backupInto, openDatabase } from '@echolot/database'
import { expect, it } from 'vitest'
import { answerWhole, makeOffice, rowsOf, STUDY, WAVE } from '../house.testing.ts'
import { flushWave } from '../responses/flush-wave.ts'
import type { Tables } from '../store/tables.ts'
import { applyTombstones } from './apply-tombstones.ts'

it('deletes again what was withdrawn after a backup was made (F27)', async () => {
  const office = await makeOffice()
  const folder = join(office.house.config.dataDirectory, '..')
  const { browser } = await answerWhole(office, { mood: 1 })
  await answerWhole(office, { mood: 5 })
  await flushWave(
    { place: { study: STUDY, wave: WAVE }, which: 'completed', actor: 'test' },
    office.house,
  )
  await backupInto(office.house.db, join(folder, 'backup.db'))
  await browser.withdraw().expect(204)
  await office.house.db.destroy()

  copyFileSync(join(folder, 'backup.db'), join(folder, 'restored.db'))
  const db = openDatabase<Tables>(`sqlite:${join(folder, 'restored.db')}`)
  const restored = { ...office, house: { ...office.house, db } }
  expect(await rowsOf(restored, 'response')).toHaveLength(2)
  expect(await applyTombstones(restored.house)).toBe(1)
  expect(await rowsOf(restored, 'response')).toMatchObject([{ answers: '{"mood":5}' }])
  const outcomes = (await rowsOf(restored, 'tombstone')).map(({ disposition }) => disposition)
  expect(outcomes).toHaveLength(2)
  expect(outcomes).toContain('2.119')
  expect(await applyTombstones(restored.house)).toBe(0)
  await db.destroy()
})
