import { type EventFeed, type EventTotals, SealedEvent } from '@echolot/contract/enrolments'
import { type EventToken, tokenHash } from '@echolot/crypto/access-code'
import { shuffled } from '@echolot/crypto/random'
import { openSealed } from '@echolot/crypto/seal'
import { Problem } from '@echolot/problem'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { askEvents, tellDispositions } from '../peer/messages.ts'
import { eventsUnreadable } from '../problems.ts'
import { findAuditHead } from '../store/audit.ts'
import { listOpenContacts } from '../store/contact-events.ts'
import { findByTokenHash } from '../store/credentials.ts'
import { findFeed, saveFeed, type WavePlace } from '../store/feeds.ts'
import { countDuplicates } from '../store/frame-imports.ts'
import { saveOutcome } from '../store/outcomes.ts'
import { countDispositions } from './dispositions-of.ts'

export type Pulled = { readonly redeemed: number; readonly totals: EventTotals }

/**
 * Fetches the done-tokens of a wave and redeems them: outcome without moment, who it was only by the hash of the token. A
 * token that does not open or belongs to nobody changes nothing at all.
 * @throws events-unreadable, and what asking the collection throws
 */
export const pullEvents = async (house: House, place: WavePlace, by: string): Promise<Pulled> => {
  const { db, keyring, collection, now } = house
  const before = await findFeed(db, place)
  const after = before?.seq ?? 0
  const feed = await askEvents(collection, place, { after, head: (await findAuditHead(db))?.mac })
  const fresh = feed.batches.filter(({ seq }) => seq > after)
  // No batch is missing in between, and none at the end.
  const unbroken =
    feed.seq === after + fresh.length && fresh.every(({ seq }, index) => seq === after + index + 1)
  if (!unbroken) return { redeemed: 0, totals: await keepBroken(house, place, feed) }

  const events = await opened(fresh, { db, keyring }, place)
  const received = (before?.received ?? 0) + events.length
  const { totals } = feed
  const agree = received + totals.held === totals.done + totals.refused + totals.withdrawn
  const redeemed = await db.transaction().execute(async (transaction) => {
    let news = 0
    for (const { person, kind } of shuffled(events))
      if (await saveOutcome(transaction, { ...place, person, kind })) news++
    await saveFeed(transaction, {
      ...place,
      seq: fresh.at(-1)?.seq ?? after,
      received,
      totals: JSON.stringify(totals),
      pulled_at: now().toISOString(),
      fault: agree ? null : 'totals-differ',
    })
    // The other side's head in our chain: neither side can rewrite its own alone.
    await writeAudit(
      { ...house, db: transaction },
      {
        actor: by,
        act: 'events.pulled',
        obj: `${place.study}/${place.wave}`,
        n: events.length,
        params: feed.auditHead,
      },
    )
    return news
  })
  return { redeemed, totals }
}

/** The chain of batches has a gap: nothing is redeemed, reminders stop. */
const keepBroken = async ({ db, now }: House, place: WavePlace, feed: EventFeed) => {
  const before = await findFeed(db, place)
  await saveFeed(db, {
    ...place,
    seq: before?.seq ?? 0,
    received: before?.received ?? 0,
    totals: JSON.stringify(feed.totals),
    pulled_at: before?.pulled_at ?? now().toISOString(),
    fault: 'chain-broken',
  })
  return feed.totals
}

const opened = async (
  batches: EventFeed['batches'],
  { db, keyring }: Pick<House, 'db' | 'keyring'>,
  place: WavePlace,
) => {
  const events: { person: string; kind: SealedEvent['k'] }[] = []
  for (const { items } of batches)
    for (const item of items) {
      const read = SealedEvent.safeParse(await openSealed(keyring.office().seal, item))
      if (!read.success) throw eventsUnreadable({ reason: 'not sealed to this vault' })
      const holder = await findByTokenHash(db, place, tokenHash(read.data.t as EventToken))
      if (!holder) throw eventsUnreadable({ reason: 'no letter of this wave has this token' })
      events.push({ person: holder.person, kind: read.data.k })
    }
  return events
}

/** Tells the collection what the post brought back; sent again with every pull, so a failure only waits. */
export const sendDispositions = async (house: House, place: WavePlace): Promise<void> => {
  const { db, collection, log } = house
  const contacts = await listOpenContacts(db, place)
  const histories = [...Map.groupBy(contacts, ({ person }) => person).values()].map((events) => ({
    blocked: events[0]?.blocked_on == null ? ('open' as const) : ('blocked' as const),
    events,
  }))
  const counts = countDispositions(histories, await countDuplicates(db, place.study))
  try {
    await tellDispositions(collection, place, counts)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    log.say('dispositions not told', { problem: error.type })
  }
}
