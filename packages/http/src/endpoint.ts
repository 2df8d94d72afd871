import type { Readable } from 'node:stream'
import { invalidInput, type Problem } from '@echolot/problem'
import type { Request, RequestHandler, Response, Router } from 'express'
import type * as z from 'zod'
import { bytesBody, jsonBody, textBody } from './json-body.ts'
import { methodNotAllowed } from './problems.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** The named places of a path: `/v1/studies/:study` has `study`. */
export type ParamsOf<Path extends string> = string extends Path
  ? Readonly<Record<string, string>>
  : { readonly [Name in NameIn<Path>]: string }
type NameIn<Path extends string> = Path extends `${infer Segment}/${infer Rest}`
  ? NameIn<Segment> | NameIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Plain<Name>
    : never
/** Without what follows the name in the same segment, as in `:wave.pdf` or `:id{.:kind}`. */
type Plain<Name extends string> = Name extends `${infer Front}${'.' | '{' | '}' | '-'}${string}`
  ? Front
  : Name

/** A file to be kept by the one who asked; never cached. */
export type FileAnswer = {
  readonly name: string
  /** Media type, e.g. `application/pdf`. */
  readonly type: string
  readonly content: string | Uint8Array | Readable
  /** `inline`: shown in its place, e.g. in a frame; saved as a file unless told. */
  readonly shown?: 'inline' | 'attachment'
}

/** An answer with more than a body; `run` gives it by `answered(…)`. */
export type Answered<Body> = {
  readonly [ANSWERED]: true
  readonly body: Body
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
}
const ANSWERED = Symbol('answered')

/** The answer `body` with another status than 200, or with headers such as `set-cookie`. */
export const answered = <Body>(
  body: Body,
  { status = 200, headers = {} }: Partial<Pick<Answered<Body>, 'status' | 'headers'>>,
): Answered<Body> => ({ [ANSWERED]: true, body, status, headers })

export type Asked<Caller, Params, Body, Query> = {
  readonly caller: Caller
  readonly params: Params
  readonly body: Body
  readonly query: Query
}

/** What an endpoint is, as plain data. `House` is all it may reach: database, clock, keys. */
export type Endpoint<
  House,
  Caller,
  Path extends string,
  Body extends z.ZodType,
  Query extends z.ZodType,
  Answer,
> = {
  readonly method: Method
  /** Express 5 path, e.g. `/v1/instruments/:id`. */
  readonly path: Path
  /** One sentence for the API's document. */
  readonly summary: string
  /** Tells who asks, or throws a problem. Runs after the body was read, within the transaction; with a `limit` before that, too. */
  readonly access: (request: Request, house: House) => Caller | Promise<Caller>
  /** How the body comes: JSON unless told; `text` (a signed message) and `bytes` (a file) as they are. */
  readonly takes?: 'json' | 'text' | 'bytes'
  readonly body?: Body
  readonly query?: Query
  /** Largest body in bytes, after inflation; 256 kB unless told. */
  readonly limit?: number
  /** The problems this endpoint may answer with besides those of every endpoint. */
  readonly problems: readonly ((details: never) => Problem)[]
  /** What a success looks like, for the API's document. */
  readonly answer?: z.ZodType
  /** `file`: `run` gives a `FileAnswer`. */
  readonly kind?: 'json' | 'file'
  /** A writing method is one transaction unless this says `none`, e.g. for a check that writes nothing. */
  readonly transaction?: 'whole' | 'none'
  readonly run: (
    asked: Asked<Caller, ParamsOf<Path>, z.infer<Body>, z.infer<Query>>,
    house: House,
  ) => Promise<Answer | Answered<Answer>> | Answer | Answered<Answer>
  /** After the commit and before the answer, e.g. to empty the database's log after an erasure. */
  readonly afterwards?: (
    asked: Asked<Caller, ParamsOf<Path>, z.infer<Body>, z.infer<Query>>,
    house: House,
  ) => Promise<void>
}

/** Says what an endpoint is; nothing happens until it is mounted. */
export const endpoint = <
  House,
  Caller,
  const Path extends string,
  Body extends z.ZodType,
  Query extends z.ZodType,
  Answer,
>(
  definition: Endpoint<House, Caller, Path, Body, Query, Answer>,
): Endpoint<House, Caller, Path, Body, Query, Answer> => definition

