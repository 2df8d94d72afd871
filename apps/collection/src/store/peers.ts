import type { MessageHash, PeerIdentity } from '@echolot/crypto/peer'
import { forgetStaffMarks } from '@echolot/staff'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** The paired vault: its public keys, and the last of its messages that was verified. */
export type Peer = {
  readonly identity: PeerIdentity
  readonly fingerprint: string
  readonly lastSeq: number
  readonly lastHash: MessageHash
}

export const findPeer = async (db: Kysely<Tables>): Promise<Peer | undefined> => {
  const row = await db
    .selectFrom('peer')
    .selectAll()
    .where('office', '=', 'vault')
    .executeTakeFirst()
  return (
    row && {
      identity: JSON.parse(row.identity) as PeerIdentity,
      fingerprint: row.fingerprint,
      lastSeq: row.last_seq,
      lastHash: row.last_hash as MessageHash,
    }
  )
}

/** Pairs with a vault. The same keys again change nothing; other keys begin a new chain of messages. */
export const savePeer = async (
  db: Kysely<Tables>,
  {
    identity,
    fingerprint,
    confirmedOn,
  }: { identity: PeerIdentity; fingerprint: string; confirmedOn: string },
) => {
  const before = await findPeer(db)
  if (before?.fingerprint === fingerprint) return
  await db.deleteFrom('peer').where('office', '=', 'vault').execute()
  await forgetStaffMarks(db)
  await db
    .insertInto('peer')
    .values({
      office: 'vault',
      identity: JSON.stringify(identity),
      fingerprint,
      confirmed_on: confirmedOn,
      last_seq: 0,
      last_hash: '',
    })
    .execute()
}

/** The chain has moved on to this message. */
export const saveLastMessage = (
  db: Kysely<Tables>,
  { seq, hash }: { readonly seq: number; readonly hash: MessageHash },
) =>
  db
    .updateTable('peer')
    .set({ last_seq: seq, last_hash: hash })
    .where('office', '=', 'vault')
    .execute()
