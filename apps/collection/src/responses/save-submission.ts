import type { Submission } from '@echolot/contract/responses'
import {
  attemptDigest,
  householdPseudonym,
  sealLink,
  studyPseudonym,
  tombstoneOf,
} from '@echolot/crypto/pseudonym'
import { weekOf } from '@echolot/study'
import type { RespondentSession } from '../access/by-respondent.ts'
import type { House } from '../house.ts'
import {
  alreadyComplete,
  answersInvalid,
  instrumentDiffers,
  waveClosed,
  withdrawn,
} from '../problems.ts'
import { listAttempts, saveAttempt } from '../store/inbox.ts'
import { lockFor } from '../store/locks.ts'
import { deletePausedDraft } from '../store/paused-drafts.ts'
import { deleteRefusals } from '../store/refusals.ts'
import { findResponse } from '../store/responses.ts'
import type { AnswersColumns } from '../store/tables.ts'
import { hasTombstone } from '../store/tombstones.ts'
import { findWave } from '../store/waves.ts'
import { consentOf } from './consent-of.ts'
import { refuse } from './refuse.ts'
import { withRemedy } from './remedies.ts'
import { postEvent } from './seal-event.ts'

export type Saving = {
  readonly session: RespondentSession
  readonly submission: Submission
  readonly mode: AnswersColumns['mode']
  /** The `done` event sealed to the vault, when this submission is the last page. */
  readonly done: string | undefined
}

/**
 * Keeps what one person has answered so far, within one transaction. A second attempt never overwrites the first.
 * @throws withdrawn, already-complete (whatever the answers are), wave-closed, instrument-differs, answers-invalid
 */
export const saveSubmission = async (saving: Saving, house: House): Promise<void> => {
  const { session, submission, mode } = saving
  const { study, wave, psn } = session
  const { db } = house
  const keys = await house.keyring.ofStudy(study)
  await lockFor(db, psn)
  const tombstone = tombstoneOf(keys.tomb, psn)
  if (await hasTombstone(db, tombstone)) throw withdrawn({})
  const attempt = attemptDigest(submission.attempt)
  const attempts = await listAttempts(db, psn)
  const finished = [await findResponse(db, psn), ...attempts].filter(
    (row) => row !== undefined && row.completed_in !== null,
  )
  if (finished.some((row) => row?.attempt === attempt)) return
  if (mode === 'web' && finished.length > 0) throw alreadyComplete({})
  if ((await findWave(db, { study, wave }))?.closed_on !== null) throw waveClosed({})
  const mine = attempts.find((row) => row.attempt === attempt)
  if (mine && !submission.completed && submission.counter <= mine.counter) return

  const { instrument, validate } = await house.instruments.read(db, session.instrument)
  if (submission.instrument !== undefined && submission.instrument !== session.instrument)
    throw instrumentDiffers({ expected: session.instrument })
  // Nobody can be asked again on paper: what is missing there stays missing.
  const errors = validate(mode === 'web' ? submission : { ...submission, completed: false })
  if (errors.length > 0) throw answersInvalid({ errors: errors.map(withRemedy) })
  if (consentOf(instrument, submission.answers) === 'refused')
    return refuse({ session, disposition: '2.111' }, house)

  const week = weekOf(house.now())
  await saveAttempt(db, {
    psn,
    attempt,
    study,
    wave,
    stratum: session.stratum,
    link: sealLink(keys.link, study, studyPseudonym(keys.psn, study, session.link)),
    household: session.household
      ? sealLink(keys.link, study, householdPseudonym(keys.psn, study, session.household))
      : null,
    mode,
    instrument: session.instrument,
    language: submission.language ?? (instrument.languages[0]?.tag as string),
    week,
    answers: JSON.stringify(submission.answers),
    shown: JSON.stringify(submission.shown),
    completed_in: submission.completed ? week : null,
    counter: submission.counter,
    ordinal: mine?.ordinal ?? Math.max(0, ...attempts.map(({ ordinal }) => ordinal)) + 1,
  })
  if (!submission.completed) return
  await deletePausedDraft(db, psn)
  await deleteRefusals(db, [tombstone])
  if (finished.length === 0 && saving.done !== undefined)
    await postEvent(house, { study, wave }, { kind: 'done', sealed: saving.done })
}
