import { PullReceipt } from '@echolot/contract/mailings'
import { ask } from './ask.ts'

/** Fetches from the university who needs no reminder, and nothing else. */
export const pullEvents = (study: string) =>
  ask(PullReceipt, '/v1/events/pull', { method: 'POST', body: { study } })
