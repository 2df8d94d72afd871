import type { MessageHash, PeerIdentity } from '@echolot/crypto/peer'
import { forgetStaffMarks } from '@echolot/staff'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import type { Tables } from './tables.ts'

/** A message that was written down before it was sent, and is not answered yet. */
export type PendingMessage = {
  readonly jws: string
  readonly seq: number
  readonly hash: MessageHash
  readonly method: 'GET' | 'PUT' | 'POST'
  readonly path: string
}

/** The paired collection: its public keys, and where our chain of messages stands. */
export type Peer = {
  readonly identity: PeerIdentity
  readonly fingerprint: string
  readonly sentSeq: number
  readonly sentHash: MessageHash
  readonly pending: PendingMessage | undefined
}

export const findPeer = async (db: Kysely<Tables>): Promise<Peer | undefined> => {
  const row = await db
    .selectFrom('peer')
    .selectAll()
    .where('office', '=', 'collection')
    .executeTakeFirst()
  return (
    row && {
      identity: JSON.parse(row.identity) as PeerIdentity,
      fingerprint: row.fingerprint,
      sentSeq: row.sent_seq,
      sentHash: row.sent_hash as MessageHash,
      pending: row.pending === null ? undefined : (JSON.parse(row.pending) as PendingMessage),
    }
  )
}

/** Pairs with a collection. The same keys again change nothing; other keys begin a new chain of messages. */
export const savePeer = async (
  db: Kysely<Tables>,
  {
    identity,
    fingerprint,
    confirmedOn,
  }: {
    readonly identity: PeerIdentity
    readonly fingerprint: string
    readonly confirmedOn: string
  },
) => {
  const before = await findPeer(db)
  if (before?.fingerprint === fingerprint) return
  await db.deleteFrom('peer').where('office', '=', 'collection').execute()
  await forgetStaffMarks(db)
  await db
    .insertInto('peer')
    .values({
      office: 'collection',
      identity: JSON.stringify(identity),
      fingerprint,
      confirmed_on: confirmedOn,
      sent_seq: 0,
      sent_hash: '',
      pending: null,
    })
    .execute()
}

/** Writes down what is about to be sent; false when another process of this office is sending. */
export const savePending = async (
  db: Kysely<Tables>,
  pending: PendingMessage,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('peer')
    .set({ pending: JSON.stringify(pending) })
    .where('office', '=', 'collection')
    .where('sent_seq', '=', pending.seq - 1)
    .where('pending', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** The message was answered: the chain has moved on to it, never back. */
export const saveAnswered = (
  db: Kysely<Tables>,
  { seq, hash }: Pick<PendingMessage, 'seq' | 'hash'>,
) =>
  db
    .updateTable('peer')
    .set({ sent_seq: seq, sent_hash: hash, pending: null })
    .where('office', '=', 'collection')
    .where('sent_seq', '=', seq - 1)
    .execute()

/** The whole row, to be kept outside the backups. */
export const findPeerRow = (db: Kysely<Tables>) =>
  db.selectFrom('peer').selectAll().where('office', '=', 'collection').executeTakeFirst()

const PeerRow = z.strictObject({
  office: z.literal('collection'),
  identity: z.string(),
  fingerprint: z.string(),
  confirmed_on: z.string(),
  sent_seq: z.number().int(),
  sent_hash: z.string(),
  pending: z.string().nullable(),
})

/** Puts a row that was kept outside the backups in the place of the one a backup had. */
export const putPeerRow = async (db: Kysely<Tables>, kept: unknown): Promise<void> => {
  if (kept === undefined) return
  const row = PeerRow.parse(kept)
  await db
    .insertInto('peer')
    .values(row)
    .onConflict((conflict) => conflict.column('office').doUpdateSet(row))
    .execute()
}
