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

  const coder = (id: string, name: string, more: object = {}) => ({
    id,
    name,
    own: false,
    given: 8,
    coded: 3,
    doneOn: null,
    before: [],
    ...more,
  })
  const dealt = (more: object = {}): CodingOverview => ({
    ...overview,
    staff: [...overview.staff, { id: 's3', name: 'Cleo' }],
    questions: overview.questions.map((question) => ({
      ...question,
      setUp: { doubled: 20, quoteConsent: null, coders: ['s1', 's2'] },
      answers: { ...question.answers, outside: 0, passed: 14 },
      coders: [coder('s1', 'Ana'), coder('s2', 'Bo', { before: [] })],
      themes: 1,
      ...more,
    })),
  })
  const serveCoding = (role: string, coding: CodingOverview) =>
    serve(role, {
      'GET /v1/staff/studies': studies,
      'GET /v1/studies/anna/waves/w1/coding': coding,
      [`POST ${AT}/replacements`]: { answers: 5 },
    })

  it('lets somebody who does not code yet take over, with a reason', async () => {
    const sent = serveCoding('data_manager', dealt())
    const { container } = draw(<CodingPage />, '')
    fireEvent.click(await screen.findByRole('button', { name: 'Ana vertreten lassen' }))
    expect(screen.getByText(/5 Antworten gehen an eine andere Person/)).toBeTruthy()
    const coming = screen.getByLabelText('Wer weiter kodiert')
    expect([...coming.querySelectorAll('option')].map(({ value }) => value)).toEqual(['s3'])
    fireEvent.click(screen.getByRole('button', { name: 'Übergeben' }))
    expect(sent).toEqual([])
    fireEvent.change(screen.getByLabelText(/Grund/), { target: { value: 'krank' } })
    expect(await axeFindings(container)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Übergeben' }))
    await waitFor(() =>
      expect(sent).toEqual([
        {
          method: 'POST',
          path: `${AT}/replacements`,
          body: { leaving: 's1', coming: 's3', reason: 'krank' },
        },
      ]),
    )
  })

  it('says who coded before, and offers nobody to analysts or once both are done', async () => {
    const before = [{ name: 'Ana', coded: 3, leftOn: '2027-06-01' }]
    serveCoding('analyst', dealt({ coders: [coder('s3', 'Cleo', { before }), coder('s2', 'Bo')] }))
    draw(<CodingPage />, '')
    expect((await screen.findByText(/^Bis /)).textContent).toContain('Ana: 3 kodiert')
    expect(screen.queryByRole('button', { name: /vertreten/ })).toBeNull()
    cleanup()
    serveCoding('data_manager', dealt({ disputed: 0 }))
    draw(<CodingPage />, '')
    await screen.findByText('alle strittigen geklärt')
    expect(screen.queryByRole('button', { name: /vertreten/ })).toBeNull()
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
