import { sha256Hex } from '@echolot/crypto/digest'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRoleFresh } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { readTracker } from '../measures/read-feedback.ts'
import { readReleaseGaps } from '../measures/read-release-gaps.ts'
import {
  commentsOpen,
  releaseIncomplete,
  reportStateDiffers,
  roleMissing,
  secondFactorNeeded,
  secondPersonNeeded,
  signInNeeded,
  signInTooOld,
} from '../problems.ts'
import { listReportEditions } from '../store/report-editions.ts'
import { listReportLog } from '../store/report-log.ts'
import { listReportModels } from '../store/report-models.ts'
import { saveReportTracker } from '../store/reports.ts'
import { openComments } from './open-comments.ts'
import { holdForStep, takeStep } from './report-steps.ts'
import { listReportTexts } from './report-text.ts'

export const postRelease = endpoint({
  method: 'post',
  path: '/v1/reports/:id/release',
  summary: 'The second person agrees: what was commented on is released as it stands.',
  access: byRoleFresh('data_manager'),
  problems: [
    signInNeeded,
    signInTooOld,
    roleMissing,
    secondFactorNeeded,
    secondPersonNeeded,
    notFound,
    reportStateDiffers,
    commentsOpen,
    releaseIncomplete,
  ],
  run: async ({ caller, params: { id } }, house: House) => {
    const act = 'released'
    const report = await holdForStep({ caller, id, act }, house)
    const log = await listReportLog(house.db, id)
    const editions = await listReportEditions(house.db, id)
    const writers = [
      report.made_by,
      ...log.filter(({ act }) => act === 'handed-in' || act === 'edited').map((one) => one.done_by),
      ...editions.map((edition) => edition.saved_by),
    ]
    if (writers.includes(caller.id)) throw secondPersonNeeded({})
    const open = openComments(log).length
    if (open > 0) throw commentsOpen({ open })
    const gaps = await readReleaseGaps(report, house)
    if (gaps.length > 0) throw releaseIncomplete({ gaps })
    const texts = await listReportTexts(house, id)
    const trackers = await Promise.all(
      texts.map(async (text) => [text.language, await readTracker(report, text, house)] as const),
    )
    // From now on the report tells of measures as they stand today, whatever becomes of them.
    const tracker = JSON.stringify(Object.fromEntries(trackers))
    await saveReportTracker(house.db, { id, tracker })
    const models = await listReportModels(house.db, id)
    const change = {
      released_on: dayOf(house.now()),
      released_by: caller.id,
      edition_digest: await sha256Hex(
        JSON.stringify([
          ...[...models, ...editions].map(({ language, json }) => [language, json]),
          tracker,
        ]),
      ),
    }
    await takeStep({ caller, report, act, change }, house)
  },
})
