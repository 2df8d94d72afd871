/** What came back from the collection, or that nothing did. */
export type Reply<Body> =
  | { readonly kind: 'done'; readonly body: Body }
  | {
      readonly kind: 'problem'
      readonly status: number
      /** Last part of the problem's type, e.g. `session-over`. */
      readonly type: string
      readonly retryAfterMs?: number
      /** ISO 8601 day on which something ended, e.g. of `withdrawal-over`. */
      readonly since?: string
      readonly errors: readonly { readonly path: string; readonly message: string }[]
    }
  | { readonly kind: 'unreachable' }

const PATIENCE_MS = 20_000

type Call = {
  readonly body?: unknown
  /** The page is being left: the browser sends it although nobody waits for the answer. */
  readonly parting?: boolean
}

/** One JSON request to the own collection. Never throws: a lost connection is an answer too. */
export const call = async <Body>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  { body, parting = false }: Call = {},
): Promise<Reply<Body>> => {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS)
  try {
    const response = await fetch(path, {
      method,
      signal: stop.signal,
      keepalive: parting,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (response.ok) return { kind: 'done', body: (text ? JSON.parse(text) : {}) as Body }
    return problemOf(response, text)
  } catch {
    return { kind: 'unreachable' }
  } finally {
    clearTimeout(timer)
  }
}

const problemOf = (response: Response, text: string): Reply<never> => {
  const problem = parsed(text)
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return {
    kind: 'problem',
    status: response.status,
    type: String(problem.type ?? '')
      .split('/')
      .at(-1) as string,
    ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1_000 } : {}),
    ...(typeof problem.since === 'string' ? { since: problem.since } : {}),
    errors: Array.isArray(problem.errors) ? problem.errors : [],
  }
}

/** A proxy in between may answer with a page of its own. */
const parsed = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
