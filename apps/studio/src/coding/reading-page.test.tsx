// @vitest-environment jsdom
import type { Reading } from '@echolot/contract/coding'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AT, draw, serve } from './pages.testing.tsx'
import { ReadingPage } from './reading-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const WORDS = 'Frau Ostrop hilft, in Oelde nicht.'
const reading = (more: object = {}): Reading => ({
  left: 2,
  answer: {
    id: 'a1',
    words: WORDS,
    spans: [
      { start: 0, end: 11, kind: 'name', reason: 'title-before', certainty: 'sure' },
      { start: 22, end: 27, kind: 'place', reason: 'known-word', certainty: 'likely' },
    ],
    first: null,
    ...more,
  },
})

describe('ReadingPage', () => {
  const open = async (answer = reading()) => {
    const sent = serve('data_manager', {
      [`POST ${AT}/readings`]: answer,
      [`PUT ${AT}/readings/a1`]: { state: 'passed' },
    })
    const { container } = draw(<ReadingPage />)
    fireEvent.click(screen.getByRole('button', { name: 'Nächste Antwort öffnen' }))
    await screen.findByLabelText('Wie geschrieben')
    return { sent, container }
  }
  const preview = (container: HTMLElement) => container.querySelector('blockquote')?.textContent

  it('covers what the assistant proposes, shows why, and what will be read', async () => {
    const { container } = await open()
    expect(preview(container)).toBe('[Name] hilft, in [Ort] nicht.')
    expect(screen.getByText('steht hinter einer Anrede')).toBeTruthy()
    fireEvent.click(screen.getByLabelText('„Oelde“ verdecken'))
    expect(preview(container)).toBe('[Name] hilft, in Oelde nicht.')
    expect(await axeFindings(container)).toEqual([])
  })

  it('asks for one answer only when somebody asks', async () => {
    const sent = serve('data_manager', {})
    draw(<ReadingPage />)
    await screen.findByRole('button', { name: 'Nächste Antwort öffnen' })
    expect(sent).toEqual([])
  })

  it('covers a selection as what a person says it is, and sends the decision', async () => {
    const { sent, container } = await open()
    const field = screen.getByLabelText<HTMLTextAreaElement>('Wie geschrieben')
    fireEvent.click(screen.getByRole('button', { name: 'Auswahl verdecken' }))
    expect(screen.getByRole('alert').textContent).toContain('markieren')
    field.setSelectionRange(11, 17)
    fireEvent.change(screen.getByLabelText('Das ist'), { target: { value: 'job' } })
    fireEvent.click(screen.getByRole('button', { name: 'Auswahl verdecken' }))
    expect(preview(container)).toBe('[Name] [Beruf], in [Ort] nicht.')
    fireEvent.click(screen.getByRole('button', { name: 'Durchlassen' }))
    await screen.findByText('Durchgelassen.')
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({
      verdict: 'pass',
      smoothed: null,
      note: '',
      masks: [
        { start: 0, end: 11, kind: 'name' },
        { start: 12, end: 17, kind: 'job' },
        { start: 22, end: 27, kind: 'place' },
      ],
    })
  })

  it('shows a second reader what the first did', async () => {
    const first = {
      masks: [{ start: 0, end: 11, kind: 'name' as const }],
      smoothed: null,
      note: 'Ort?',
    }
    const { container } = await open(reading({ first }))
    expect(screen.getByText('Ort?')).toBeTruthy()
    expect(preview(container)).toBe('[Name] hilft, in Oelde nicht.')
    expect(screen.queryByRole('button', { name: 'Zweite Person fragen' })).toBeNull()
  })
})
