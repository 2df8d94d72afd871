// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LoginPage } from './login-page.tsx'
import type { LoginCalls } from './sign-in-steps.tsx'
import { axeFindings, renderUi } from './testing.tsx'

afterEach(cleanup)

const callsWith = (calls: Partial<LoginCalls>) => ({
  signIn: vi.fn<LoginCalls['signIn']>(async () => 'done'),
  verify: vi.fn<LoginCalls['verify']>(async () => undefined),
  verifySpare: vi.fn<LoginCalls['verifySpare']>(async () => undefined),
  startSetUp: vi.fn<LoginCalls['startSetUp']>(async () => ({
    uri: 'otpauth://totp/Echolot:kim%40example.org?secret=ABCDEFGHIJKLMNOP&issuer=Echolot',
    backupCodes: ['one-1', 'two-2'],
  })),
  onDone: vi.fn<LoginCalls['onDone']>(),
  ...calls,
})

const show = (calls: LoginCalls, begin: 'sign-in' | 'set-up' = 'sign-in') =>
  renderUi(
    <LoginPage
      appName="Echolot"
      begin={begin}
      calls={calls}
      problems={{ 'wrong-login': 'E-Mail oder Passwort stimmen nicht.' }}
      onLanguage={() => undefined}
    />,
  )

const signIn = async () => {
  await userEvent.type(screen.getByLabelText(/^E-Mail-Adresse/), 'kim@example.org')
  await userEvent.type(
    screen.getByLabelText(/^Passwort/, { selector: 'input' }),
    'a long pass phrase',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Anmelden' }))
}

describe('LoginPage', () => {
  it('asks for what is missing before it calls', async () => {
    const calls = callsWith({})
    show(calls)
    await userEvent.click(screen.getByRole('button', { name: 'Anmelden' }))
    expect(screen.getByText('Bitte geben Sie Ihre E-Mail-Adresse ein.')).toBeTruthy()
    expect(calls.signIn).not.toHaveBeenCalled()
  })

  it('goes on to the second factor and takes a code with a space', async () => {
    const calls = callsWith({ signIn: async () => 'second-factor' })
    const { container } = show(calls)
    await signIn()
    const heading = await screen.findByRole('heading', { name: 'Zweiter Faktor' })
    expect(document.activeElement).toBe(heading)
    await userEvent.type(screen.getByLabelText(/^Sechsstelliger Code/), '123 456{Enter}')
    expect(calls.verify).toHaveBeenCalledWith('123456')
    expect(calls.onDone).toHaveBeenCalledOnce()
    expect(await axeFindings(container)).toEqual([])
  })

  it('takes a spare code where the phone is lost, and only there', async () => {
    const calls = callsWith({ signIn: async () => 'second-factor' })
    const { container } = show(calls)
    await signIn()
    await userEvent.click(await screen.findByRole('button', { name: /Ersatzcode verwenden/ }))
    expect(await axeFindings(container)).toEqual([])
    await userEvent.type(screen.getByLabelText(/^Ersatzcode/), ' aB3de-Fg7hI {Enter}')
    expect(calls.verifySpare).toHaveBeenCalledWith('aB3de-Fg7hI')
    expect(calls.verify).not.toHaveBeenCalled()
    expect(calls.onDone).toHaveBeenCalledOnce()
  })

  it('sets the second factor up with picture, key and spare codes', async () => {
    const calls = callsWith({ signIn: async () => 'set-up' })
    const { container } = show(calls)
    await signIn()
    expect(await screen.findByRole('img', { name: /QR-Code/ })).toBeTruthy()
    expect(calls.startSetUp).toHaveBeenCalledWith('a long pass phrase')
    expect(screen.getByText('ABCD EFGH IJKL MNOP')).toBeTruthy()
    expect(screen.getByText('two-2')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
  })

  it('asks for the password again where only the second factor is due', async () => {
    const calls = callsWith({})
    show(calls, 'set-up')
    await userEvent.type(
      screen.getByLabelText(/^Passwort/, { selector: 'input' }),
      'a long pass phrase',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Einrichtung beginnen' }))
    expect(calls.startSetUp).toHaveBeenCalledWith('a long pass phrase')
  })

  it('shows a refused login in words and keeps what was typed', async () => {
    show(
      callsWith({
        signIn: async () => {
          throw Object.assign(new Error('refused'), { type: '/problems/wrong-login' })
        },
      }),
    )
    await signIn()
    expect((await screen.findByRole('alert')).textContent).toContain('stimmen nicht')
    expect(screen.getByLabelText<HTMLInputElement>(/^E-Mail-Adresse/).value).toBe('kim@example.org')
  })
})
