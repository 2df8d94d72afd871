import { existsSync } from 'node:fs'
import { inTransaction, probeWrite, translateDatabaseProblem } from '@echolot/database'
import {
  type AnyEndpoint,
  health,
  mountAll,
  noStore,
  nothingHere,
  openApiOf,
  problemWriter,
  type RequestHandler,
  ready,
  requestLog,
  sameSiteOnly,
  securityHeaders,
  staticFiles,
} from '@echolot/http'
import { getMe } from '@echolot/staff'
import express from 'express'
import { noCodeInAddress } from './access/no-code-in-address.ts'
import { CODE_VERSION } from './code-version.ts'
import { deleteSettlement } from './coding/delete-settlement.ts'
import { getAgreement } from './coding/get-agreement.ts'
import { getAssignments } from './coding/get-assignments.ts'
import { getCoding } from './coding/get-coding.ts'
import { getQuotes } from './coding/get-quotes.ts'
import { getTasks } from './coding/get-tasks.ts'
import { getThemeBook } from './coding/get-theme-book.ts'
import { getThemes } from './coding/get-themes.ts'
import { postCompletion } from './coding/post-completion.ts'
import { postDealing } from './coding/post-dealing.ts'
import { postDrawing } from './coding/post-drawing.ts'
import { postQuote } from './coding/post-quote.ts'
import { postQuoteVerdict } from './coding/post-quote-verdict.ts'
import { postReading } from './coding/post-reading.ts'
import { postReplacement } from './coding/post-replacement.ts'
import { putCoding } from './coding/put-coding.ts'
import { putReading } from './coding/put-reading.ts'
import { putSettlement } from './coding/put-settlement.ts'
import { putTask } from './coding/put-task.ts'
import { putThemeBook } from './coding/put-theme-book.ts'
import { getThreads } from './comments/get-threads.ts'
import { postComment } from './comments/post-comment.ts'
import { postThread } from './comments/post-thread.ts'
import { putThread } from './comments/put-thread.ts'
import { getFieldwork } from './fieldwork/get-fieldwork.ts'
import { getStaffStudies } from './fieldwork/get-staff-studies.ts'
import { postClosing } from './fieldwork/post-closing.ts'
import { postOpening } from './fieldwork/post-opening.ts'
import { putWaveInstrument } from './fieldwork/put-wave-instrument.ts'
import { getFreezePlan } from './freezes/get-freeze-plan.ts'
import { getFreezes } from './freezes/get-freezes.ts'
import { postFreezes } from './freezes/post-freezes.ts'
import type { House } from './house.ts'
import { compressed } from './instruments/compressed.ts'
import { getDraft } from './instruments/get-draft.ts'
import { getDraftHistory, getDraftRevision } from './instruments/get-draft-history.ts'
import { getDraftLock } from './instruments/get-draft-lock.ts'
import { getInstrument } from './instruments/get-instrument.ts'
import { getInstruments } from './instruments/get-instruments.ts'
import { patchTranslations } from './instruments/patch-translations.ts'
import { postCheck } from './instruments/post-check.ts'
import { postPaper } from './instruments/post-paper.ts'
import { postProposal } from './instruments/post-proposal.ts'
import { postPublication } from './instruments/post-publication.ts'
import { putDraftInstrument } from './instruments/put-draft-instrument.ts'
import { putDraftLock } from './instruments/put-draft-lock.ts'
import { getLibrary, getLibraryEntry } from './items/get-library.ts'
import { postLibraryEntry, postLibraryVersion } from './items/post-library.ts'
import { getFeedback } from './measures/get-feedback.ts'
import { getRecommendations } from './measures/get-recommendations.ts'
import { postMeasure, putMeasure } from './measures/post-measure.ts'
import { postMeasureState } from './measures/post-measure-state.ts'
import { postRecommendation, putRecommendation } from './measures/post-recommendation.ts'
import { mountPeer } from './peer/peer-endpoint.ts'
import { PEER_ENDPOINTS } from './peer/peer-service.ts'
import { getComparison } from './reports/get-comparison.ts'
import { getEdition } from './reports/get-edition.ts'
import { getFindings } from './reports/get-findings.ts'
import { getReport } from './reports/get-report.ts'
import { getReportFile } from './reports/get-report-file.ts'
import { getReports } from './reports/get-reports.ts'
import { postRelease } from './reports/post-release.ts'
import { postCommentAnswer, postReportComment } from './reports/post-report-comment.ts'
import { postReports } from './reports/post-reports.ts'
import { postCirculation, postReportWithdrawal, postReturn } from './reports/post-steps.ts'
import { putEdition } from './reports/put-edition.ts'
import { getPublicStudies } from './responses/get-public-studies.ts'
import { postDraftOpening } from './responses/post-draft-opening.ts'
import { postRefusal } from './responses/post-refusal.ts'
import { postSession } from './responses/post-session.ts'
import { postWithdrawal } from './responses/post-withdrawal.ts'
import { putDraft } from './responses/put-draft.ts'
import { putKeying } from './responses/put-keying.ts'
import { putResponse } from './responses/put-response.ts'

