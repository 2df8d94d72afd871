import { inTransaction } from '@echolot/database'
import { Problem } from '@echolot/problem'
import type { House } from '../house.ts'
import { findPeer } from '../store/peers.ts'
import { tellStaffMarks } from './messages.ts'

/**
 * Tells the collection who has an account here and hears who has one there, as marks only (R05). Done with every pull and
 * every hour; a failure only waits for the next time.
 */
export const exchangeStaffMarks = async (house: House): Promise<void> => {
  const { db, collection, staff, log } = house
  if (!(await findPeer(db))) return
  try {
    const { marks } = await tellStaffMarks(collection, await staff.ownMarks(db))
    await inTransaction(db, (transaction) => staff.keepMarks(transaction, marks))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    log.say('staff marks not exchanged', { problem: error.type })
  }
}
