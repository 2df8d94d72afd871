import { engineOf } from '@echolot/database'
import type { Log, Request } from '@echolot/http'
import { Problem } from '@echolot/problem'
import { COLLECTION_ROLES, type CollectionRole } from '@echolot/study'
import { hash, verify } from '@node-rs/argon2'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { getMigrations } from 'better-auth/db/migration'
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node'
import { twoFactor } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import type { Limits } from '../access/limits.ts'
import type { Config } from '../config.ts'
import type { Keyring } from '../keyring.ts'
import type { Tables } from '../store/tables.ts'
import { refuseAtBothOffices, refuseSignInAtBothOffices } from './both-offices.ts'
import { claimTotp, releaseTotp, totpMark } from './used-totp.ts'

/** Someone of the university's staff. */
export type Staff = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: CollectionRole
  readonly secondFactor: 'on' | 'off'
  readonly signedInAt: Date
}

/** The login of the staff: better-auth, shut down to what this office needs. */
export type StaffLogin = {
  /** Answers everything under `/api/auth`. */
  readonly handler: ReturnType<typeof toNodeHandler>
  /** Who is signed in, by the cookies of a request. Not to be called within a transaction. */
  readonly whoIs: (request: Request) => Promise<Staff | undefined>
  /** Forgets sessions that are over. */
  readonly purge: () => Promise<void>
  /** Makes the tables of the login. */
  readonly migrate: () => Promise<void>
  /** Adds an account. @throws RangeError when there is one with this address; account-at-both-offices */
  readonly add: (account: NewAccount) => Promise<Pick<Staff, 'id' | 'role'>>
}
export type NewAccount = {
  readonly email: string
  readonly name: string
  readonly role: CollectionRole
  readonly password: string
}

/** RFC 9106's second choice is 64 MiB; this is OWASP's, which a small server can pay at every login. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const HOURS = 60 * 60

export const COOKIE_PREFIX = 'echolot-collection'

export const makeStaffLogin = ({
  db,
  config,
  keyring,
  limits,
  log,
  now,
}: {
  readonly db: Kysely<Tables>
  readonly config: Pick<Config, 'publicUrl'>
  readonly keyring: Keyring
  readonly limits: Pick<Limits, 'beforeSignIn' | 'afterFailedSignIn'>
  readonly log: Log
  readonly now: () => Date
}): StaffLogin => {
  const options = {
    appName: 'Echolot',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secrets: [{ version: 1, value: keyring.office().auth }],
    trustedOrigins: [config.publicUrl],
    database: { db, type: engineOf(db) },
    telemetry: { enabled: false },
    // Its messages name accounts; what matters of them reaches the audit chain.
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      password: {
        hash: (password) => hash(password.normalize('NFKC'), ARGON2ID),
        verify: ({ hash: kept, password }) => verify(kept, password.normalize('NFKC')),
      },
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, defaultValue: 'none', input: false },
      },
    },
    account: { accountLinking: { enabled: false } },
    session: { expiresIn: 8 * HOURS, updateAge: HOURS, freshAge: 10 * 60 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 30 },
        '/two-factor/*': { window: 60, max: 20 },
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: config.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' },
      // Written by our own middleware from the socket; what a client sends is overwritten.
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
    },
    // Accounts are made and changed by an administrator's command only.
    disabledPaths: [
      ...['/sign-up/email', '/update-user', '/change-email', '/delete-user', '/verify-email'],
      ...['/request-password-reset', '/reset-password', '/send-verification-email'],
      ...['/sign-in/social', '/link-social', '/unlink-account', '/two-factor/send-otp'],
      ...['/two-factor/disable', '/is-username-available', '/account-info', '/list-accounts'],
    ],
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            await refuseSignInAtBothOffices({ db, keyring, log, now }, session.userId).catch(
              asLoginError,
            )
            // No table of this office holds an address or a browser, not even of staff.
            return { data: { ...session, ipAddress: '', userAgent: '' } }
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        if (context.path === '/sign-in/email')
          await limits.beforeSignIn(String(context.body?.email ?? '')).catch(tooMany)
        // With backup codes too: a second factor that a cookie can stand in for is none.
        if (context.path.startsWith('/two-factor/') && context.body?.trustDevice)
          throw new APIError('BAD_REQUEST', { code: 'NO_TRUSTED_DEVICES' })
        if (
          context.path === '/two-factor/verify-totp' &&
          !(await claimTotp(db, await totpMark(context)))
        )
          throw new APIError('UNAUTHORIZED', { code: 'CODE_USED' })
      }),
      after: createAuthMiddleware(async (context) => {
        const failed = context.context.returned instanceof Error
        if (context.path === '/sign-in/email' && failed)
          await limits.afterFailedSignIn(String(context.body?.email ?? ''))
        if (context.path === '/two-factor/verify-totp' && failed)
          await releaseTotp(db, await totpMark(context))
        // Set up just now: sessions begun with the password alone end here.
        const { session, newSession, adapter } = context.context
        if (context.path === '/two-factor/verify-totp' && session && newSession && !failed)
          await adapter.deleteMany({
            model: 'session',
            where: [
              { field: 'userId', value: newSession.user.id },
              { field: 'token', operator: 'ne', value: newSession.session.token },
            ],
          })
      }),
    },
    plugins: [twoFactor({ issuer: 'Echolot', skipVerificationOnEnable: false })],
  } satisfies BetterAuthOptions
  const auth = betterAuth(options)

  return {
    handler: toNodeHandler(auth),
    whoIs: async (request) => {
      const found = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
      return found ? staffOf(found.user, found.session.createdAt) : undefined
    },
    purge: async () => {
      const { adapter } = await auth.$context
      const over = [{ field: 'expiresAt', operator: 'lt' as const, value: new Date() }]
      await adapter.deleteMany({ model: 'session', where: over })
      await adapter.deleteMany({ model: 'verification', where: over })
    },
    migrate: async () => (await getMigrations(options)).runMigrations(),
    add: async ({ email, name, role, password }) => {
      const { internalAdapter, password: passwords } = await auth.$context
      if (password.length < 12) throw new RangeError('the password needs twelve characters')
      if (await internalAdapter.findUserByEmail(email))
        throw new RangeError('there is an account with this address')
      await refuseAtBothOffices({ db, keyring }, email)
      const user = await internalAdapter.createUser(
        { email: email.toLowerCase(), name, emailVerified: true, role },
        { method: 'email-password' },
      )
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: await passwords.hash(password),
      })
      return { id: user.id, role }
    },
  }
}

const tooMany = () => {
  throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_TRIES' })
}

/** The login speaks in its own errors; the problem travels in their body. */
const asLoginError = (problem: unknown): never => {
  if (!(problem instanceof Problem)) throw problem
  throw new APIError('FORBIDDEN', { ...problem.toJSON(), code: 'ACCOUNT_AT_BOTH_OFFICES' })
}

const staffOf = (
  user: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly role?: unknown
    readonly twoFactorEnabled?: boolean | null | undefined
  },
  signedInAt: Date,
): Staff => ({
  id: user.id,
  name: user.name,
  email: user.email,
  role: COLLECTION_ROLES.find((role) => role === user.role) ?? 'none',
  secondFactor: user.twoFactorEnabled ? 'on' : 'off',
  signedInAt,
})
