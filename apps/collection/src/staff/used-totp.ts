import { sha256Hex } from '@echolot/crypto/digest'
import type { GenericEndpointContext } from 'better-auth'
import { getSessionFromCtx } from 'better-auth/api'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** A code is accepted for 30 s before and after its own 30 s; with a margin. */
const SECONDS = 95

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

/** Takes a code for use; false when it was used before. */
export const claimTotp = async (db: Kysely<Tables>, id: string): Promise<boolean> => {
  const now = Math.floor(Date.now() / 1_000)
  await db.deleteFrom('used_totp').where('expires', '<', now).execute()
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('used_totp')
    .values({ id, expires: now + SECONDS })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows > 0n
}

/** The code was wrong or could not be used: it may be tried again. */
export const releaseTotp = (db: Kysely<Tables>, id: string) =>
  db.deleteFrom('used_totp').where('id', '=', id).execute()
