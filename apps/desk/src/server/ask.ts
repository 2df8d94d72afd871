import { Problem } from '@echolot/problem'
import * as z from 'zod'
import { freshSignIn } from './fresh-sign-in.ts'

/** What one request to the vault carries; `GET` without a body unless told otherwise. */
export type Question = {
  readonly method?: 'GET' | 'POST'
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/**
 * Asks the vault and reads the answer by its agreed shape.
 * @throws the problem that the vault names; `offline` when no answer came; `unexpected-answer` when it has another shape
 */
export const ask = async <Answer>(
  shape: z.ZodType<Answer>,
  path: string,
  question: Question = {},
): Promise<Answer> => {
  const response = await answerTo(path, question)
  const read = shape.safeParse(jsonIn(await response.text()))
  if (read.success) return read.data
  throw new Problem('unexpected-answer', 502, 'The answer does not have the agreed shape.', {
    path,
    errors: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  })
}

/**
 * Asks the vault for a file, which it makes while it sends; `onBytes` hears how much has arrived.
 * @throws as `ask` does; `download-broken` when the file did not arrive whole
 */
export const askForFile = async (path: string, onBytes: (bytes: number) => void): Promise<Blob> => {
  const { body, headers } = await answerTo(path, { method: 'POST', body: {} })
  const type = headers.get('content-type') ?? ''
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  try {
    for await (const chunk of chunksOf(body)) {
      chunks.push(chunk)
      bytes += chunk.length
      onBytes(bytes)
    }
  } catch {
    throw new Problem('download-broken', 0, 'The file did not arrive whole.', { bytes })
  }
  return new Blob(chunks, { type })
}

/** By reader: not every browser can iterate a stream. */
async function* chunksOf(body: Response['body']) {
  const reader = body?.getReader()
  while (reader !== undefined) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

/** For answers of which nothing but their arrival matters. */
export const ARRIVED = z.unknown()

/** Where the vault wants a newer sign-in, it is asked for and the question repeated. */
const answerTo = async (path: string, question: Question): Promise<Response> => {
  try {
    return await answerNow(path, question)
  } catch (error) {
    const isOld = error instanceof Problem && error.type === 'sign-in-too-old'
    if (isOld && (await freshSignIn.ask())) return answerNow(path, question)
    throw error
  }
}

const answerNow = async (path: string, { method = 'GET', body, signal }: Question) => {
  const response = await send(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json, application/pdf',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  })
  if (!response.ok) throw problemIn(response.status, jsonIn(await response.text()))
  return response
}

const send = async (path: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(path, request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem('offline', 0, 'The vault cannot be reached.', {})
  }
}

const jsonIn = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

const ProblemBody = z.looseObject({ type: z.string(), title: z.string() })
const AuthBody = z.looseObject({ code: z.string() })

/** Problems name themselves by `type`; the sign-in part of the vault says `code` in capitals instead. */
const problemIn = (status: number, answer: unknown): Problem => {
  const problem = ProblemBody.safeParse(answer)
  if (problem.success) {
    const { type, title, ...details } = problem.data
    return new Problem(type.split('/').at(-1) ?? type, status, title, details)
  }
  const auth = AuthBody.safeParse(answer)
  if (auth.success)
    return new Problem(auth.data.code.toLowerCase().replaceAll('_', '-'), status, 'Refused.', {})
  return new Problem(`status-${status}`, status, 'Refused.', {})
}