// biome-ignore lint/suspicious/noExplicitAny: each endpoint was checked where it was declared.
type Checked = any
/** Any endpoint of one house; what a list of endpoints is made of. */
export type AnyEndpoint<House> = Omit<
  Endpoint<House, Checked, string, Checked, Checked, Checked>,
  'run' | 'afterwards'
> & {
  readonly run: (asked: Checked, house: House) => Checked
  readonly afterwards?: (asked: Checked, house: House) => Promise<void>
}

/** How a piece of work becomes one transaction: `(work) => inTransaction(db, (db) => work({ ...house, db }))`. */
export type WithinTransaction<House> = <Result>(
  work: (house: House) => Promise<Result>,
) => Promise<Result>

/** Opens one endpoint on `router`. All of a writing request is one transaction, undone by a problem. */
export const mount = <House>(
  router: Router,
  definition: AnyEndpoint<House>,
  house: House,
  inTransaction: WithinTransaction<House>,
): void => {
  const { method, path, access, body, query, run, afterwards, kind, limit } = definition
  const transaction = definition.transaction ?? (method === 'get' ? 'none' : 'whole')
  router[method](
    path,
    ...(limit === undefined ? [] : [beforeReading(access, house)]),
    ...readers(definition.takes ?? 'json', method, limit),
    async (request, response) => {
      const work = async (within: House) => {
        const asked = {
          caller: await access(request, within),
          // Express gives lists for wildcards only, and `ParamsOf` does not name those.
          params: request.params as Readonly<Record<string, string>>,
          body: parse(body, request.body, 'body'),
          query: parse(query, request.query, 'query'),
        }
        return { asked, answer: await run(asked, within) }
      }
      const { asked, answer } = await (transaction === 'none' ? work(house) : inTransaction(work))
      await afterwards?.(asked, house)
      const { body: content, status, headers } = isAnswered(answer) ? answer : answered(answer, {})
      // A cookie joins those already set; any other header takes the place of the usual one.
      for (const [name, value] of Object.entries(headers))
        if (name.toLowerCase() === 'set-cookie') response.append(name, value as string | string[])
        else response.set(name, value as string | string[])
      if (content === undefined) response.status(status === 200 ? 204 : status).end()
      else if (kind === 'file') await sendFile(response.status(status), content as FileAnswer)
      else response.status(status).json(content)
    },
  )
}

/** Opens all `endpoints`, and answers other methods on their paths with 405. */
export const mountAll = <House>(
  router: Router,
  endpoints: readonly AnyEndpoint<House>[],
  house: House,
  inTransaction: WithinTransaction<House>,
): void => {
  for (const definition of endpoints) mount(router, definition, house, inTransaction)
  const methodsOf = new Map<string, string[]>()
  for (const { method, path } of endpoints)
    methodsOf.set(path, [...(methodsOf.get(path) ?? []), method.toUpperCase()])
  for (const [path, methods] of methodsOf)
    router.all(path, (_request, response) => {
      const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])]
      response.set('allow', allowed.join(', '))
      throw methodNotAllowed({ allowed })
    })
}

/** Reading much takes time in which nobody else is answered: strangers cannot ask for it. */
const beforeReading =
  <House>(access: AnyEndpoint<House>['access'], house: House): RequestHandler =>
  async (request, _response, next) => {
    await access(request, house)
    next()
  }

const readers = (takes: 'json' | 'text' | 'bytes', method: Method, limit: number | undefined) => {
  if (method === 'get') return []
  const sized = limit === undefined ? {} : { limit }
  if (takes === 'json') return [jsonBody(sized)]
  return takes === 'text' ? [textBody(sized)] : [bytesBody(sized)]
}

const isAnswered = (answer: unknown): answer is Answered<unknown> =>
  typeof answer === 'object' && answer !== null && ANSWERED in answer

const parse = (schema: z.ZodType | undefined, value: unknown, where: 'body' | 'query'): unknown => {
  if (!schema) return where === 'body' ? value : undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalidInput({
    errors: result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  })
}

const sendFile = async (response: Response, { name, type, content, shown }: FileAnswer) => {
  response.set('cache-control', 'no-store').attachment(name).type(type)
  if (shown === 'inline') response.set('content-disposition', 'inline')
  if (typeof content === 'string' || content instanceof Uint8Array)
    return void response.send(Buffer.from(content as string))
  const { pipeline } = await import('node:stream/promises')
  await pipeline(content, response)
}
