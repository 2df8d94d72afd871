import type { CodeSecrets, Submission } from '@echolot/contract/responses'
import type { Reply } from '../wire/call.ts'
import { inSession } from '../wire/in-session.ts'
import { saveAnswers } from '../wire/response.ts'
import type { Sent } from './save-queue.ts'

/** Sends one submission and says what became of it. */
export const sendSubmission = async (
  submission: Submission,
  secrets: CodeSecrets,
): Promise<Sent> => {
  const reply = await inSession(secrets, () => saveAnswers(submission))
  switch (reply.kind) {
    case 'done':
      return { kind: 'saved' }
    case 'unreachable':
      return { kind: 'later' }
    case 'problem':
      return sentOfProblem(reply)
  }
}

/** What a problem means for the queue: come back later, look at the answers again, or it is over. */
export const sentOfProblem = (problem: Extract<Reply<unknown>, { kind: 'problem' }>): Sent => {
  const { status, type, errors, retryAfterMs } = problem
  if (status === 409)
    return { kind: 'refused', because: type === 'already-complete' ? 'finished' : 'unknown' }
  if (status === 410) return { kind: 'refused', because: 'closed' }
  if (status === 404 || status === 403) return { kind: 'refused', because: 'unknown' }
  if (status === 400 || status === 413 || status === 422) return { kind: 'invalid', errors }
  return retryAfterMs === undefined ? { kind: 'later' } : { kind: 'later', afterMs: retryAfterMs }
}
