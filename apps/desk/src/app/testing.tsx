import type { UiLanguage } from '@echolot/ui'
import { renderUi } from '@echolot/ui/testing'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { I18nextProvider } from 'react-i18next'
import { makeDeskI18n } from './i18n.ts'

/** Draws a part of the desk with its words and a fresh memory of what was asked. */
export const renderDesk = (element: ReactElement, language: UiLanguage = 'de') => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return renderUi(
    <I18nextProvider i18n={makeDeskI18n([language])}>
      <QueryClientProvider client={queries}>{element}</QueryClientProvider>
    </I18nextProvider>,
    { language },
  )
}

type Answer = { readonly status?: number; readonly body: unknown }
export type Asked = { readonly method: string; readonly path: string; readonly body: unknown }

/** A vault in a few lines, in place of `fetch`: answers by method and path, remembers what it was asked. */
export const vaultAnswering = (answers: Readonly<Record<string, (asked: Asked) => Answer>>) => {
  const heard: Asked[] = []
  const fetch = async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    const asked = { method, path, body: typeof body === 'string' ? JSON.parse(body) : undefined }
    heard.push(asked)
    const answer = answers[`${method} ${path}`]?.(asked) ?? {
      status: 404,
      body: { type: '/problems/not-found', title: 'There is no such thing here.' },
    }
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 })
  }
  return { fetch, heard }
}
