import { Keying, Receipt } from '@echolot/contract/responses'
import { clientAddress, endpoint, type Request } from '@echolot/http'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { openCode } from '../access/open-code.ts'
import type { House } from '../house.ts'
import {
  answersInvalid,
  codeUnknown,
  instrumentDiffers,
  roleMissing,
  secondFactorNeeded,
  signInNeeded,
  tooManyTries,
  waveClosed,
  withdrawn,
} from '../problems.ts'
import { saveSubmission } from './save-submission.ts'
import { sealEvent } from './seal-event.ts'

const byClerk = (request: Request, house: House) => ({
  ...byRole('entry')(request, house),
  network: clientAddress(request, house.config.proxies),
})

export const putKeying = endpoint({
  method: 'put',
  path: '/v1/keying',
  summary:
    'Keeps a paper questionnaire beside what came by web; the more complete one will count. Nothing can be read back.',
  access: byClerk,
  body: Keying,
  problems: [
    signInNeeded,
    roleMissing,
    secondFactorNeeded,
    codeUnknown,
    tooManyTries,
    withdrawn,
    waveClosed,
    instrumentDiffers,
    answersInvalid,
  ],
  answer: Receipt,
  transaction: 'none',
  run: async (
    { caller: { network }, body: { code, submission } },
    house: House,
  ): Promise<Receipt> => {
    const { study, wave, psn, secrets, instrument } = await openCode(
      { network, secrets: code },
      house,
    )
    const done = submission.completed
      ? await sealEvent(house, { token: secrets.token, kind: 'done' })
      : undefined
    await house.together((db) =>
      saveSubmission(
        { session: { study, wave, psn, instrument, ...secrets }, submission, mode: 'paper', done },
        { ...house, db },
      ),
    )
    return { savedOn: dayOf(house.now()) }
  },
})
