import { type Anchor, UiProvider } from '@echolot/ui'
import { teachDialogs } from '@echolot/ui/testing'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type RenderResult, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { createMemoryRouter, Link } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { startWords } from './i18n.ts'

const RouterAnchor: Anchor = ({ href, ...native }) => <Link {...native} to={href} />

/** Draws a part of the studio in German, inside all that the studio puts around it; `answers` are the server's. */
export const renderStudio = (
  element: ReactElement,
  {
    address = '/',
    answers = {},
  }: {
    readonly address?: string
    /** By query key, joined with `/`. */
    readonly answers?: Readonly<Record<string, unknown>>
  } = {},
): RenderResult => {
  localStorage.setItem('studio-language', 'de')
  void startWords()
  teachDialogs()
  Element.prototype.scrollIntoView = () => {}
  const queries = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  })
  for (const [key, answer] of Object.entries(answers)) queries.setQueryData(key.split('/'), answer)
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [address] })
  return render(
    <QueryClientProvider client={queries}>
      <UiProvider language="de" anchor={RouterAnchor}>
        <RouterProvider router={router} />
      </UiProvider>
    </QueryClientProvider>,
  )
}
