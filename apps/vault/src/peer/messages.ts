import type { DispositionCounts } from '@echolot/contract/dispositions'
import {
  type CredentialBatch,
  CredentialReceipt,
  EventFeed,
  FlushReceipt,
  RevocationReceipt,
  StudyMeta,
} from '@echolot/contract/enrolments'
import { StaffMarks } from '@echolot/contract/peer'
import { ProofAnswer } from '@echolot/contract/proofs'
import type { CredentialId, StudyId } from '@echolot/study'
import * as z from 'zod'
import type { WavePlace } from '../store/feeds.ts'
import type { Collection } from './collection.ts'

const wavePath = ({ study, wave }: WavePlace) => `/peer/v1/studies/${study}/waves/${wave}`

/** M1: tells the collection of letters drawn, in no order, and of the frame they were drawn from. */
export const registerCredentials = (
  collection: Collection,
  place: WavePlace,
  batch: CredentialBatch,
) =>
  collection.ask({
    method: 'PUT',
    path: `${wavePath(place)}/credentials`,
    body: batch,
    answer: CredentialReceipt,
    patience: 'long',
  })

/** M2: these letters are void. */
export const revokeCredentials = (
  collection: Collection,
  place: WavePlace,
  creds: readonly CredentialId[],
) =>
  collection.ask({
    method: 'POST',
    path: `${wavePath(place)}/credentials/revocations`,
    body: { creds },
    answer: RevocationReceipt,
    patience: 'long',
  })

/** M3, and with `after` M4: done-tokens behind batch `after`; `head` lets the collection witness our audit chain. */
export const askEvents = (
  collection: Collection,
  place: WavePlace,
  { after, head }: { readonly after: number; readonly head: string | undefined },
) =>
  collection.ask({
    method: 'GET',
    path: `${wavePath(place)}/events?after=${after}${head ? `&head=${head}` : ''}`,
    answer: EventFeed,
  })

/** M5: brings the events that wait at the collection into a batch, unless they are too few. */
export const flushEvents = (collection: Collection, place: WavePlace) =>
  collection.ask({ method: 'POST', path: `${wavePath(place)}/events/flush`, answer: FlushReceipt })

/** M6: salt, addresses and waves of a study. */
export const askMeta = (collection: Collection, study: StudyId) =>
  collection.ask({ method: 'GET', path: `/peer/v1/studies/${study}/meta`, answer: StudyMeta })

/** Final outcomes that only the trust office knows of, for a whole wave. */
export const tellDispositions = (
  collection: Collection,
  place: WavePlace,
  counts: DispositionCounts,
) =>
  collection.ask({
    method: 'PUT',
    path: `${wavePath(place)}/dispositions`,
    body: counts,
    answer: z.unknown(),
  })

/** M7: all that was declared here on a study, against what is declared there. */
export const tellProofs = (collection: Collection, study: StudyId, statements: readonly string[]) =>
  collection.ask({
    method: 'PUT',
    path: `/peer/v1/studies/${study}/proofs`,
    body: { statements },
    answer: ProofAnswer,
  })

/** M8: marks of our accounts against marks of theirs, so that nobody has an account at both offices. */
export const tellStaffMarks = (collection: Collection, marks: readonly string[]) =>
  collection.ask({
    method: 'PUT',
    path: '/peer/v1/staff-marks',
    body: { marks },
    answer: StaffMarks,
  })
