import type { CodeSecrets, Session } from '@echolot/contract/responses'
import { newAttempt } from '@echolot/crypto/browser'
import type { Walk } from '@echolot/routing'

/** A household's phone on the wire: the same requests as the respondent page sends. */
export const openEnvelope = (collection: string, secrets: CodeSecrets) => {
  let cookie = ''
  const send = async <Answer>(method: string, path: string, body: unknown): Promise<Answer> => {
    const response = await fetch(collection + path, {
      method,
      headers: { 'content-type': 'application/json', origin: collection, cookie },
      body: JSON.stringify(body),
    })
    if (!response.ok)
      throw new Error(
        `${method} ${path}: ${response.status} ${(await response.text()).slice(0, 2000)}`,
      )
    const set = response.headers.getSetCookie()[0]
    if (set) cookie = set.split(';')[0] as string
    return (response.status === 204 ? undefined : await response.json()) as Answer
  }
  return {
    refuse: (reason: 'refused' | 'consent') => send('POST', '/v1/refusal', { ...secrets, reason }),
    /** Leaves page after page as the walk says; the last page of a whole walk completes it. */
    answer: async ({ steps, outcome }: Walk, { language }: { language: string }) => {
      const { instrument } = await send<Session>('POST', '/v1/session', secrets)
      const attempt = newAttempt()
      for (const [i, { page, answers, shown }] of steps.entries())
        await send('PUT', '/v1/response', {
          instrument,
          attempt,
          counter: i + 1,
          page,
          answers,
          shown,
          completed: outcome === 'completed' && i === steps.length - 1,
          language,
        })
    },
  }
}
