import { sha256Hex } from '@echolot/crypto/digest'
import type { GenericEndpointContext } from 'better-auth'
import { getSessionFromCtx } from 'better-auth/api'

/** Stands for one code of one person (or of one pending sign-in), without telling either. */
export const totpMark = async (context: GenericEndpointContext): Promise<string> =>
  sha256Hex(`${await personOf(context)}|${String(context.body?.code ?? '')}`)

const personOf = async (context: GenericEndpointContext): Promise<string> => {
  const session = await getSessionFromCtx(context)
  if (session) return session.user.id
  const { createAuthCookie, secret, internalAdapter } = context.context
  const pending = await context.getSignedCookie(createAuthCookie('two_factor').name, secret)
  const challenge = pending ? await internalAdapter.findVerificationValue(pending) : undefined
  return challenge?.value ?? 'nobody'
}
