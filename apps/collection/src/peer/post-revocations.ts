import { Revocation, type RevocationReceipt } from '@echolot/contract/enrolments'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { revokeCredentials } from '../store/credentials.ts'
import { peerEndpoint } from './peer-endpoint.ts'

/** M2: letters that must not open anything any more; the answer never says whether one was used. */
export const postRevocations = peerEndpoint({
  method: 'post',
  path: '/peer/v1/studies/:study/waves/:wave/credentials/revocations',
  body: Revocation,
  run: async ({ place, body: { creds } }, house: House): Promise<RevocationReceipt> => {
    const revoked = await revokeCredentials(house.db, place, creds)
    await writeAudit(house, {
      actor: 'vault',
      act: 'credentials.revoked',
      obj: `${place.study}/${place.wave}`,
      n: revoked,
    })
    return { revoked }
  },
})
