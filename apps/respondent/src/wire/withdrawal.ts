import type { CodeSecrets } from '@echolot/contract/responses'
import { call } from './call.ts'

/** Deletes every answer this code has given. Answered alike whatever existed. */
export const withdraw = (secrets: CodeSecrets) =>
  call<unknown>('POST', '/v1/withdrawal', { body: { ...secrets, scope: 'study' } })
