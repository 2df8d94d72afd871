import type { PullReceipt } from '@echolot/contract/mailings'
import type { FeedTable } from '../store/tables.ts'

export type ReminderGate = Exclude<PullReceipt['reminderGate'], null>

const ONE_DAY = 24 * 60 * 60 * 1_000

/** Why nobody may be reminded now, or null: fresh news, an unbroken chain and equal totals are needed. */
export const reminderGateOf = (
  feed: Pick<FeedTable, 'pulled_at' | 'fault'> | undefined,
  now: Date,
): ReminderGate | null => {
  if (!feed) return 'never-pulled'
  if (feed.fault) return feed.fault
  return now.getTime() - Date.parse(feed.pulled_at) > ONE_DAY ? 'feed-too-old' : null
}
