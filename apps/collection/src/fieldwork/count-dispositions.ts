import type { DispositionCode } from '@echolot/study'
import type { House } from '../house.ts'
import { listDispositions } from '../store/dispositions.ts'
import { countFinalDispositions } from '../store/final-counts.ts'
import { listFrame } from '../store/frames.ts'
import { countRefusals } from '../store/refusals.ts'
import { countByDisposition } from '../store/responses.ts'
import { countTombstones } from '../store/tombstones.ts'
import type { WavePlace } from '../store/waves.ts'

export type DispositionTally = readonly { readonly code: DispositionCode; readonly count: number }[]

/** "Nothing ever heard": whatever neither office has heard of. */
const NOTHING_HEARD: DispositionCode = '3.19'

/**
 * Final outcomes of all cases of a wave: what was answered, refused and withdrawn here, what the vault told (returned,
 * deceased, blocked), and the rest as never heard of. Adds up to the letters of the frame.
 */
export const countDispositions = async (
  place: WavePlace,
  { db, log }: Pick<House, 'db' | 'log'>,
): Promise<DispositionTally> => {
  const told = (await listDispositions(db, place)).filter(({ code }) => code !== NOTHING_HEARD)
  const counts = new Map<DispositionCode, number>()
  const add = (code: DispositionCode, count: number) =>
    counts.set(code, (counts.get(code) ?? 0) + count)
  for (const { disposition, n } of await countByDisposition(db, place)) add(disposition, n)
  for (const { disposition, n } of await countRefusals(db, place)) add(disposition, n)
  for (const { disposition, n } of await countTombstones(db, place)) add(disposition, n)
  for (const { disposition, n } of await countFinalDispositions(db, place)) add(disposition, n)
  for (const { code, count } of told) add(code, count)
  const letters = (await listFrame(db, place)).reduce((sum, { gross }) => sum + gross, 0)
  const heard = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (heard > letters)
    log.say('more outcomes than letters: the vault has counted some cases twice', {
      heard,
      letters,
    })
  counts.set(NOTHING_HEARD, Math.max(0, letters - heard))
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}
