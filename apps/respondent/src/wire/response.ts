import type { Receipt, Submission } from '@echolot/contract/responses'
import { call } from './call.ts'

/** Saves the answers so far. */
export const saveAnswers = (submission: Submission) =>
  call<Receipt>('PUT', '/v1/response', { body: submission })

/** The same in the moment somebody leaves: nobody hears the answer. */
export const saveAnswersInParting = (submission: Submission) =>
  call<Receipt>('PUT', '/v1/response', { body: submission, parting: true })
