import type { Secret } from '@echolot/crypto/keys'
import { staffMark } from '@echolot/crypto/peer'
import { inTransaction } from '@echolot/database'
import type { Log } from '@echolot/http'
import type { Kysely } from 'kysely'
import { accountAtBothOffices } from './problems.ts'
import { endSessions, findAccount, listAccounts } from './store/accounts.ts'
import { hasStaffMark, listStaffMarks, saveStaffMarks } from './store/staff-marks.ts'
import type { StaffTables } from './store/tables.ts'

export type Office = 'collection' | 'vault'

/** An act for the office's audit chain. */
export type StaffAct = {
  readonly actor: string
  readonly act: string
  readonly obj: string
  readonly n?: number
  readonly params?: object
}

/** What an office hands in so that nobody works at both (R05); `db` is the caller's, mostly a transaction. */
export type Pairing<Tables> = {
  readonly office: Office
  /** The secret of the pair; undefined before the offices are paired. */
  readonly pairSecret: (db: Kysely<Tables>) => Promise<Secret | undefined>
  readonly writeAudit: (db: Kysely<Tables>, act: StaffAct) => Promise<void>
  readonly log: Log
}
type Rooms = Pairing<StaffTables> & { readonly db: Kysely<StaffTables> }

/** Makes the mark of an address, alike at both offices; undefined before they are paired. */
const markOf = async ({ db, pairSecret }: Rooms) => {
  const secret = await pairSecret(db)
  return secret && ((email: string) => staffMark(secret, email))
}

/** Marks of all accounts of this office, in their own order; none before the offices are paired. */
export const ownStaffMarks = async (rooms: Rooms): Promise<string[]> => {
  const mark = await markOf(rooms)
  return mark ? (await listAccounts(rooms.db)).map(({ email }) => mark(email)).sort() : []
}

/** @throws account-at-both-offices when the other office has told an account with this address */
export const refuseAtBothOffices = async (rooms: Rooms, email: string): Promise<void> => {
  const mark = await markOf(rooms)
  if (mark && (await hasStaffMark(rooms.db, mark(email))))
    throw accountAtBothOffices({
      remedy: 'one person works at one office: close one of the two accounts',
    })
}

/** As `refuseAtBothOffices`, for an account that is about to be signed in; the refusal is an act of its own. */
export const refuseSignInAtBothOffices = async (rooms: Rooms, id: string): Promise<void> => {
  const account = await findAccount(rooms.db, id)
  if (!account) return
  try {
    await refuseAtBothOffices(rooms, account.email)
  } catch (problem) {
    rooms.log.say('a sign-in was refused: account at both offices')
    await inTransaction(rooms.db, (db) =>
      rooms.writeAudit(db, { actor: id, act: 'staff.refused-at-both', obj: id }),
    )
    throw problem
  }
}

const OTHER = { collection: 'vault', vault: 'collection' } as const

/**
 * Keeps the other office's marks, within the caller's transaction. Accounts that are on both lists are signed out and heard
 * in log and audit chain, once for each new list.
 */
export const keepStaffMarks = async (rooms: Rooms, marks: readonly string[]): Promise<void> => {
  const { db, log, office, writeAudit } = rooms
  const told = [...new Set(marks)].sort()
  const before = await listStaffMarks(db)
  const isNew = told.join() !== before.join()
  if (isNew) await saveStaffMarks(db, told)
  const mark = await markOf(rooms)
  const both = new Set(told)
  const overlap = (await listAccounts(db)).filter(({ email }) => mark && both.has(mark(email)))
  for (const account of overlap) await endSessions(db, account)
  if (overlap.length === 0 || !isNew) return
  log.say('accounts at both offices', { accounts: overlap.length })
  await writeAudit(db, {
    actor: OTHER[office],
    act: 'staff.at-both',
    obj: 'accounts',
    n: overlap.length,
    params: overlap.map(({ id }) => id),
  })
}
