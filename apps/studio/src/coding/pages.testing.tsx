import type { ReactElement } from 'react'
import { Route, Routes } from 'react-router'
import { vi } from 'vitest'
import { renderStudio } from '../screen/testing.tsx'
import { CODING_WORDS } from './words.ts'

/** For tests only: a collection that answers by path, and pages of one made-up question. */

export const AT = '/v1/studies/anna/waves/w1/coding/wish_open'
const theme = (id: string, label: string) => ({
  id,
  label,
  definition: `Alles über ${label}.`,
  example: '',
  counterExample: '',
  mergedInto: null,
})
export const THEMES = [theme('t1', 'Bus'), theme('t2', 'Betreuung')]

type Call = { readonly method: string; readonly path: string; readonly body: unknown }

/** A collection that answers by path; gives what was sent to it, as it comes in. */
export const serve = (role: string, answers: Readonly<Record<string, unknown>>) => {
  const sent: Call[] = []
  vi.stubGlobal('fetch', async (path: string, request: RequestInit = {}) => {
    const method = request.method ?? 'GET'
    if (method !== 'GET')
      sent.push({ method, path, body: request.body ? JSON.parse(String(request.body)) : undefined })
    const found =
      path === '/v1/me'
        ? { name: 'Ada', email: 'a@example.invalid', role, secondFactor: 'on' }
        : answers[`${method} ${path}`]
    if (found instanceof Response) return found
    return found === undefined
      ? new Response(null, { status: method === 'GET' ? 404 : 204 })
      : new Response(JSON.stringify(found))
  })
  return sent
}

export const draw = (page: ReactElement, step = 'reading') =>
  renderStudio(
    <Routes>
      <Route path="coding/:study/:wave/:item/:step" element={page} />
      <Route path="coding" element={page} />
    </Routes>,
    {
      words: { coding: CODING_WORDS },
      address: step === '' ? '/coding' : `/coding/anna/w1/wish_open/${step}`,
    },
  )
