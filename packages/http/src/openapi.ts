import type { Problem } from '@echolot/problem'
import { internal, invalidInput, unreadable } from '@echolot/problem'
import * as z from 'zod'
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi'
import type { AnyEndpoint } from './endpoint.ts'
import { tooLarge, unsupportedType } from './problems.ts'

export type ApiInfo = {
  readonly title: string
  readonly version: string
  readonly description?: string
}

/** The OpenAPI 3.1 document of `endpoints`: what stands in them, nothing beside. */
export const openApiOf = <House>(endpoints: readonly AnyEndpoint<House>[], info: ApiInfo) => {
  const paths: ZodOpenApiPathsObject = {}
  for (const definition of endpoints) {
    const path = openPath(definition.path)
    paths[path] = { ...paths[path], [definition.method]: operationOf(definition) }
  }
  return createDocument({ openapi: '3.1.1', info: { ...info }, paths })
}

const openPath = (path: string) => path.replaceAll(/[:*](\w+)/g, '{$1}')

const operationOf = <House>(definition: AnyEndpoint<House>): ZodOpenApiOperationObject => {
  const { method, path, summary, body, query, takes = 'json', kind, answer } = definition
  const names = [...String(path).matchAll(/[:*](\w+)/g)].map(([, name]) => name as string)
  return {
    operationId: `${method}${path}`.replaceAll(/[^\w]+(\w?)/g, (_, next: string) =>
      next.toUpperCase(),
    ),
    summary,
    ...(names.length > 0 || query
      ? {
          requestParams: {
            ...(names.length > 0
              ? { path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }
              : {}),
            ...(query ? { query } : {}),
          },
        }
      : {}),
    ...(body || takes !== 'json'
      ? { requestBody: { required: true, content: { [MEDIA[takes]]: { schema: body ?? BINARY } } } }
      : {}),
    responses: {
      ...successOf(kind, answer),
      ...problemsOf([...definition.problems, ...EVERYWHERE] as ((details: never) => Problem)[]),
    },
  }
}

const MEDIA = {
  json: 'application/json',
  text: 'application/jose',
  bytes: 'application/octet-stream',
}
const BINARY = { type: 'string', format: 'binary' } as const
const EVERYWHERE = [unreadable, invalidInput, tooLarge, unsupportedType, internal]

const successOf = (kind: 'json' | 'file' | undefined, answer: z.ZodType | undefined) => {
  if (kind === 'file')
    return { '200': { description: 'A file.', content: { '*/*': { schema: BINARY } } } }
  if (!answer) return { '204': { description: 'Done; there is nothing to say.' } }
  return { '200': { description: 'Done.', content: { 'application/json': { schema: answer } } } }
}

const problemsOf = (problems: readonly ((details: never) => Problem)[]) => {
  const byStatus = new Map<number, Problem[]>()
  for (const problem of problems.map((make) => make({} as never)))
    byStatus.set(problem.status, [...(byStatus.get(problem.status) ?? []), problem])
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      String(status),
      {
        description: [...new Set(same.map(({ title }) => title))].join(' '),
        content: { 'application/problem+json': { schema: problemSchema(same) } },
      },
    ]),
  )
}

const problemSchema = (same: readonly Problem[]) =>
  z.looseObject({
    type: z.enum([...new Set(same.map(({ type }) => `/problems/${type}`))] as [
      string,
      ...string[],
    ]),
    title: z.string(),
    status: z.literal((same[0] as Problem).status),
  })
