import type { InstrumentEnvelope } from '@echolot/contract/instruments'
import type { CodeSecrets, Session, Submission } from '@echolot/contract/responses'
import { newAttempt } from '@echolot/crypto/browser'
import type { Questionnaire, Snapshot } from '../questionnaire/engine.ts'
import type { SaveQueue } from '../saving/save-queue.ts'

/** Everything known about one person on this device. It lives in memory and nowhere else. */
export type Visit = {
  readonly secrets: CodeSecrets
  readonly session: Session
  readonly queue: SaveQueue
  attempt: string
  counter: number
  instrument?: InstrumentEnvelope
  questionnaire?: Questionnaire
}

export const newVisit = (known: Pick<Visit, 'secrets' | 'session' | 'queue'>): Visit => ({
  ...known,
  attempt: newAttempt(),
  counter: 0,
})

/** The next submission of a visit: all answers so far, under a number that rises. */
export const nextSubmission = (
  visit: Visit,
  snapshot: Snapshot,
  { language, completed }: { readonly language: string; readonly completed: boolean },
): Submission => {
  visit.counter += 1
  return {
    instrument: visit.session.instrument,
    attempt: visit.attempt,
    counter: visit.counter,
    page: snapshot.page,
    answers: snapshot.answers as Submission['answers'],
    shown: [...snapshot.shown],
    completed,
    language,
  }
}
