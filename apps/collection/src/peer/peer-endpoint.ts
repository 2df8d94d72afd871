import { PEER_BODY_LIMIT, PEER_WIRE } from '@echolot/contract/peer'
import {
  type MessageHash,
  messageHash,
  NO_MESSAGE,
  signAnswer,
  verifyMessage,
} from '@echolot/crypto/peer'
import { inTransaction, translateDatabaseProblem } from '@echolot/database'
import { type Method, type Request, type Response, textBody } from '@echolot/http'
import { invalidInput, notFound, Problem } from '@echolot/problem'
import type { StudyId, WaveId } from '@echolot/study'
import type { Router } from 'express'
import type * as z from 'zod'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { notPaired } from '../problems.ts'
import { noteChainPlace } from '../restore/chain-place.ts'
import { lockFor } from '../store/locks.ts'
import { findPeer, type Peer, saveLastMessage } from '../store/peers.ts'
import { findWave, type WavePlace } from '../store/waves.ts'

/** One message that the vault may send (M1–M8). */
export type PeerEndpoint<Body, Query, Answer> = {
  readonly method: Extract<Method, 'get' | 'put' | 'post'>
  /** With `:study` and perhaps `:wave`, unless it is about the office. */
  readonly path: string
  readonly body?: z.ZodType<Body>
  readonly query?: z.ZodType<Query>
  readonly run: (
    asked: { readonly place: WavePlace; readonly body: Body; readonly query: Query },
    house: House,
  ) => Promise<Answer>
  /** After the commit. */
  readonly afterwards?: (asked: { readonly place: WavePlace }, house: House) => Promise<void>
}
// biome-ignore lint/suspicious/noExplicitAny: each message was checked where it was declared.
export type AnyPeerEndpoint = PeerEndpoint<any, any, unknown>

export const peerEndpoint = <Body = undefined, Query = undefined, Answer = unknown>(
  definition: PeerEndpoint<Body, Query, Answer>,
) => definition

/** What a verified message leads to: its answer, still to be signed. */
type Outcome = { readonly status: number; readonly body: unknown }

/**
 * Opens the messages of the vault on `router`. Signature, sender, route and place in the chain are checked first; from
 * then on every answer is signed, problems too.
 */
export const mountPeer = (
  router: Router,
  endpoints: readonly AnyPeerEndpoint[],
  house: House,
): void => {
  for (const definition of endpoints)
    router[definition.method](
      definition.path,
      ...(definition.method === 'get' ? [] : [textBody({ limit: PEER_BODY_LIMIT })]),
      async (request: Request, response: Response) => {
        const jws = String(
          (definition.method === 'get' ? request.get(PEER_WIRE.header) : request.body) ?? '',
        )
        const { status, body } = await receive({ definition, request, jws }, house)
        const answer = await signAnswer(house.keyring.office().sign, {
          iss: 'collection',
          aud: 'vault',
          re: messageHash(jws),
          status,
          body,
        })
        response.status(status).type(PEER_WIRE.contentType).send(answer)
      },
    )
}

type Received = {
  readonly definition: AnyPeerEndpoint
  readonly request: Request
  readonly jws: string
}

const receive = async ({ definition, request, jws }: Received, house: House): Promise<Outcome> => {
  const peer = await findPeer(house.db)
  if (!peer) throw notPaired({})
  const message = await verified({ peer, request, jws }, house)
  const place = request.params as unknown as WavePlace
  if (!message.repeated)
    await noteChainPlace(house.config.dataDirectory, {
      fingerprint: peer.fingerprint,
      seq: message.seq,
      hash: message.hash,
    })
  try {
    const body = await inTransaction(house.db, async (db) => {
      const within = { ...house, db }
      await lockFor(db, 'peer')
      const asked = {
        place: await placeOf(place, within),
        body: parsed(definition.body, message.body),
        query: parsed(definition.query, request.query),
      }
      const answer = await definition.run(asked, within)
      if (!message.repeated) await saveLastMessage(db, message)
      return answer
    })
    await definition.afterwards?.({ place }, house)
    return { status: 200, body: body ?? {} }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || translateDatabaseProblem(error))
      throw error
    // The work is undone, the chain moves on: the vault learns what was wrong and sends its next message.
    if (!message.repeated) await saveLastMessage(house.db, message)
    return { status: error.status, body: error.toJSON() }
  }
}

/** Exactly the last message again is answered again, and moves nothing. */
const verified = async (
  { peer, request, jws }: { peer: Peer; request: Request; jws: string },
  house: House,
) => {
  const expected = {
    iss: 'vault',
    aud: 'collection',
    method: request.method,
    path: request.originalUrl,
  } as const
  const repeated = messageHash(jws) === peer.lastHash
  try {
    const { seq, hash, body } = await verifyMessage(jws, [peer.identity.sign], {
      ...expected,
      ...(repeated
        ? { lastSeq: peer.lastSeq - 1, lastHash: prevOf(jws) }
        : { lastSeq: peer.lastSeq, lastHash: peer.lastHash }),
    })
    return { seq, hash, body, repeated }
  } catch (problem) {
    await alarm(problem, house)
    throw problem
  }
}

/** Whoever can sign is heard in the audit chain at once; strangers are counted, so that they cannot fill it. */
const alarm = async (problem: unknown, house: House) => {
  const type = problem instanceof Problem ? problem.type : 'unknown'
  house.tally.count('peer.refused')
  house.log.say('a message of the vault was refused', { problem: type })
  if (type === 'peer-replayed' || type === 'peer-gap')
    await inTransaction(house.db, (db) =>
      writeAudit({ ...house, db }, { actor: 'vault', act: 'peer.refused', obj: type }),
    )
}

/** What a message that was verified before named as its predecessor. */
const prevOf = (jws: string): MessageHash => {
  const payload = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8'))
  return typeof payload?.prev === 'string' ? (payload.prev as MessageHash) : NO_MESSAGE
}

const placeOf = async (
  { study, wave }: { readonly study: StudyId; readonly wave?: WaveId },
  { db }: House,
): Promise<WavePlace> => {
  if (wave !== undefined && !(await findWave(db, { study, wave }))) throw notFound({ what: 'wave' })
  return { study, wave: wave as WaveId }
}

const parsed = <Value>(schema: z.ZodType<Value> | undefined, value: unknown): Value => {
  if (!schema) return undefined as Value
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalidInput({
    errors: result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  })
}
