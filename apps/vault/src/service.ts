import { inTransaction, probeWrite, translateDatabaseProblem } from '@echolot/database'
import {
  type AnyEndpoint,
  health,
  mountAll,
  noStore,
  nothingHere,
  openApiOf,
  problemWriter,
  ready,
  requestLog,
  sameSiteOnly,
  securityHeaders,
  staticFiles,
} from '@echolot/http'
import { getMe } from '@echolot/staff'
import express from 'express'
import { getAudit } from './audit/get-audit.ts'
import { getCases } from './contacts/get-cases.ts'
import { postBlock } from './contacts/post-block.ts'
import { postPull } from './contacts/post-pull.ts'
import { postReturn } from './contacts/post-return.ts'
import { getFrame } from './frame/get-frame.ts'
import { postFrame, postFrameCheck } from './frame/post-frame.ts'
import type { House } from './house.ts'
import { postLetters } from './letters/post-letters.ts'
import { getMailing, getMailings } from './mailings/get-mailings.ts'
import { postApproval } from './mailings/post-approval.ts'
import { postCancellation } from './mailings/post-cancellation.ts'
import { postMailing } from './mailings/post-mailing.ts'
import { getStudies } from './studies/get-studies.ts'

/** The vault's API, one entry a door. */
export const ENDPOINTS: readonly AnyEndpoint<House>[] = [
  getMe,
  getAudit,
  getStudies,
  getFrame,
  postFrameCheck,
  postFrame,
  getMailings,
  getMailing,
  postMailing,
  postApproval,
  postCancellation,
  postLetters,
  postPull,
  getCases,
  postReturn,
  postBlock,
]

/** The vault's HTTP service over `house`; listens nowhere yet. */
export const makeService = (house: House) => {
  const { config, db, log, staff } = house
  const service = express()
    .disable('x-powered-by')
    .set('trust proxy', false)
    .use(requestLog(log))
    .use(securityHeaders({ transport: config.transport }))
    .get('/health', health)
    .get(
      '/ready',
      ready(() => probeWrite(db)),
    )
    .use(sameSiteOnly([config.publicUrl]))
    .use(['/v1', '/api'], noStore)
    .all('/api/auth/*splat', staff.handler)
    .get('/v1/openapi.json', (_request, response) => {
      response.json(openApiOf(ENDPOINTS, { title: 'Echolot vault', version: '1' }))
    })
    .use('/v1', staff.recognise)
  mountAll(service, ENDPOINTS, house, (work) =>
    inTransaction(db, (transaction) => work({ ...house, db: transaction })),
  )
  return service
    .use(staticFiles(config.pages, { apis: ['/v1', '/api', '/peer'] }))
    .use(nothingHere)
    .use(problemWriter(log.trace, translateDatabaseProblem))
}
