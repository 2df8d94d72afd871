import { shuffled } from '@echolot/crypto/random'
import { dayOf } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { deleteHeld, findNewestBatch, listHeld, saveBatch } from '../store/events.ts'
import { lockFor } from '../store/locks.ts'
import { markFlushed, type WavePlace } from '../store/waves.ts'

/** Makes all waiting events of a wave one shuffled batch, within the caller's transaction; gives its number. */
export const flushEvents = async (
  { place, actor }: { readonly place: WavePlace; readonly actor: string },
  house: House,
): Promise<number | null> => {
  const { db } = house
  await lockFor(db, `flush ${place.study}/${place.wave}`)
  const held = await listHeld(db, place)
  await markFlushed(db, place, dayOf(house.now()))
  if (held.length === 0) return null
  const seq = ((await findNewestBatch(db, place))?.seq ?? 0) + 1
  const count = (kind: string) => held.filter((event) => event.kind === kind).length
  await saveBatch(db, {
    ...place,
    seq,
    payload: JSON.stringify(shuffled(held.map(({ sealed }) => sealed))),
    done: count('done'),
    refused: count('refused'),
    withdrawn: count('withdrawn'),
  })
  await deleteHeld(
    db,
    held.map(({ id }) => id),
  )
  await writeAudit(house, {
    actor,
    act: 'events.flushed',
    obj: `${place.study}/${place.wave}`,
    n: held.length,
  })
  return seq
}
