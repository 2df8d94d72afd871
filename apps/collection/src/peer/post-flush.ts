import type { FlushReceipt } from '@echolot/contract/enrolments'
import type { House } from '../house.ts'
import { flushEvents } from '../responses/flush-events.ts'
import { settleWave } from '../responses/flush-wave.ts'
import { countHeld } from '../store/events.ts'
import { peerEndpoint } from './peer-endpoint.ts'

/** Events that a batch must have at least when the vault asks for one out of turn. */
export const LEAST_FLUSH = 3

/** M5: before a reminder run. Nothing is sent while fewer than three events wait; they could be told apart. */
export const postFlush = peerEndpoint({
  method: 'post',
  path: '/peer/v1/studies/:study/waves/:wave/events/flush',
  run: async ({ place }, house: House): Promise<FlushReceipt> => ({
    batch:
      (await countHeld(house.db, place)) < LEAST_FLUSH
        ? null
        : await flushEvents({ place, actor: 'vault' }, house),
  }),
  // Answers leave the inbox together with their events.
  afterwards: async ({ place }, house: House) => {
    if ((await countHeld(house.db, place)) === 0)
      await settleWave({ place, which: 'completed' }, house)
  },
})
