import { getEvents } from './get-events.ts'
import { getMeta } from './get-meta.ts'
import type { AnyPeerEndpoint } from './peer-endpoint.ts'
import { postFlush } from './post-flush.ts'
import { postRevocations } from './post-revocations.ts'
import { putCredentials } from './put-credentials.ts'
import { putDispositions } from './put-dispositions.ts'
import { putProofs } from './put-proofs.ts'
import { putStaffMarks } from './put-staff-marks.ts'

/** All that the vault may say to the collection. */
export const PEER_ENDPOINTS: readonly AnyPeerEndpoint[] = [
  putCredentials,
  postRevocations,
  getEvents,
  postFlush,
  getMeta,
  putDispositions,
  putProofs,
  putStaffMarks,
]
