import { Problem } from '@echolot/problem'
import type { House } from '../house.ts'
import { findFeed } from '../store/feeds.ts'
import { listWrittenWaves } from '../store/mailings.ts'
import { listStudies } from '../store/studies.ts'
import { pullEvents, sendDispositions } from './pull-events.ts'

/** A little less than a day, so that an hourly look never lets one become older than a day. */
const DUE_AFTER = 22 * 60 * 60 * 1_000

/** Fetches done-tokens of every open wave whose last pull is almost a day old. */
export const pullWhatIsDue = async (house: House): Promise<void> => {
  const { db, now, log } = house
  for (const { study, waves } of await listStudies(db))
    for (const wave of await listWrittenWaves(db, study)) {
      const withdrawUntil = waves.find((one) => one.wave === wave)?.withdrawUntil ?? ''
      if (now().toISOString().slice(0, 10) > withdrawUntil) continue
      const feed = await findFeed(db, { study, wave })
      if (feed && now().getTime() - Date.parse(feed.pulled_at) < DUE_AFTER) continue
      try {
        const { redeemed } = await pullEvents(house, { study, wave }, 'job')
        await sendDispositions(house, { study, wave })
        log.say('pulled', { redeemed })
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        log.say('pull failed', { problem: error.type })
      }
    }
}
