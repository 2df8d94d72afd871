import { DispositionCounts } from '@echolot/contract/dispositions'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { saveDispositions } from '../store/dispositions.ts'
import { peerEndpoint } from './peer-endpoint.ts'

/** The vault's counts of final outcomes for a whole wave: returned, blocked, deceased. Each message replaces the one before. */
export const putDispositions = peerEndpoint({
  method: 'put',
  path: '/peer/v1/studies/:study/waves/:wave/dispositions',
  body: DispositionCounts,
  run: async ({ place, body: { items } }, house: House) => {
    await saveDispositions(house.db, place, items)
    await writeAudit(house, {
      actor: 'vault',
      act: 'dispositions.told',
      obj: `${place.study}/${place.wave}`,
      n: items.reduce((sum, { count }) => sum + count, 0),
    })
    return {}
  },
})
