import '../server/json-only.ts'
import '@echolot/ui/theme.css'
import './desk.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { RouterProvider } from 'react-router/dom'
import { makeDeskI18n } from './i18n.ts'
import { preferredLanguages } from './language.ts'
import { makeQueries } from './queries.ts'
import { makeRouter } from './routes.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the desk.')
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={makeDeskI18n(preferredLanguages())}>
      <QueryClientProvider client={makeQueries()}>
        <RouterProvider router={makeRouter()} />
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
)
