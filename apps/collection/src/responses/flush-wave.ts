import { shuffled } from '@echolot/crypto/random'
import { checkpoint, engineOf, inTransaction, rewritten } from '@echolot/database'
import type { House } from '../house.ts'
import { listPending } from '../store/inbox.ts'
import type { WavePlace } from '../store/waves.ts'
import { flushEvents } from './flush-events.ts'
import { settle } from './settle.ts'

/** So many persons are moved in one transaction: nobody who answers meanwhile waits long. */
const PORTION = 100

export type Flushed = { readonly batch: number | null; readonly responses: number }

/**
 * Empties outbox and inbox of a wave: events become a batch for the vault, answers become responses, both in random
 * order, so that neither table tells who answered when. `which`: only those who have finished, or at the end of a wave
 * everybody.
 */
export const flushWave = async (
  {
    place,
    which,
    actor,
  }: {
    readonly place: WavePlace
    readonly which: 'completed' | 'all'
    readonly actor: string
  },
  house: House,
): Promise<Flushed> => {
  const batch = await inTransaction(house.db, (db) =>
    flushEvents({ place, actor }, { ...house, db }),
  )
  return { batch, responses: await settleWave({ place, which }, house) }
}

/** Moves the answers alone. */
export const settleWave = async (
  { place, which }: { readonly place: WavePlace; readonly which: 'completed' | 'all' },
  house: House,
): Promise<number> => {
  const pending = shuffled(await listPending(house.db, place, which))
  let responses = 0
  for (let start = 0; start < pending.length; start += PORTION)
    responses += await inTransaction(house.db, (db) =>
      settle(pending.slice(start, start + PORTION), { ...house, db }),
    )
  await forgetOrder(house)
  return responses
}

/**
 * SQLite keeps rows in the order of their random keys and overwrites what is deleted; only its log is emptied. PostgreSQL
 * writes the two tables anew: they are small, and their old rows would tell who came first.
 */
const forgetOrder = ({ db }: House) =>
  engineOf(db) === 'postgres' ? rewritten(db, ['inbox', 'outbox']) : checkpoint(db)
