import { Receipt, Submission } from '@echolot/contract/responses'
import { endpoint } from '@echolot/http'
import { dayOf } from '@echolot/study'
import { byRespondent, keptAlive } from '../access/by-respondent.ts'
import type { House } from '../house.ts'
import {
  alreadyComplete,
  answersInvalid,
  instrumentDiffers,
  sessionOver,
  tooManyTries,
  waveClosed,
  withdrawn,
} from '../problems.ts'
import { saveSubmission } from './save-submission.ts'
import { sealEvent } from './seal-event.ts'

export const putResponse = endpoint({
  method: 'put',
  path: '/v1/response',
  summary: 'Saves all answers so far; called at every page change and at the end.',
  access: byRespondent,
  body: Submission,
  problems: [
    sessionOver,
    withdrawn,
    alreadyComplete,
    waveClosed,
    instrumentDiffers,
    answersInvalid,
    tooManyTries,
  ],
  answer: Receipt,
  // The transaction begins below: sealing takes a millisecond in which nobody else should wait.
  transaction: 'none',
  run: async ({ caller, body }, house: House) => {
    await house.limits.beforeSave(caller.psn)
    const done = body.completed
      ? await sealEvent(house, { token: caller.token, kind: 'done' })
      : undefined
    await house.together((db) =>
      saveSubmission({ session: caller, submission: body, mode: 'web', done }, { ...house, db }),
    )
    return keptAlive({ savedOn: dayOf(house.now()) } satisfies Receipt, caller)
  },
})
