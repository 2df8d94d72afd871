import type { CodeSecrets } from '@echolot/contract/responses'
import { type DraftLock, draftVerifier, openDraft, sealDraft } from '@echolot/crypto/browser'
import { askForDraft, leaveDraft } from '../wire/draft.ts'
import { inSession } from '../wire/in-session.ts'

/** A questionnaire put aside: everything needed to go on, on any device. */
export type Draft = {
  readonly attempt: string
  readonly counter: number
  readonly language: string
  readonly page: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly visited: readonly string[]
}

type Keys = { readonly secrets: CodeSecrets; readonly salt: string; readonly pin: string }
const lockOf = ({ secrets, salt, pin }: Keys): DraftLock => ({
  wrapkey: secrets.wrapkey,
  salt,
  pin,
})

/** Seals the draft on the device and leaves the ciphertext with the collection. */
export const putDraftAside = async (draft: Draft, keys: Keys): Promise<'done' | 'failed'> => {
  const sealed = await sealDraft(lockOf(keys), draft)
  const reply = await inSession(keys.secrets, () =>
    leaveDraft({ attempt: draft.attempt, ...sealed }),
  )
  return reply.kind === 'done' ? 'done' : 'failed'
}

/** Fetches and opens the draft; a wrong PIN counts at the collection, the fifth destroys it. */
export const takeUpDraft = async (
  keys: Keys,
): Promise<{ readonly draft: Draft } | { readonly fault: 'wrong' | 'gone' | 'unreachable' }> => {
  const verifier = await draftVerifier(lockOf(keys))
  const reply = await inSession(keys.secrets, () => askForDraft(verifier))
  if (reply.kind === 'unreachable') return { fault: 'unreachable' }
  if (reply.kind === 'problem') {
    if (reply.status === 404 || reply.status === 409 || reply.status === 410)
      return { fault: 'gone' }
    return { fault: reply.status === 403 ? 'wrong' : 'unreachable' }
  }
  const draft = await openDraft(lockOf(keys), reply.body.ciphertext)
  return draft === undefined ? { fault: 'gone' } : { draft: draft as Draft }
}
