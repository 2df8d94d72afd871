import { inTransaction } from '@echolot/database'
import type { House } from '../house.ts'
import { deleteRevision, listAutomatic } from '../store/instrument-drafts.ts'

const DAY_MS = 86_400_000
/** Until then every ten minutes stay, then every hour. */
const FINE_DAYS = 2
/** Until then every hour stays, then every day. */
const HOURLY_DAYS = 30

/**
 * Leaves of the states that editors saved by themselves the newest of each hour after two days, and the newest of each
 * day after a month. What somebody saved by hand stays for ever.
 */
export const thinHistories = async (house: House): Promise<void> => {
  const seen = new Set<string>()
  const gone: { name: string; revision: number }[] = []
  for (const { name, revision, saved_at } of await listAutomatic(house.db)) {
    const days = (house.now().getTime() - Date.parse(saved_at)) / DAY_MS
    if (days <= FINE_DAYS) continue
    const slot = `${name} ${saved_at.slice(0, days > HOURLY_DAYS ? 10 : 13)}`
    if (seen.has(slot)) gone.push({ name, revision })
    seen.add(slot)
  }
  if (gone.length > 0)
    await inTransaction(house.db, async (db) => {
      for (const { name, revision } of gone) await deleteRevision(db, name, revision)
    })
}
