import { pairSecretOf, staffMark } from '@echolot/crypto/peer'
import { inTransaction } from '@echolot/database'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { accountAtBothOffices } from '../problems.ts'
import { endSessions, findAccount, listAccounts } from '../store/accounts.ts'
import { findPeer } from '../store/peers.ts'
import { hasStaffMark, listStaffMarks, saveStaffMarks } from '../store/staff-marks.ts'

type Rooms = Pick<House, 'db' | 'keyring' | 'now' | 'log'>

/** Makes the mark of an address, alike at both offices; undefined before they are paired. */
const markOf = async ({ db, keyring }: Pick<House, 'db' | 'keyring'>) => {
  const peer = await findPeer(db)
  if (!peer) return undefined
  const secret = pairSecretOf(keyring.office().exchange, peer.identity.exchange)
  return (email: string) => staffMark(secret, email)
}

/** Marks of all accounts of this office, in their own order; none before the offices are paired. */
export const ownStaffMarks = async (house: Pick<House, 'db' | 'keyring'>): Promise<string[]> => {
  const mark = await markOf(house)
  return mark ? (await listAccounts(house.db)).map(({ email }) => mark(email)).sort() : []
}

/** @throws account-at-both-offices when the vault has told an account with this address */
export const refuseAtBothOffices = async (
  house: Pick<House, 'db' | 'keyring'>,
  email: string,
): Promise<void> => {
  const mark = await markOf(house)
  if (mark && (await hasStaffMark(house.db, mark(email))))
    throw accountAtBothOffices({
      remedy: 'one person works at one office: close one of the two accounts',
    })
}

/** As `refuseAtBothOffices`, for an account that is about to be signed in; the refusal is an act of its own. */
export const refuseSignInAtBothOffices = async (house: Rooms, id: string): Promise<void> => {
  const account = await findAccount(house.db, id)
  if (!account) return
  try {
    await refuseAtBothOffices(house, account.email)
  } catch (problem) {
    house.log.say('a sign-in was refused: account at both offices')
    await inTransaction(house.db, (db) =>
      writeAudit({ ...house, db }, { actor: id, act: 'staff.refused-at-both', obj: id }),
    )
    throw problem
  }
}

/**
 * Keeps the vault's marks, within the caller's transaction. Accounts that are on both lists are signed out and heard in
 * log and audit chain, once for each new list.
 */
export const keepStaffMarks = async (house: Rooms, marks: readonly string[]): Promise<void> => {
  const { db, log } = house
  const told = [...new Set(marks)].sort()
  const before = await listStaffMarks(db)
  const isNew = told.join() !== before.join()
  if (isNew) await saveStaffMarks(db, told)
  const mark = await markOf(house)
  const both = new Set(told)
  const overlap = (await listAccounts(db)).filter(({ email }) => mark && both.has(mark(email)))
  for (const account of overlap) await endSessions(db, account)
  if (overlap.length === 0 || !isNew) return
  log.say('accounts at both offices', { accounts: overlap.length })
  await writeAudit(house, {
    actor: 'vault',
    act: 'staff.at-both',
    obj: 'accounts',
    n: overlap.length,
    params: overlap.map(({ id }) => id),
  })
}
