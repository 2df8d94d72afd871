import { CommentAnswer, NewReportComment } from '@echolot/contract/reports'
import { endpoint } from '@echolot/http'
import { invalidInput, notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { reportStateDiffers, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listReportLog } from '../store/report-log.ts'
import { openComments } from './open-comments.ts'
import { holdReport, noteInLog } from './report-steps.ts'
import { listReportTexts } from './report-text.ts'

const PROBLEMS = [
  signInNeeded,
  roleMissing,
  secondFactorNeeded,
  notFound,
  reportStateDiffers,
  invalidInput,
]

export const postReportComment = endpoint({
  method: 'post',
  path: '/v1/reports/:id/comments',
  summary: 'Says something about a page of a draft, or about all of it; kept for ever.',
  access: byRole('carrier', 'job_centre', 'analyst', 'data_manager'),
  body: NewReportComment,
  problems: PROBLEMS,
  run: async ({ caller, params: { id }, body: { section, text } }, house: House) => {
    await holdReport({ caller, id, states: ['draft', 'in-comment'] }, house)
    if (section !== null) {
      const texts = await listReportTexts(house, id)
      if (!texts.some(({ model }) => model.sections.some((page) => page.id === section)))
        throw invalidInput({ errors: [{ path: 'section', message: 'no page of this report' }] })
    }
    await noteInLog({ caller, report: id, act: 'commented', section, words: text }, house)
    await writeAudit(house, {
      actor: caller.id,
      act: 'report.commented',
      obj: id,
      params: { section, text },
    })
  },
})

export const postCommentAnswer = endpoint({
  method: 'post',
  path: '/v1/reports/:id/comments/:ordinal/answer',
  summary: 'Says what became of a comment; declining says why.',
  access: byRole('analyst', 'data_manager'),
  body: CommentAnswer,
  problems: PROBLEMS,
  run: async ({ caller, params: { id, ordinal }, body: { verdict, text } }, house: House) => {
    await holdReport({ caller, id, states: ['draft', 'in-comment'] }, house)
    const comment = openComments(await listReportLog(house.db, id)).find(
      (one) => String(one.ordinal) === ordinal,
    )
    if (!comment) throw notFound({ what: 'open comment' })
    if (verdict !== 'accepted' && text === '')
      throw invalidInput({
        errors: [{ path: 'text', message: 'must say why, or what the answer is' }],
      })
    const { section, ordinal: about } = comment
    await noteInLog({ caller, report: id, act: verdict, section, about, words: text }, house)
    await writeAudit(house, {
      actor: caller.id,
      act: `report.comment-${verdict}`,
      obj: id,
      params: { about, text },
    })
  },
})
