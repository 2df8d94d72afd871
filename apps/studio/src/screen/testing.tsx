import { type Anchor, UiProvider } from '@echolot/ui'
import { teachDialogs } from '@echolot/ui/testing'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type RenderResult, render } from '@testing-library/react'
import i18next, { type ResourceLanguage } from 'i18next'
import type { ReactElement } from 'react'
import { initReactI18next } from 'react-i18next'
import { createMemoryRouter, Link } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { SCREEN_WORDS } from './words.ts'

const RouterAnchor: Anchor = ({ href, ...native }) => <Link {...native} to={href} />

/** Draws a part of the studio in German, inside all that the studio puts around it. */
export const renderStudio = (
  element: ReactElement,
  {
    words,
    address = '/',
  }: {
    /** The room's own words, by the room's name. */
    readonly words: Readonly<Record<string, { readonly de: ResourceLanguage }>>
    readonly address?: string
  },
): RenderResult => {
  void i18next.use(initReactI18next).init({
    lng: 'de',
    resources: {
      de: Object.fromEntries(
        Object.entries({ screen: SCREEN_WORDS, ...words }).map(([room, { de }]) => [room, de]),
      ),
    },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  teachDialogs()
  Element.prototype.scrollIntoView = () => {}
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [address] })
  return render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <UiProvider language="de" anchor={RouterAnchor}>
        <RouterProvider router={router} />
      </UiProvider>
    </QueryClientProvider>,
  )
}
