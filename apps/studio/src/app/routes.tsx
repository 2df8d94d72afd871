import { useQuery } from '@tanstack/react-query'
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { meQuery } from '../server/me.ts'
import { Broken } from './broken.tsx'
import { NotFound } from './not-found.tsx'
import { Opening } from './opening.tsx'
import { roomsOf } from './rooms.ts'
import { Root } from './root.tsx'

/** The first room of the role. */
const Home = () => {
  const { data: me } = useQuery(meQuery)
  const [first] = roomsOf(me?.role ?? 'none')
  return first === undefined ? null : <Navigate to={`/${first}`} replace />
}

const ROUTES: readonly RouteObject[] = [
  {
    element: <Root />,
    errorElement: <Broken />,
    hydrateFallbackElement: <Opening />,
    children: [
      { index: true, element: <Home /> },
      {
        path: 'instruments',
        lazy: async () => ({
          Component: (await import('../designer/instrument-list.tsx')).InstrumentListPage,
        }),
      },
      {
        path: 'instruments/:name',
        lazy: async () => ({
          Component: (await import('../designer/instrument-page.tsx')).InstrumentPage,
        }),
      },
      {
        path: 'instruments/:name/edit',
        lazy: async () => ({ Component: (await import('../designer/editor-page.tsx')).EditorPage }),
      },
      {
        path: 'instruments/:name/compare',
        lazy: async () => ({
          Component: (await import('../designer/publish/compare-page.tsx')).ComparePage,
        }),
      },
      {
        path: 'fieldwork',
        lazy: async () => ({
          Component: (await import('../fieldwork/fieldwork-page.tsx')).FieldworkPage,
        }),
      },
      {
        path: 'coding',
        lazy: async () => ({
          Component: (await import('../coding/coding-page.tsx')).CodingPage,
        }),
      },
      {
        path: 'coding/:study/:wave/:item/reading',
        lazy: async () => ({
          Component: (await import('../coding/reading-page.tsx')).ReadingPage,
        }),
      },
      {
        path: 'coding/:study/:wave/:item/themes',
        lazy: async () => ({
          Component: (await import('../coding/themes-page.tsx')).ThemesPage,
        }),
      },
      {
        path: 'coding/:study/:wave/:item/tasks',
        lazy: async () => ({
          Component: (await import('../coding/tasks-page.tsx')).TasksPage,
        }),
      },
      {
        path: 'coding/:study/:wave/:item/agreement',
        lazy: async () => ({
          Component: (await import('../coding/agreement-page.tsx')).AgreementPage,
        }),
      },
      {
        path: 'coding/:study/:wave/:item/quotes',
        lazy: async () => ({
          Component: (await import('../coding/quotes-page.tsx')).QuotesPage,
        }),
      },
      {
        path: 'freezes',
        lazy: async () => ({
          Component: (await import('../freezes/freezes-page.tsx')).FreezesPage,
        }),
      },
      {
        path: 'reports',
        lazy: async () => ({
          Component: (await import('../reports/reports-page.tsx')).ReportsPage,
        }),
      },
      {
        path: 'reports/:id',
        lazy: async () => ({
          Component: (await import('../reports/report-page.tsx')).ReportPage,
        }),
      },
      {
        path: 'reports/:id/edit',
        lazy: async () => ({
          Component: (await import('../reports/editor/editor-page.tsx')).ReportEditorPage,
        }),
      },
      {
        path: 'measures',
        lazy: async () => ({
          Component: (await import('../measures/measures-page.tsx')).MeasuresPage,
        }),
      },
      { path: '*', element: <NotFound /> },
    ],
  },
]

export const makeRouter = () => createBrowserRouter([...ROUTES], { basename: '/studio' })
