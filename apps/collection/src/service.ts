import { inTransaction, probeWrite, translateDatabaseProblem } from '@echolot/database'
import {
  type AnyEndpoint,
  health,
  mountAll,
  noStore,
  nothingHere,
  problemWriter,
  ready,
  requestLog,
  sameSiteOnly,
  securityHeaders,
} from '@echolot/http'
import express from 'express'
import { noCodeInAddress } from './access/no-code-in-address.ts'
import type { House } from './house.ts'
import { getInstrument } from './instruments/get-instrument.ts'
import { mountPeer } from './peer/peer-endpoint.ts'
import { PEER_ENDPOINTS } from './peer/peer-service.ts'
import { getPublicStudies } from './responses/get-public-studies.ts'
import { postDraftOpening } from './responses/post-draft-opening.ts'
import { postRefusal } from './responses/post-refusal.ts'
import { postSession } from './responses/post-session.ts'
import { postWithdrawal } from './responses/post-withdrawal.ts'
import { putDraft } from './responses/put-draft.ts'
import { putResponse } from './responses/put-response.ts'
import { getMe } from './staff/get-me.ts'
import { ownClientIp, staffSession } from './staff/staff-session.ts'

/** The API under `/v1`. */
export const ENDPOINTS: readonly AnyEndpoint<House>[] = [
  getPublicStudies,
  postSession,
  getInstrument,
  putResponse,
  postRefusal,
  postWithdrawal,
  putDraft,
  postDraftOpening,
  getMe,
]

/** The collection's HTTP service over `house`; listens nowhere yet. */
export const makeService = (house: House) => {
  const service = express().disable('x-powered-by').disable('etag').set('query parser', 'simple')
  service.use(noCodeInAddress)
  service.use(requestLog(house.log))
  service.use(
    securityHeaders({ transport: house.config.transport, styleAttributes: true, frames: 'self' }),
  )
  service.get('/health', health)
  service.get(
    '/ready',
    ready(() => probeWrite(house.db)),
  )
  service.use(sameSiteOnly([house.config.publicUrl]))
  service.use('/api/auth', ownClientIp(house), house.staff.handler)
  service.use('/v1', noStore, staffSession(house))
  mountAll(service, ENDPOINTS, house, (work) =>
    inTransaction(house.db, (db) => work({ ...house, db })),
  )
  mountPeer(service, PEER_ENDPOINTS, house)
  service.use(nothingHere)
  service.use(problemWriter(house.log.trace, translateDatabaseProblem))
  return service
}
