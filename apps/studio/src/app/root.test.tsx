// @vitest-environment jsdom

import { teachDialogs } from '@echolot/ui/testing'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ANYTHING, ask } from '../server/ask.ts'
import { startWords } from './i18n.ts'
import { makeQueries } from './queries.ts'
import { Root } from './root.tsx'

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const person = (role: string) => ({
  name: 'Ada Probe',
  email: 'ada@example.invalid',
  role,
  secondFactor: 'on',
})

/** A collection that knows one account; `session` can be ended from outside. */
const collection = (role: string) => {
  const state = { session: 'open' as 'open' | 'old' | 'ended', cuts: 0 }
  vi.stubGlobal('fetch', async (path: string) => {
    if (path === '/api/auth/sign-in/email') {
      state.session = 'open'
      return json({ user: {} })
    }
    if (state.session === 'ended')
      return json({ type: '/problems/sign-in-needed', title: '…' }, 401)
    if (path === '/v1/freezes') {
      if (state.session === 'old')
        return json({ type: '/problems/sign-in-too-old', title: '…' }, 403)
      state.cuts++
      return json({})
    }
    if (path === '/v1/me') return json(person(role))
    if (path === '/v1/staff/studies')
      return json({ studies: [{ study: 'anna', title: 'ANNA', synthetic: true, waves: [] }] })
    return json({ type: '/problems/not-found', title: '…' }, 404)
  })
  return state
}

const open = () => {
  localStorage.setItem('studio-language', 'de')
  void startWords()
  const queries = makeQueries()
  const router = createMemoryRouter([
    { element: <Root />, children: [{ path: '*', element: <textarea aria-label="Arbeit" /> }] },
  ])
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  return queries
}

beforeAll(teachDialogs)
const signIn = () => {
  fireEvent.change(screen.getByLabelText(/E-Mail-Adresse/), {
    target: { value: 'ada@example.invalid' },
  })
  fireEvent.change(screen.getByLabelText(/^Passwort/, { selector: 'input' }), {
    target: { value: 'synthetic-password' },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Anmelden' }))
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('Root', () => {
  it('shows a role the rooms that it may enter, and says that the data are made up', async () => {
    collection('field')
    open()
    const nav = await screen.findByRole('navigation', { name: 'Hauptnavigation' })
    expect([...nav.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
      'Fragebögen',
      'Feld',
    ])
    expect(await screen.findByText(/SYNTHETIC/)).toBeTruthy()
  })

  it('has no rooms for a role that works elsewhere', async () => {
    collection('admin')
    open()
    expect(await screen.findByText('Für Ihre Rolle gibt es hier noch keinen Bereich')).toBeTruthy()
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  it('asks for the sign-in when a session ends, and gives unsaved work back afterwards', async () => {
    const server = collection('designer')
    const queries = open()
    const work = await screen.findByLabelText('Arbeit')
    fireEvent.change(work, { target: { value: 'noch nicht gesichert' } })
    server.session = 'ended'
    await queries.invalidateQueries({ queryKey: ['studies'] })
    expect(await screen.findByRole('heading', { name: 'Anmelden' })).toBeTruthy()
    expect(screen.queryByRole('textbox', { name: 'Arbeit' })).toBeNull()
    signIn()
    await waitFor(() =>
      expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Arbeit' }).value).toBe(
        'noch nicht gesichert',
      ),
    )
  })
  it('asks for a newer sign-in over the work, and then does what was asked', async () => {
    const server = collection('data_manager')
    open()
    const work = await screen.findByLabelText('Arbeit')
    server.session = 'old'
    const cut = ask(ANYTHING, '/v1/freezes', { method: 'POST', body: {} })
    await screen.findByRole('dialog', { name: 'Bitte melden Sie sich noch einmal an' })
    expect(work.isConnected).toBe(true)
    expect(server.cuts).toBe(0)
    signIn()
    await cut
    expect(server.cuts).toBe(1)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByLabelText('Arbeit')).toBe(work)
  })
})
