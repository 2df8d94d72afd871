import type { CodeSecrets } from '@echolot/contract/responses'
import type { Reply } from './call.ts'
import { openSession } from './session.ts'

/**
 * A call that needs a session. One that is over (an hour has passed, the server was restarted) is opened again with
 * the secrets in memory, once, without anybody noticing.
 */
export const inSession = async <Body>(
  secrets: CodeSecrets,
  request: () => Promise<Reply<Body>>,
): Promise<Reply<Body>> => {
  const reply = await request()
  if (reply.kind !== 'problem' || reply.status !== 401) return reply
  const session = await openSession(secrets)
  if (session.kind !== 'done') return session
  switch (session.body.state) {
    case 'open':
      return request()
    case 'submitted':
      return { kind: 'problem', status: 409, type: 'already-complete', errors: [] }
    case 'closed':
      return { kind: 'problem', status: 410, type: 'wave-closed', errors: [] }
  }
}
