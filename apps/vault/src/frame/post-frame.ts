import { FrameCheck, FrameReceipt, FrameUpload } from '@echolot/contract/frames'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { BY_ROLE_PROBLEMS, byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { frameChanged, frameNotImportable } from '../problems.ts'
import { lockFor } from '../store/locks.ts'
import { countFrame } from '../store/persons.ts'
import { readStudy } from '../store/studies.ts'
import { checkFrame } from './check-frame.ts'
import { readFrameSetting } from './frame-setting.ts'
import { importFrame } from './import-frame.ts'

/** 40 MB of base64, and its frame of JSON. */
const LIMIT = 41_000_000

const checked = async (
  { study, content, exclude }: FrameUpload,
  { db, now }: Pick<House, 'db' | 'now'>,
) => {
  const bytes = Buffer.from(content, 'base64')
  const setting = await readFrameSetting(db, await readStudy(db, study), { exclude, now: now() })
  return { bytes, frame: await checkFrame(bytes, setting) }
}

/** Says what is wrong with an address file; keeps nothing. */
export const postFrameCheck = endpoint({
  method: 'post',
  path: '/v1/frames/check',
  summary: 'Checks an address file line by line; keeps nothing.',
  access: byRole('trust.clerk', 'trust.lead'),
  body: FrameUpload,
  limit: LIMIT,
  transaction: 'none',
  problems: [...BY_ROLE_PROBLEMS, notFound],
  answer: FrameCheck,
  run: async ({ body }, house: House) => (await checked(body, house)).frame.check,
})

/** Takes the faultless rows of an address file into the frame, all or none of them. */
export const postFrame = endpoint({
  method: 'post',
  path: '/v1/frames',
  summary: 'Imports the faultless rows of an address file; again is harmless.',
  access: byRole('trust.clerk'),
  body: FrameUpload,
  limit: LIMIT,
  // Judging a large file takes seconds, in which others shall work: only the writing is one transaction.
  transaction: 'none',
  problems: [...BY_ROLE_PROBLEMS, notFound, frameNotImportable, frameChanged],
  answer: FrameReceipt,
  run: async ({ body, caller }, house: House) => {
    const before = await countFrame(house.db, body.study)
    const { bytes, frame } = await checked(body, house)
    return house.db.transaction().execute(async (db) => {
      await lockFor(db, `frame ${body.study}`)
      // Whom we know was read before: somebody else's import in between could make doubles.
      if ((await countFrame(db, body.study)) !== before)
        throw frameChanged({ remedy: 'send the file again' })
      return importFrame({ ...house, db }, { study: body.study, bytes, frame, by: caller })
    })
  },
})
