import type { OpenedDraft, PausedDraft } from '@echolot/contract/responses'
import { call } from './call.ts'

/** Leaves a sealed draft with the collection. */
export const leaveDraft = (draft: PausedDraft) => call<unknown>('PUT', '/v1/draft', { body: draft })

/** Asks for the sealed draft; the fifth wrong PIN destroys it. */
export const askForDraft = (verifier: string) =>
  call<OpenedDraft>('POST', '/v1/draft/opening', { body: { verifier } })
