// @vitest-environment jsdom
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { renderStudio } from '../screen/testing.tsx'
import { FreezesPage } from './freezes-page.tsx'
import { FREEZES_WORDS } from './words.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const freeze = (id: string, plan?: string) => ({
  id,
  study: 'anna',
  wave: 'w1',
  madeOn: '2027-06-30',
  rows: 268,
  digest: 'a'.repeat(64),
  ...(plan && { plan }),
})

it('shows which plan was fixed with a freeze, and sends one along with the next', async () => {
  const sent: unknown[] = []
  const answers: Readonly<Record<string, unknown>> = {
    '/v1/me': { name: 'Ada', email: 'a@example.invalid', role: 'analyst', secondFactor: 'on' },
    '/v1/staff/studies': {
      studies: [
        {
          study: 'anna',
          title: 'ANNA',
          synthetic: true,
          waves: [
            {
              wave: 'w1',
              instrument: 'main@1.0.0',
              opensOn: '2027-05-01',
              closesOn: '2027-06-30',
              state: 'closed',
            },
          ],
        },
      ],
    },
    '/v1/freezes': { freezes: [freeze('with', 'b'.repeat(64)), freeze('without')] },
  }
  vi.stubGlobal('fetch', async (path: string, request: RequestInit = {}) => {
    if (request.method === 'POST') {
      sent.push(JSON.parse(String(request.body)))
      return new Response(JSON.stringify(freeze('new')))
    }
    return new Response(JSON.stringify(answers[path] ?? {}))
  })
  const { container } = renderStudio(<FreezesPage />, { words: { freezes: FREEZES_WORDS } })
  const link = await screen.findByRole('link', { name: /Herunterladen/ })
  expect(link.getAttribute('href')).toBe('/v1/freezes/with/plan')
  expect(screen.getByText('keiner festgelegt')).toBeTruthy()
  const plan = '{"plan":"x","analyses":[]}'
  fireEvent.change(await screen.findByLabelText(/Auswertungsplan/), {
    target: { files: [new File([plan], 'plan.json')] },
  })
  await screen.findByText('plan.json')
  expect(await axeFindings(container)).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Datenschnitt machen' }))
  await waitFor(() => expect(sent).toEqual([{ study: 'anna', wave: 'w1', plan }]))
})
