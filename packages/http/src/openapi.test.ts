import { validate } from '@apidevtools/swagger-parser'
import { defineProblem } from '@echolot/problem'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { endpoint, openApiOf } from './index.ts'

const stranger = defineProblem('stranger', 401, 'Nobody knows you here.')
const access = () => ({})
const ENDPOINTS = [
  endpoint({
    method: 'get',
    path: '/v1/leaves/:leaf',
    summary: 'One leaf.',
    access,
    query: z.strictObject({ unit: z.enum(['mm', 'cm']).optional() }),
    problems: [stranger],
    answer: z.strictObject({ size: z.number() }),
    run: () => ({ size: 1 }),
  }),
  endpoint({
    method: 'put',
    path: '/v1/leaves/:leaf',
    summary: 'Keeps a leaf.',
    access,
    body: z.strictObject({ size: z.number() }),
    problems: [stranger],
    run: () => undefined,
  }),
  endpoint({
    method: 'post',
    path: '/peer/v1/:study/credentials',
    summary: 'Takes a signed message.',
    access,
    takes: 'text',
    problems: [],
    run: () => undefined,
  }),
  endpoint({
    method: 'get',
    path: '/v1/file',
    summary: 'A file.',
    access,
    kind: 'file',
    problems: [],
    run: () => ({ name: 'a', type: 'text/csv', content: '' }),
  }),
]

describe('openApiOf', () => {
  const document = openApiOf(ENDPOINTS, { title: 'Leaves', version: '1' })

  it('is valid OpenAPI', async () => {
    // The checker writes into what it is given.
    await expect(validate(structuredClone(document) as never)).resolves.toBeDefined()
  })

  it('lists every endpoint with its parts', () => {
    expect(Object.keys(document.paths ?? {})).toEqual([
      '/v1/leaves/{leaf}',
      '/peer/v1/{study}/credentials',
      '/v1/file',
    ])
    const { get, put } = document.paths?.['/v1/leaves/{leaf}'] ?? {}
    expect(get).toMatchObject({
      operationId: 'getV1LeavesLeaf',
      summary: 'One leaf.',
      parameters: [
        { in: 'path', name: 'leaf', required: true },
        { in: 'query', name: 'unit' },
      ],
    })
    expect(Object.keys(put?.responses ?? {}).sort()).toEqual(
      ['204', '400', '401', '413', '415', '422', '500'].sort(),
    )
  })

  it('names the problems of each status', () => {
    const { get } = document.paths?.['/v1/leaves/{leaf}'] ?? {}
    expect(get?.responses?.['401']).toMatchObject({
      description: 'Nobody knows you here.',
      content: {
        'application/problem+json': {
          schema: { properties: { type: { enum: ['/problems/stranger'] } } },
        },
      },
    })
  })
})
