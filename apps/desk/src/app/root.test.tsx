// @vitest-environment jsdom
import { teachDialogs } from '@echolot/ui/testing'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ARRIVED, ask } from '../server/ask.ts'
import { makeDeskI18n } from './i18n.ts'
import { makeQueries } from './queries.ts'
import { Root } from './root.tsx'

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const ORDER = '/v1/mailings/m1/approval'

/** A vault whose session has become too old for letters; the first half of a new sign-in ends it. */
const agedVault = () => {
  const state = { session: 'old' as 'old' | 'half' | 'fresh', approvals: 0 }
  vi.stubGlobal('fetch', async (path: string) => {
    if (path === '/api/auth/sign-in/email') {
      state.session = 'half'
      return json({ twoFactorRedirect: true })
    }
    if (path === '/api/auth/two-factor/verify-totp') {
      state.session = 'fresh'
      return json({})
    }
    if (state.session === 'half') return json({ type: '/problems/sign-in-needed', title: '…' }, 401)
    if (path === ORDER) {
      if (state.session === 'old')
        return json({ type: '/problems/sign-in-too-old', title: '…' }, 403)
      state.approvals++
      return json({})
    }
    if (path === '/v1/me')
      return json({
        name: 'Ada Probe',
        email: 'ada@example.invalid',
        role: 'trust.lead',
        secondFactor: 'on',
      })
    return json({ studies: [] })
  })
  return state
}

const open = () => {
  const queries = makeQueries()
  const router = createMemoryRouter([
    { element: <Root />, children: [{ path: '*', element: <textarea aria-label="Arbeit" /> }] },
  ])
  render(
    <I18nextProvider i18n={makeDeskI18n(['de'])}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nextProvider>,
  )
  return queries
}

const approve = () => ask(ARRIVED, ORDER, { method: 'POST', body: {} })

const typePassword = () => {
  fireEvent.change(screen.getByLabelText(/E-Mail-Adresse/), {
    target: { value: 'ada@example.invalid' },
  })
  fireEvent.change(screen.getByLabelText(/^Passwort/, { selector: 'input' }), {
    target: { value: 'synthetic-password' },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Anmelden' }))
}

beforeAll(teachDialogs)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('Root, where letters need a newer sign-in', () => {
  it('keeps the desk while both factors are asked for, then does what was asked', async () => {
    const vault = agedVault()
    const queries = open()
    const work = await screen.findByLabelText('Arbeit')
    const approval = approve()
    await screen.findByRole('dialog', { name: 'Bitte melden Sie sich noch einmal an' })
    typePassword()
    const code = await screen.findByLabelText(/^Sechsstelliger Code/)
    // Meanwhile the session is gone; what the page asks by itself must not end the work.
    await queries.invalidateQueries()
    expect(work.isConnected).toBe(true)
    fireEvent.change(code, { target: { value: '123456' } })
    fireEvent.click(screen.getByRole('button', { name: 'Bestätigen' }))
    await approval
    expect(vault.approvals).toBe(1)
    expect(screen.getByLabelText('Arbeit')).toBe(work)
  })

  it('leads to the sign-in page when it is given up half way', async () => {
    const vault = agedVault()
    open()
    await screen.findByLabelText('Arbeit')
    const approval = approve()
    const refused = expect(approval).rejects.toMatchObject({ type: 'sign-in-too-old' })
    await screen.findByRole('dialog')
    typePassword()
    await screen.findByLabelText(/^Sechsstelliger Code/)
    fireEvent.click(screen.getByRole('button', { name: 'Abbrechen' }))
    await refused
    expect(await screen.findByRole('heading', { level: 1, name: 'Anmelden' })).toBeTruthy()
    expect(vault.approvals).toBe(0)
  })
})
