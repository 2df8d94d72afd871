import type { DraftLock, DraftLockOrder } from '@echolot/contract/instruments'
import type { House } from '../house.ts'
import { lockMissing } from '../problems.ts'
import type { Staff } from '../staff/login.ts'
import { deleteLock, findLock, saveLock } from '../store/draft-locks.ts'
import { findDraft } from '../store/instrument-drafts.ts'
import { lockFor } from '../store/locks.ts'
import type { DraftLockTable } from '../store/tables.ts'

/** How long a lock holds without being renewed. Tabs in the background may wake only once a minute. */
export const LEASE_MS = 90_000

type Asking = { readonly name: string; readonly caller: Staff; readonly editor: string | undefined }

/** Who may save the draft now, as this editor sees it. */
export const readLock = async (
  { name, caller, editor }: Asking,
  { db, now }: Pick<House, 'db' | 'now'>,
): Promise<DraftLock> => {
  const lock = await findLock(db, name)
  const revision = (await findDraft(db, name))?.revision ?? 0
  const own = lock !== undefined && isOf(lock, { caller, editor })
  if (lock === undefined || (!own && isOver(lock, now())))
    return { state: 'free', by: null, since: null, revision }
  return {
    state: own ? 'mine' : lock.holder === caller.id ? 'other-window' : 'other',
    by: lock.holder_name,
    since: lock.since,
    revision,
  }
}

/**
 * Takes, renews or gives back the lock of a draft; gives it as it is then. Holding what somebody else holds changes
 * nothing.
 */
export const orderLock = async (
  { name, caller, editor, act }: Asking & DraftLockOrder,
  house: Pick<House, 'db' | 'now'>,
): Promise<DraftLock & { readonly from: string | undefined }> => {
  const { db, now } = house
  await lockFor(db, `draft:${name}`)
  const before = await findLock(db, name)
  const isLive = before !== undefined && !isOver(before, now())
  const isOwn = before !== undefined && isOf(before, { caller, editor })
  const others = isLive && !isOwn ? before.holder : undefined
  if (act === 'leave') await deleteLock(db, { name, holder: caller.id, editor })
  else if (others === undefined || act === 'take-over')
    await saveLock(db, {
      name,
      holder: caller.id,
      holder_name: caller.name,
      editor,
      since: isOwn ? before.since : minuteOf(now()),
      renewed_at: now().toISOString(),
    })
  return {
    ...(await readLock({ name, caller, editor }, house)),
    from: act === 'take-over' ? others : undefined,
  }
}

/**
 * Refuses a save by anybody but the editor that holds the lock, and renews it otherwise. A lease that ran out is still
 * its holder's until somebody else takes the lock: a laptop may sleep.
 * @throws lock-missing
 */
export const refuseWithoutLock = async (
  { name, caller, editor }: Asking,
  house: Pick<House, 'db' | 'now'>,
): Promise<void> => {
  const { db, now } = house
  await lockFor(db, `draft:${name}`)
  const lock = await findLock(db, name)
  if (lock === undefined || !isOf(lock, { caller, editor })) {
    const { by, since } = await readLock({ name, caller, editor }, house)
    throw lockMissing({ by, since })
  }
  await saveLock(db, { ...lock, renewed_at: now().toISOString() })
}

const isOf = (
  lock: DraftLockTable,
  { caller, editor }: Pick<Asking, 'caller' | 'editor'>,
): boolean => lock.holder === caller.id && lock.editor === editor

const isOver = ({ renewed_at }: DraftLockTable, now: Date): boolean =>
  now.getTime() - Date.parse(renewed_at) > LEASE_MS

const minuteOf = (moment: Date) => `${moment.toISOString().slice(0, 16)}:00Z`
