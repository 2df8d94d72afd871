import type { Submission } from '@echolot/contract/responses'
import type { CollectionStudyKeys } from '@echolot/crypto/keys'
import {
  attemptDigest,
  householdPseudonym,
  sealLink,
  studyPseudonym,
  tombstoneOf,
} from '@echolot/crypto/pseudonym'
import type { Instrument } from '@echolot/instrument'
import { weekOf } from '@echolot/study'
import type { RespondentSession } from '../access/by-respondent.ts'
import type { House } from '../house.ts'
import {
  alreadyComplete,
  answersInvalid,
  instrumentDiffers,
  tooManyTries,
  waveClosed,
  withdrawn,
} from '../problems.ts'
import { changeAttempt, saveAttempt } from '../store/inbox.ts'
import { lockFor } from '../store/locks.ts'
import { deletePausedDraft } from '../store/paused-drafts.ts'
import { deleteRefusals } from '../store/refusals.ts'
import { readStanding } from '../store/standing.ts'
import type { AnswersColumns } from '../store/tables.ts'
import { consentOf } from './consent-of.ts'
import { refuse } from './refuse.ts'
import { withRemedy } from './remedies.ts'
import { postEvent } from './seal-event.ts'

/** Nobody begins as often as this; a script with one letter could fill the disk. */
const MOST_ATTEMPTS = 20
/** In seconds. */
const DAY = 24 * 60 * 60

export type Saving = {
  readonly session: RespondentSession
  readonly submission: Submission
  readonly mode: AnswersColumns['mode']
  /** The `done` event sealed to the vault, when this submission is the last page. */
  readonly done: string | undefined
}

/**
 * Keeps what one person has answered so far, within one transaction. A second attempt never overwrites the first.
 * @throws withdrawn, already-complete (whatever the answers are), wave-closed, instrument-differs, answers-invalid,
 *   too-many-tries when one code has begun too often
 */
export const saveSubmission = async (saving: Saving, house: House): Promise<void> => {
  const { session, submission, mode } = saving
  const { study, wave, psn } = session
  const { db } = house
  const keys = await house.keyring.ofStudy(study)
  const tombstone = tombstoneOf(keys.tomb, psn)
  await lockFor(db, psn)
  const standing = await readStanding(db, { study, wave, psn, tombstone })
  if (standing.withdrawn) throw withdrawn({})
  const attempt = attemptDigest(submission.attempt)
  if (standing.finished.includes(attempt)) return
  if (mode === 'web' && standing.finished.length > 0) throw alreadyComplete({})
  if (standing.closed) throw waveClosed({})
  const mine = standing.attempts.find((row) => row.attempt === attempt)
  if (mine && !submission.completed && submission.counter <= mine.counter) return
  if (!mine && standing.attempts.length >= MOST_ATTEMPTS) throw tooManyTries({ retryAfter: DAY })

  const { instrument, validate } = await house.instruments.read(db, session.instrument)
  if (submission.instrument !== undefined && submission.instrument !== session.instrument)
    throw instrumentDiffers({ expected: session.instrument })
  // Nobody can be asked again on paper: what is missing there stays missing.
  const errors = validate(mode === 'web' ? submission : { ...submission, completed: false })
  if (errors.length > 0) throw answersInvalid({ errors: errors.map(withRemedy) })
  const language = languageOf(submission, instrument)
  if (consentOf(instrument, submission.answers) === 'refused')
    return refuse({ session, disposition: '2.111' }, house)

  const week = weekOf(house.now())
  const page = {
    language,
    week,
    answers: JSON.stringify(submission.answers),
    shown: JSON.stringify(submission.shown),
    completed_in: submission.completed ? week : null,
    counter: submission.counter,
  }
  if (mine) await changeAttempt(db, { psn, attempt }, page)
  else
    await saveAttempt(db, {
      psn,
      attempt,
      ...originOf(saving, keys),
      ...page,
      ordinal: Math.max(0, ...standing.attempts.map(({ ordinal }) => ordinal)) + 1,
    })
  if (!submission.completed) return
  await deletePausedDraft(db, psn)
  await deleteRefusals(db, [tombstone])
  if (standing.finished.length === 0 && saving.done !== undefined)
    await postEvent(house, { study, wave }, { kind: 'done', sealed: saving.done })
}

/** The language answered in: one that respondents are offered; the source when none was named. */
const languageOf = ({ language }: Submission, { languages }: Instrument): string => {
  const offered = languages.filter(({ live }) => live).map(({ tag }) => tag)
  if (language === undefined) return offered[0] ?? (languages[0]?.tag as string)
  if (offered.includes(language)) return language
  throw answersInvalid({
    errors: [
      {
        path: '/language',
        rule: 'language',
        message: 'the questionnaire is not offered in this language',
        remedy: `send one of ${offered.join(', ')}`,
      },
    ],
  })
}

/** What stays the same from the first page of an attempt to the last. */
const originOf = ({ session, mode }: Saving, keys: CollectionStudyKeys) => {
  const { study, wave, stratum, instrument, link, household } = session
  return {
    study,
    wave,
    stratum,
    instrument,
    mode,
    link: sealLink(keys.link, study, studyPseudonym(keys.psn, study, link)),
    household: household
      ? sealLink(keys.link, study, householdPseudonym(keys.psn, study, household))
      : null,
  }
}
