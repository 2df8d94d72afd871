// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeFreshSignIn, SignInAgain } from './sign-in-again.tsx'
import { axeFindings, renderUi, teachDialogs } from './testing.tsx'

beforeAll(teachDialogs)
afterEach(cleanup)

const show = () => {
  const fresh = makeFreshSignIn()
  const signIn = vi.fn(async () => 'done' as const)
  const { container } = renderUi(
    <SignInAgain
      fresh={fresh}
      calls={{
        signIn,
        verify: async () => undefined,
        verifySpare: async () => undefined,
        startSetUp: async () => ({ uri: '', backupCodes: [] }),
        onDone: () => fresh.end('signed-in'),
      }}
      problems={{}}
      onGiveUp={() => fresh.end('given-up')}
    />,
  )
  const ask = () => {
    let asked: Promise<boolean> = Promise.resolve(false)
    act(() => {
      asked = fresh.ask()
    })
    return asked
  }
  return { fresh, ask, container, signIn }
}

describe('SignInAgain', () => {
  it('stays away until an act waits', () => {
    show()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('lets all acts that wait go on after the sign-in', async () => {
    const { ask, container, signIn } = show()
    const acts = [ask(), ask()]
    screen.getByRole('dialog', { name: 'Bitte melden Sie sich noch einmal an' })
    expect(await axeFindings(container)).toEqual([])
    await userEvent.type(screen.getByLabelText(/^E-Mail-Adresse/), 'kim@example.org')
    await userEvent.type(
      screen.getByLabelText(/^Passwort/, { selector: 'input' }),
      'a long pass phrase{Enter}',
    )
    expect(signIn).toHaveBeenCalledOnce()
    expect(await Promise.all(acts)).toEqual([true, true])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('can be given up', async () => {
    const { ask } = show()
    const asked = ask()
    await userEvent.click(screen.getByRole('button', { name: 'Abbrechen' }))
    expect(await asked).toBe(false)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
