import { CredentialBatch, type CredentialReceipt } from '@echolot/contract/enrolments'
import { KDF_ID } from '@echolot/crypto/access-code'
import { credentialVerifier, wrapCredential } from '@echolot/crypto/pseudonym'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { approvalOver, frameCellTooSmall, frameNotAllowed, waveClosed } from '../problems.ts'
import { saveCredentials } from '../store/credentials.ts'
import { saveFrame } from '../store/frames.ts'
import { findStudy } from '../store/studies.ts'
import { findWave } from '../store/waves.ts'
import { studyFileOf } from '../studies/study-file.ts'
import { peerEndpoint } from './peer-endpoint.ts'

/** M1: letters are about to be printed; these are the locks their codes will open. */
export const putCredentials = peerEndpoint({
  method: 'put',
  path: '/peer/v1/studies/:study/waves/:wave/credentials',
  body: CredentialBatch,
  run: async ({ place, body: { items, frame } }, house: House): Promise<CredentialReceipt> => {
    const { study, wave } = place
    const row = await findStudy(house.db, study)
    if (!row) throw notFound({ what: 'study' })
    const { approval, leastCell, featuresAllowed } = studyFileOf(row)
    if (dayOf(house.now()) > approval.until) throw approvalOver({ until: approval.until })
    if (row.state !== 'field' || (await findWave(house.db, place))?.closed_on !== null)
      throw waveClosed({})
    if (frame.length > 1 && !featuresAllowed.includes('stratum')) throw frameNotAllowed({})
    // An empty cell marks nobody; a small one would.
    const small = frame.find(({ gross }) => gross > 0 && gross < leastCell)
    if (small) throw frameCellTooSmall({ stratum: small.stratum, least: leastCell })
    await saveFrame(
      house.db,
      frame.map((cell) => ({ study, wave, ...cell })),
    )
    const keys = await house.keyring.ofStudy(study)
    const [ver] = keys.ver
    if (!ver) throw new RangeError('a study has at least one K_ver')
    const receipt = await saveCredentials(
      house.db,
      items.map(({ cred, lookup, wrap }) => ({
        verifier: credentialVerifier(ver.key, study, lookup),
        cred,
        study,
        wave,
        wrap: wrapCredential(keys.wrap, wrap, { study, wave, credential: cred }),
        kid: ver.kid,
        kdf: KDF_ID,
        state: 'issued' as const,
      })),
    )
    await writeAudit(house, {
      actor: 'vault',
      act: 'credentials.registered',
      obj: `${study}/${wave}`,
      n: receipt.accepted,
    })
    return receipt
  },
})
