import { PEER_WIRE } from '@echolot/contract/peer'
import {
  type MessageHash,
  messageHash,
  type PublicJwk,
  signMessage,
  verifyAnswer,
} from '@echolot/crypto/peer'
import { Problem } from '@echolot/problem'
import type { Kysely } from 'kysely'
import type * as z from 'zod'
import type { Keyring } from '../keyring.ts'
import {
  notPaired,
  peerAnswerInvalid,
  peerChainBroken,
  peerRefused,
  peerUnreachable,
} from '../problems.ts'
import { writePeerRow } from '../restore/outside-backups.ts'
import {
  findPeer,
  findPeerRow,
  type PendingMessage,
  saveAnswered,
  savePending,
} from '../store/peers.ts'
import type { Tables } from '../store/tables.ts'

export type Question<Answer> = {
  readonly method: 'GET' | 'PUT' | 'POST'
  /** Path and query, e.g. `/peer/v1/studies/anna/meta`. */
  readonly path: string
  readonly body?: object
  readonly answer: z.ZodType<Answer>
  /** How long a collection that does not answer is asked again: for a page that waits, or for a job. */
  readonly patience?: 'short' | 'long'
}

/** The paired collection, as the vault talks to it. */
export type Collection = {
  /**
   * Sends one signed message and gives its verified answer. Messages go one after another; each is written down before it
   * is sent, and repeated word for word until it is answered. Never to be called within a transaction.
   * @throws not-paired, peer-unreachable, peer-refused (with the collection's reason), peer-chain-broken
   * @throws peer-answer-invalid when the answer is not the paired collection's answer to this message
   */
  readonly ask: <Answer>(question: Question<Answer>) => Promise<Answer>
}

/** Milliseconds before each further try. */
const TRIES = {
  short: [200, 600, 1_500],
  long: [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 120_000, 240_000],
} as const
const ANSWER_WITHIN = 30_000

export const openCollection = ({
  db,
  keyring,
  url,
  dataDirectory,
  pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()),
}: {
  readonly db: Kysely<Tables>
  readonly keyring: Pick<Keyring, 'office'>
  readonly url: string
  readonly dataDirectory: string
  /** Waits between tries; tests do not. */
  readonly pause?: (ms: number) => Promise<unknown>
}): Collection => {
  /** A restored backup must not send a message under a number that is taken. */
  const keepPeer = async () => {
    const row = await findPeerRow(db)
    if (row) await writePeerRow(dataDirectory, row)
  }

  const send = async (
    pending: PendingMessage,
    keys: readonly PublicJwk[],
    tries: readonly number[],
  ) => {
    for (let attempt = 0; ; attempt++) {
      const outcome = await deliver(url, pending, keys)
      if (outcome !== 'again') {
        await saveAnswered(db, pending)
        await keepPeer()
        return outcome
      }
      const wait = tries[attempt]
      if (wait === undefined) throw peerUnreachable({ retryAfter: 60 })
      await pause(wait)
    }
  }

  const askNow = async <Answer>(question: Question<Answer>): Promise<Answer> => {
    const tries = TRIES[question.patience ?? 'short']
    const before = await findPeer(db)
    if (!before)
      throw notPaired({ remedy: 'compare fingerprints and run: echolot vault pair confirm' })
    const keys = [before.identity.sign]
    // What a former process sent and did not hear about; its answer concerns nobody any more.
    if (before.pending) await send(before.pending, keys, tries)

    const peer = (await findPeer(db)) ?? before
    const { method, path, body } = question
    const jws = await signMessage(keyring.office().sign, {
      iss: 'vault',
      aud: 'collection',
      seq: peer.sentSeq + 1,
      prev: peer.sentHash,
      method,
      path,
      body: body ?? null,
    })
    const pending = { jws, seq: peer.sentSeq + 1, hash: messageHash(jws), method, path }
    if (!(await savePending(db, pending))) throw peerUnreachable({ retryAfter: 5 })
    await keepPeer()
    const { status, body: answer } = await send(pending, keys, tries)
    if (status >= 400) throw refusalOf(status, answer)
    const read = question.answer.safeParse(answer)
    if (!read.success) throw peerAnswerInvalid({ reason: 'another shape than agreed' })
    return read.data
  }

  let last: Promise<unknown> = Promise.resolve()
  return {
    ask: (question) => {
      const next = last.then(() => askNow(question))
      last = next.catch(() => undefined)
      return next
    },
  }
}

type Delivered = { readonly status: number; readonly body: unknown }

const deliver = async (
  url: string,
  { jws, method, path, hash }: PendingMessage,
  keys: readonly PublicJwk[],
): Promise<Delivered | 'again'> => {
  const answer = await fetched(url + path, method, jws)
  if (answer === undefined) return 'again'
  const { status, type, text } = answer
  if (type.startsWith(PEER_WIRE.contentType)) return verified(text, { keys, hash, status })
  if (status === 429 || status >= 500) return 'again'
  const named = problemIn(text)
  if (named === 'peer-replayed' || named === 'peer-gap')
    throw peerChainBroken({ remedy: 'pair the offices anew: echolot vault pair confirm' })
  throw peerRefused({ reason: named ?? 'unknown', status })
}

const verified = async (
  jws: string,
  {
    keys,
    hash,
    status,
  }: { readonly keys: readonly PublicJwk[]; readonly hash: MessageHash; readonly status: number },
): Promise<Delivered> => {
  const answer = await verifyAnswer(jws, keys, {
    iss: 'collection',
    aud: 'vault',
    re: hash,
  }).catch((error: unknown) => {
    const reason = error instanceof Problem ? String(error.details.reason) : 'unreadable'
    throw peerAnswerInvalid({ reason })
  })
  if (answer.status !== status) throw peerAnswerInvalid({ reason: 'another status than signed' })
  return answer
}

const fetched = async (url: string, method: string, jws: string) => {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN),
      headers:
        method === 'GET' ? { [PEER_WIRE.header]: jws } : { 'content-type': PEER_WIRE.contentType },
      ...(method === 'GET' ? {} : { body: jws }),
    })
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      text: await response.text(),
    }
  } catch {
    return undefined
  }
}

const problemIn = (text: string): string | undefined => {
  try {
    const { type } = JSON.parse(text) as { type?: unknown }
    return typeof type === 'string' ? /^\/problems\/([a-z-]+)$/.exec(type)?.[1] : undefined
  } catch {
    return undefined
  }
}

/** The collection's own reason, by its name; whatever else it said stays out of our answer. */
const refusalOf = (status: number, answer: unknown): Problem =>
  peerRefused({ reason: problemIn(JSON.stringify(answer)) ?? 'unknown', status })
