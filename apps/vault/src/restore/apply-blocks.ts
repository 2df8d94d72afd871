import { StudyId_ } from '@echolot/contract/scalars'
import { sha256Hex } from '@echolot/crypto/digest'
import { inTransaction } from '@echolot/database'
import type { StudyId } from '@echolot/study'
import * as z from 'zod'
import { yearsAgree } from '../frame/match-key.ts'
import type { House } from '../house.ts'
import { listBlocks, saveBlock } from '../store/blocks.ts'
import { listAlike, listKnownPersons, updateSample } from '../store/persons.ts'
import { listStudies } from '../store/studies.ts'
import { readBlockLines, replaceBlockLines } from './outside-backups.ts'

const BlockLine = z.strictObject({
  block: z.string(),
  study: StudyId_,
  match_digest: z.string(),
  birth_year: z.number().int().nullable(),
  day: z.string(),
})
type BlockLine = z.infer<typeof BlockLine>

/**
 * Blocks again who was blocked after the backup was made, by the list that lies outside all backups: whoever has said no
 * once is never written to again. Gives the number of persons who had come back.
 */
export const applyBlocks = async (house: House): Promise<number> => {
  const { dataDirectory } = house.config
  const lines = z.array(BlockLine).parse(await readBlockLines(dataDirectory))
  return inTransaction(house.db, async (db) => {
    let blocked = 0
    for (const { study } of await listStudies(db)) {
      const known = await listBlocks(db, study)
      const missing = lines.filter(
        (line) =>
          line.study === study &&
          !known.some(
            (one) => one.match_digest === line.match_digest && one.birth_year === line.birth_year,
          ),
      )
      if (missing.length === 0) continue
      const keys = await matchKeysByDigest({ ...house, db }, study)
      for (const line of missing) {
        await saveBlock(db, line)
        blocked += await blockAlike({ ...house, db }, line, keys.get(line.match_digest))
      }
    }
    return blocked
  })
}

const matchKeysByDigest = async ({ db }: House, study: StudyId) => {
  const keys = new Set((await listKnownPersons(db, study)).map(({ matchKey }) => matchKey))
  return new Map(
    await Promise.all([...keys].map(async (key) => [await sha256Hex(key), key] as const)),
  )
}

const blockAlike = async (
  { db }: House,
  { study, birth_year, day }: BlockLine,
  matchKey: string | undefined,
) => {
  if (matchKey === undefined) return 0
  const back = (await listAlike(db, { study, matchKey })).filter(
    (one) => one.blocked_on === null && yearsAgree(one.birth_year, birth_year),
  )
  for (const { person } of back) await updateSample(db, { study, person, blocked_on: day })
  return back.length
}

/** The addresses of a study are gone: so is its part of the list. */
export const forgetBlocks = async (
  { config }: Pick<House, 'config'>,
  study: StudyId,
): Promise<void> => {
  const lines = z.array(BlockLine).parse(await readBlockLines(config.dataDirectory))
  const kept = lines.filter((line) => line.study !== study)
  if (kept.length < lines.length) await replaceBlockLines(config.dataDirectory, kept)
}
