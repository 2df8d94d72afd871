import type { CodeSecrets, Session } from '@echolot/contract/responses'
import { call } from './call.ts'

/** Opens a session; the answer says whether this code may still answer. */
export const openSession = (secrets: CodeSecrets) =>
  call<Session>('POST', '/v1/session', { body: secrets })
