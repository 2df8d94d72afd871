import type { EventFeed } from '@echolot/contract/enrolments'
import { EventQuery } from '@echolot/contract/peer'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { findAuditHead } from '../store/audit.ts'
import { countCredentials } from '../store/credentials.ts'
import { countEvents, findNewestBatch, listBatches, wipeBatches } from '../store/events.ts'
import type { WavePlace } from '../store/waves.ts'
import { peerEndpoint } from './peer-endpoint.ts'

/** M3, and M4: asking after a batch says that it has arrived, so its content is wiped here. */
export const getEvents = peerEndpoint({
  method: 'get',
  path: '/peer/v1/studies/:study/waves/:wave/events',
  query: EventQuery,
  run: async ({ place, query: { after, head } }, house: House): Promise<EventFeed> => {
    const wiped = await wipeBatches(house.db, place, after)
    await writeAudit(house, {
      actor: 'vault',
      act: 'events.fetched',
      obj: `${place.study}/${place.wave}`,
      n: wiped,
      // The vault's own head stands in our chain from now on: neither can cut its chain alone.
      ...(head === undefined ? {} : { params: { head } }),
    })
    return feedOf({ place, after }, house)
  },
})

const feedOf = async (
  { place, after }: { place: WavePlace; after: number },
  { db }: House,
): Promise<EventFeed> => {
  const batches = await listBatches(db, place, after)
  const newest = await findNewestBatch(db, place)
  return {
    seq: newest?.seq ?? 0,
    batches: batches.map(({ seq, payload }) => ({ seq, items: JSON.parse(payload as string) })),
    totals: { ...(await countCredentials(db, place)), ...(await countEvents(db, place)) },
    auditHead: (await findAuditHead(db))?.mac ?? '',
  }
}
