import type { CodeSecrets } from '@echolot/contract/responses'
import { call } from './call.ts'

/** Says that this person does not take part: no answers are kept, no letter follows. */
export const refuse = (secrets: CodeSecrets, reason: 'refused' | 'consent') =>
  call<unknown>('POST', '/v1/refusal', { body: { ...secrets, reason } })
