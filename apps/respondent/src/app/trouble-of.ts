import type { Trouble } from '../entrance/trouble-page.tsx'
import type { Reply } from '../wire/call.ts'

const BUSY_SECONDS = 30

/** In which of the troubles that have words a reply belongs. */
export const troubleOf = (reply: Exclude<Reply<unknown>, { kind: 'done' }>): Trouble => {
  if (reply.kind === 'unreachable') return { kind: 'unreachable' }
  const { status, retryAfterMs } = reply
  if (status === 429 || status === 503)
    return { kind: 'busy', seconds: Math.ceil((retryAfterMs ?? BUSY_SECONDS * 1_000) / 1_000) }
  if (status === 410) return { kind: 'closed' }
  if (status === 409) return { kind: 'submitted' }
  return { kind: status >= 500 ? 'unreachable' : 'unknown' }
}
