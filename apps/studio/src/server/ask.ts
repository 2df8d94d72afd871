import { Problem } from '@echolot/problem'
import * as z from 'zod'
import { takeEarly } from './early.ts'
import { freshSignIn } from './fresh-sign-in.ts'

/** What one request to the collection carries; `GET` without a body unless told otherwise. */
export type Question = Readonly<{
  method?: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE'
  body?: unknown
  signal?: AbortSignal
}>

/**
 * Asks the collection and reads the answer by its agreed shape.
 * @throws the problem that the server names; `offline` when no answer came; `unexpected-answer` when it has another shape
 */
export const ask = async <Answer>(
  shape: z.ZodType<Answer>,
  path: string,
  question: Question = {},
): Promise<Answer> => {
  const read = shape.safeParse(await answerTo(path, question))
  if (!read.success)
    throw new Problem('unexpected-answer', 502, 'The answer does not have the agreed shape.', {
      path,
      errors: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    })
  return read.data
}

/** Where the collection wants a newer sign-in, it is asked for and the question repeated. */
const answerTo = async (path: string, question: Question): Promise<unknown> => {
  try {
    return await answerNow(path, question)
  } catch (error) {
    const isOld = error instanceof Problem && error.type === 'sign-in-too-old'
    if (isOld && (await freshSignIn.ask())) return answerNow(path, question)
    throw error
  }
}

/** Asks the collection for a file. @throws the problem that the server names; `offline` when no answer came */
export const askFile = async (path: string, question: Question = {}): Promise<Blob> => {
  const response = await sendJson(path, question, '*/*')
  if (!response.ok) throw problemOf(response.status, await jsonOf(response))
  return response.blob()
}

const sendJson = (path: string, { method = 'GET', body, signal }: Question, accept: string) =>
  send(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  })

const answerNow = async (path: string, question: Question) => {
  const early = question.method === undefined ? await takeEarly(path) : undefined
  const response = early ?? (await sendJson(path, question, 'application/json'))
  const answer = await jsonOf(response)
  if (!response.ok) throw problemOf(response.status, answer)
  return answer
}

/** For answers whose body says nothing more than "done". */
export const ANYTHING = z.unknown()

const send = async (path: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(path, request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem('offline', 0, 'The server cannot be reached.', {})
  }
}

const jsonOf = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('unexpected-answer', response.status, 'The answer is not JSON.', {})
  }
}

const ProblemBody = z.looseObject({ type: z.string(), title: z.string() })
const AuthBody = z.looseObject({ code: z.string() })

/** Problems name themselves by `type`; the sign-in part of the server says `code` in capitals instead. */
const problemOf = (status: number, answer: unknown): Problem => {
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
