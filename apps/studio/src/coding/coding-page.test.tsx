// @vitest-environment jsdom
import type { CodingOverview } from '@echolot/contract/coding'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CodingPage } from './coding-page.tsx'
import { AT, draw, serve } from './pages.testing.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('CodingPage', () => {
  const overview: CodingOverview = {
    staff: [
      { id: 's1', name: 'Ana' },
      { id: 's2', name: 'Bo' },
    ],
    choices: [
      {
        item: 'consent_quote',
        title: 'Dürfen wir zitieren?',
        values: [
          { value: 1, text: 'Ja' },
          { value: 2, text: 'Nein' },
        ],
      },
    ],
    questions: [
      {
        item: 'wish_open',
        title: 'Was fehlt?',
        setUp: null,
        answers: { outside: 40, waiting: 0, second: 0, passed: 0, withheld: 0, undealt: 0 },
        coders: [],
        themes: 0,
        disputed: null,
      },
    ],
  }
  const studies = {
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
  }

  it('sets a question up with the consent it finds and two coders', async () => {
    const sent = serve('data_manager', {
      'GET /v1/staff/studies': studies,
      'GET /v1/studies/anna/waves/w1/coding': overview,
    })
    const { container } = draw(<CodingPage />, '')
    fireEvent.click(await screen.findByRole('button', { name: 'Einrichten' }))
    fireEvent.change(screen.getByLabelText(/Anteil/), { target: { value: '10' } })
    fireEvent.click(screen.getByRole('button', { name: 'Speichern' }))
    expect(screen.getByText('Bitte eine ganze Zahl von 20 bis 100.')).toBeTruthy()
    fireEvent.change(screen.getByLabelText(/Anteil/), { target: { value: '25' } })
    expect(await axeFindings(container)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Speichern' }))
    await waitFor(() =>
      expect(sent).toEqual([
        {
          method: 'PUT',
          path: AT,
          body: {
            doubled: 25,
            coders: ['s1', 's2'],
            quoteConsent: { item: 'consent_quote', agreed: [1] },
          },
        },
      ]),
    )
  })

  it('offers analysts no raw words', async () => {
    serve('analyst', {
      'GET /v1/staff/studies': studies,
      'GET /v1/studies/anna/waves/w1/coding': overview,
    })
    draw(<CodingPage />, '')
    await screen.findByText('noch nicht eingerichtet')
    expect(screen.queryByRole('button', { name: 'Einrichten' })).toBeNull()
  })
})
