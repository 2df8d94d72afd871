import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { DispositionCode_ } from '@echolot/contract/dispositions'
import { StudyId_, WaveId_ } from '@echolot/contract/scalars'
import type { StudyId } from '@echolot/study'
import * as z from 'zod'

const Tombstone = z.strictObject({
  study: StudyId_,
  wave: WaveId_,
  id: z.string(),
  disposition: DispositionCode_.nullable(),
})

const fileIn = (directory: string) => join(directory, 'tombstones.ndjson')

/** The list of withdrawals that lies outside all backups. */
export const readTombstones = async (directory: string) => {
  const text = await readFile(fileIn(directory), 'utf8').catch((error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  })
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => Tombstone.parse(JSON.parse(line)))
}

/** Writes the list anew without those of `study`, in one step; gives their number. */
export const forgetTombstones = async (directory: string, study: StudyId): Promise<number> => {
  const all = await readTombstones(directory)
  const kept = all.filter((one) => one.study !== study)
  if (kept.length === all.length) return 0
  const draft = `${fileIn(directory)}.new`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(kept.map((one) => `${JSON.stringify(one)}\n`).join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, fileIn(directory))
  return all.length - kept.length
}
