import { Me } from '@echolot/contract/staff'
import type { LoginCalls, SignInStep } from '@echolot/ui'
import * as z from 'zod'
import { ARRIVED, ask } from '../server/ask.ts'

const SignedIn = z.looseObject({ twoFactorRedirect: z.boolean().optional() })
const SetUp = z.looseObject({ totpURI: z.string(), backupCodes: z.array(z.string()) })

const post = <Answer>(shape: z.ZodType<Answer>, path: string, body: unknown) =>
  ask(shape, `/api/auth${path}`, { method: 'POST', body })

/** The calls behind the sign-in page, to the vault's own sign-in. */
export const loginCalls = (onDone: () => void): LoginCalls => ({
  signIn: async (given): Promise<SignInStep> => {
    const { twoFactorRedirect } = await post(SignedIn, '/sign-in/email', given)
    if (twoFactorRedirect === true) return 'second-factor'
    const { secondFactor } = await ask(Me, '/v1/me')
    return secondFactor === 'due' ? 'set-up' : 'done'
  },
  verify: async (code) => {
    await post(ARRIVED, '/two-factor/verify-totp', { code })
  },
  verifySpare: async (code) => {
    await post(ARRIVED, '/two-factor/verify-backup-code', { code })
  },
  startSetUp: async (password) => {
    const { totpURI, backupCodes } = await post(SetUp, '/two-factor/enable', { password })
    return { uri: totpURI, backupCodes }
  },
  onDone,
})

export const signOut = () => post(ARRIVED, '/sign-out', {})