/** The API under `/v1`. */
export const ENDPOINTS: readonly AnyEndpoint<House>[] = [
  // respondents
  getPublicStudies,
  postSession,
  getInstrument,
  putResponse,
  postRefusal,
  postWithdrawal,
  putDraft,
  postDraftOpening,
  // staff
  getMe,
  getStaffStudies,
  getInstruments,
  getDraft,
  putDraftInstrument,
  getDraftLock,
  putDraftLock,
  patchTranslations,
  getDraftHistory,
  getDraftRevision,
  getThreads,
  postThread,
  postComment,
  putThread,
  getLibrary,
  getLibraryEntry,
  postLibraryEntry,
  postLibraryVersion,
  postCheck,
  postPaper,
  postProposal,
  postPublication,
  putWaveInstrument,
  postOpening,
  postClosing,
  getFieldwork,
  putKeying,
  getCoding,
  putCoding,
  postDrawing,
  postReading,
  putReading,
  getThemeBook,
  putThemeBook,
  postDealing,
  postReplacement,
  getTasks,
  putTask,
  postCompletion,
  getAgreement,
  putSettlement,
  deleteSettlement,
  getAssignments,
  getQuotes,
  postQuote,
  postQuoteVerdict,
  getThemes,
  getFreezes,
  getFreezePlan,
  postFreezes,
  getReports,
  postReports,
  getReport,
  getReportFile,
  getFindings,
  getComparison,
  getEdition,
  putEdition,
  postReportComment,
  postCommentAnswer,
  postCirculation,
  postReturn,
  postRelease,
  postReportWithdrawal,
  getFeedback,
  getRecommendations,
  postRecommendation,
  putRecommendation,
  postMeasure,
  putMeasure,
  postMeasureState,
]

/** Addresses that no page answers. */
const APIS = ['/v1', '/peer', '/api', '/health', '/ready']

/** The collection's HTTP service over `house`; listens nowhere yet. */
export const makeService = (house: House) => {
  const { transport, publicUrl, pages } = house.config
  // Questionnaires name their own version; everything else changes or must not be kept.
  const service = express().disable('x-powered-by').disable('etag').set('query parser', 'simple')
  service.use(noCodeInAddress)
  service.use(requestLog(house.log))
  service.use(securityHeaders({ transport, styleAttributes: true, frames: 'self' }))
  service.get('/health', health)
  service.get(
    '/ready',
    ready(() => probeWrite(house.db)),
  )
  service.use(sameSiteOnly([publicUrl]))
  service.use('/api/auth', noStore, house.staff.handler)
  service.use('/v1', noStore, house.staff.recognise)
  service.get('/v1/openapi.json', openApi)
  service.get('/v1/instruments/:id', compressed)
  mountAll(service, ENDPOINTS, house, (work) =>
    inTransaction(house.db, (db) => work({ ...house, db })),
  )
  mountPeer(service, PEER_ENDPOINTS, house)
  if (existsSync(pages.studio)) service.use('/studio', staticFiles(pages.studio, { apis: [] }))
  if (existsSync(pages.respondent)) service.use(staticFiles(pages.respondent, { apis: APIS }))
  service.use(nothingHere)
  service.use(problemWriter(house.log.trace, translateDatabaseProblem))
  return service
}

const openApi: RequestHandler = (_request, response) => {
  response.json(
    openApiOf(ENDPOINTS, {
      title: 'Echolot collection',
      version: CODE_VERSION,
      description: 'Answers under pseudonyms, questionnaires and reports; run by the university.',
    }),
  )
}
