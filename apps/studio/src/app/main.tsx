import './start.ts'
import '../server/json-only.ts'
import '@echolot/ui/theme.css'
import './studio.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { meQuery } from '../server/me.ts'
import { startWords } from './i18n.ts'
import { makeQueries } from './queries.ts'
import { makeRouter } from './routes.tsx'

const queries = makeQueries()
void queries.prefetchQuery(meQuery)

await startWords()
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the studio.')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={makeRouter()} />
    </QueryClientProvider>
  </StrictMode>,
)
