import { DraftOpening, OpenedDraft } from '@echolot/contract/responses'
import { pinDigest, sameDigest } from '@echolot/crypto/pseudonym'
import { inTransaction } from '@echolot/database'
import { endpoint } from '@echolot/http'
import { byRespondent, keptAlive } from '../access/by-respondent.ts'
import type { House } from '../house.ts'
import {
  alreadyComplete,
  noPausedDraft,
  pausedDraftGone,
  pinWrong,
  sessionOver,
  waveClosed,
  withdrawn,
} from '../problems.ts'
import { countWrongPin, deletePausedDraft, findPausedDraft } from '../store/paused-drafts.ts'
import { refuseUnlessOpen } from './refuse-unless-open.ts'

/** Wrong PINs after which a draft is destroyed. */
export const PIN_TRIES = 5

export const postDraftOpening = endpoint({
  method: 'post',
  path: '/v1/draft/opening',
  summary:
    'Hands out a paused questionnaire against the proof of its PIN; the fifth wrong one destroys it.',
  access: byRespondent,
  body: DraftOpening,
  problems: [
    sessionOver,
    noPausedDraft,
    pinWrong,
    pausedDraftGone,
    withdrawn,
    alreadyComplete,
    waveClosed,
  ],
  answer: OpenedDraft,
  // A problem would undo the transaction, and with it the count of wrong PINs.
  transaction: 'none',
  run: async ({ caller, body }, house: House) => {
    const outcome = await inTransaction(house.db, (db) =>
      openDraft({ caller, verifier: body.verifier }, { ...house, db }),
    )
    if ('problem' in outcome) throw outcome.problem
    return keptAlive({ ciphertext: outcome.ciphertext }, caller)
  },
})

const openDraft = async (
  { caller, verifier }: { caller: ReturnType<typeof byRespondent>; verifier: string },
  house: House,
) => {
  const { study, psn } = caller
  await refuseUnlessOpen(caller, house)
  const draft = await findPausedDraft(house.db, psn)
  if (!draft) return { problem: noPausedDraft({}) }
  const { ver } = await house.keyring.ofStudy(study)
  if (ver.some(({ key }) => sameDigest(pinDigest(key, study, verifier), draft.verifier)))
    return { ciphertext: draft.ciphertext }
  const tries = draft.tries + 1
  if (tries < PIN_TRIES) {
    await countWrongPin(house.db, psn, tries)
    return { problem: pinWrong({ triesLeft: PIN_TRIES - tries }) }
  }
  await deletePausedDraft(house.db, psn)
  return { problem: pausedDraftGone({}) }
}
