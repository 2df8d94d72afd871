import { sealFor } from '@echolot/crypto/peer'
import type { EventToken } from '@echolot/crypto/pseudonym'
import { randomId } from '@echolot/crypto/random'
import type { House } from '../house.ts'
import { notPaired } from '../problems.ts'
import { saveEvent } from '../store/events.ts'
import { findPeer } from '../store/peers.ts'
import type { OutboxTable } from '../store/tables.ts'
import type { WavePlace } from '../store/waves.ts'

export type EventKind = OutboxTable['kind']

/** What the vault will open to learn that this letter needs no reminder; we cannot open it again. */
export const sealEvent = async (
  { db }: Pick<House, 'db'>,
  { token, kind }: { readonly token: EventToken; readonly kind: EventKind },
): Promise<string> => {
  const seal = (await findPeer(db))?.identity.seal
  if (!seal) throw notPaired({})
  return sealFor(seal, { t: token, k: kind })
}

/** Puts a sealed event under a random name into the outbox. */
export const postEvent = (
  { db }: Pick<House, 'db'>,
  { study, wave }: WavePlace,
  event: { readonly kind: EventKind; readonly sealed: string },
) => saveEvent(db, { id: randomId(), study, wave, ...event })
