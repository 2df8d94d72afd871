import { PausedDraft } from '@echolot/contract/responses'
import { attemptDigest, pinDigest } from '@echolot/crypto/pseudonym'
import { endpoint } from '@echolot/http'
import { byRespondent, keptAlive } from '../access/by-respondent.ts'
import type { House } from '../house.ts'
import { alreadyComplete, sessionOver, waveClosed, withdrawn } from '../problems.ts'
import { savePausedDraft } from '../store/paused-drafts.ts'
import { refuseUnlessOpen } from './refuse-unless-open.ts'

export const putDraft = endpoint({
  method: 'put',
  path: '/v1/draft',
  summary: 'Keeps a paused questionnaire, sealed on the device with code and PIN.',
  access: byRespondent,
  body: PausedDraft,
  problems: [sessionOver, withdrawn, alreadyComplete, waveClosed],
  run: async ({ caller, body }, house: House) => {
    const { study, wave, psn } = caller
    await refuseUnlessOpen(caller, house)
    const [ver] = (await house.keyring.ofStudy(study)).ver
    if (!ver) throw new RangeError('a study has at least one K_ver')
    await savePausedDraft(house.db, {
      psn,
      study,
      wave,
      attempt: attemptDigest(body.attempt),
      verifier: pinDigest(ver.key, study, body.verifier),
      tries: 0,
      ciphertext: body.ciphertext,
    })
    return keptAlive(undefined, caller)
  },
})
