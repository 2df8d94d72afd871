import { sha256Hex } from '@echolot/crypto/digest'
import { engineOf } from '@echolot/database'
import type { Log, Request, RequestHandler } from '@echolot/http'
import { Problem } from '@echolot/problem'
import { VAULT_ROLES, type VaultRole } from '@echolot/study'
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { getMigrations } from 'better-auth/db/migration'
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Kysely } from 'kysely'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Config } from '../config.ts'
import type { Keyring } from '../keyring.ts'
import type { Tables } from '../store/tables.ts'
import { claimTotp } from '../store/used-totps.ts'
import { refuseAtBothOffices, refuseSignInAtBothOffices } from './both-offices.ts'

/** Who is signed in. */
export type Staff = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: VaultRole
  readonly secondFactor: 'on' | 'due' | 'waived-demo'
  readonly signedInAt: Date
}
export type NewStaff = {
  readonly email: string
  readonly name: string
  readonly role: VaultRole
  readonly password: string
}

/** The login of trust-office staff. */
export type StaffLogin = {
  /** For `/api/auth/*splat`. */
  readonly handler: RequestHandler
  /** Finds out who asks, before any endpoint and outside of its transaction. */
  readonly recognise: RequestHandler
  readonly staffOf: (request: Request) => Staff | undefined
  /** @throws Error when the address has an account already; account-at-both-offices */
  readonly add: (staff: NewStaff) => Promise<string>
  /** Makes or extends the login's own tables. */
  readonly migrate: () => Promise<void>
  /** Forgets sessions that ended 90 days ago, and with them from where staff signed in. */
  readonly tidy: () => Promise<void>
}

const NINETY_DAYS = 90 * 24 * 60 * 60 * 1_000
const EIGHT_HOURS = 8 * 60 * 60
/** RFC 6238: a code lives for its own 30 s and one step on either side. */
const TOTP_LIFE = 95_000
/** argon2id (the library's default) with 19 MiB and two passes. @see OWASP Password Storage Cheat Sheet */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const WRONG_PASSWORDS = { points: 10, duration: 15 * 60 }

export const openStaffLogin = ({
  db,
  keyring,
  config,
  log,
  now,
}: {
  readonly db: Kysely<Tables>
  readonly keyring: Keyring
  readonly config: Pick<Config, 'publicUrl' | 'transport' | 'secondFactor'>
  readonly log: Log
  readonly now: () => Date
}): StaffLogin => {
  const auth = makeAuth({ db, keyring, config, log, now })
  const handler = toNodeHandler(auth)
  const known = new WeakMap<Request, Staff>()
  return {
    handler: async (request, response) => {
      request.headers['x-client-ip'] = request.socket.remoteAddress ?? ''
      await handler(request, response)
    },
    recognise: async (request, _response, next) => {
      if (request.headers.cookie?.includes(COOKIE_PREFIX)) {
        const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
        if (session) known.set(request, staffFrom(session, config))
      }
      next()
    },
    staffOf: (request) => known.get(request),
    add: async ({ email, name, role, password }) => {
      const { internalAdapter } = await auth.$context
      const address = email.trim().toLowerCase()
      if (await internalAdapter.findUserByEmail(address))
        throw new Error(`${address} has an account already`)
      await refuseAtBothOffices({ db, keyring }, address)
      const user = await internalAdapter.createUser(
        { email: address, name, emailVerified: true, role },
        { method: 'email-password' },
      )
      await internalAdapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: 'credential',
        password: await hash(password, ARGON2),
      })
      return user.id
    },
    migrate: async () => {
      const { runMigrations } = await getMigrations(auth.options)
      await runMigrations()
    },
    tidy: async () => {
      const { adapter } = await auth.$context
      const before = new Date(now().getTime() - NINETY_DAYS)
      await adapter.deleteMany({
        model: 'session',
        where: [{ field: 'expiresAt', operator: 'lt', value: before }],
      })
    },
  }
}

const COOKIE_PREFIX = 'echolot-vault'

const staffFrom = (
  {
    user,
    session,
  }: {
    user: { id: string; name: string; email: string; role?: unknown; twoFactorEnabled?: unknown }
    session: { createdAt: Date }
  },
  { secondFactor }: Pick<Config, 'secondFactor'>,
): Staff => ({
  id: user.id,
  name: user.name,
  email: user.email,
  role: VAULT_ROLES.find((role) => role === user.role) ?? 'none',
  secondFactor: user.twoFactorEnabled ? 'on' : secondFactor === 'demo' ? 'waived-demo' : 'due',
  signedInAt: session.createdAt,
})

const makeAuth = ({
  db,
  keyring,
  config,
  log,
  now,
}: {
  readonly db: Kysely<Tables>
  readonly keyring: Keyring
  readonly config: Pick<Config, 'publicUrl' | 'transport'>
  readonly log: Log
  readonly now: () => Date
}) => {
  const wrongPasswords = new RateLimiterMemory(WRONG_PASSWORDS)
  return betterAuth({
    appName: 'Echolot vault',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    trustedOrigins: [config.publicUrl],
    secret: keyring.office().auth,
    telemetry: { enabled: false },
    // Refusals are answers, not faults; whatever else happens is told without its message, which may hold what was sent.
    onAPIError: {
      onError: (error) => {
        if (!(error instanceof APIError)) log.say('login failed', { error: nameOf(error) })
      },
    },
    logger: { level: 'warn', log: (level, message) => log.say('login', { level, message }) },
    // biome-ignore lint/suspicious/noExplicitAny: the login has tables of its own beside ours.
    database: { db: db as Kysely<any>, type: engineOf(db) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      password: {
        hash: (password) => hash(password, ARGON2),
        verify: ({ hash: known, password }) => verify(known, password),
      },
    },
    account: { accountLinking: { enabled: false } },
    user: {
      additionalFields: {
        role: { type: 'string', required: false, defaultValue: 'none', input: false },
      },
      changeEmail: { enabled: false },
      deleteUser: { enabled: false },
    },
    session: {
      expiresIn: EIGHT_HOURS,
      disableSessionRefresh: true,
      freshAge: 10 * 60,
      cookieCache: { enabled: false },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/two-factor/*': { window: 60, max: 20 },
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: config.transport === 'https',
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) =>
            refuseSignInAtBothOffices({ db, keyring, log, now }, session.userId).catch(
              asLoginError,
            ),
        },
      },
    },
    plugins: [twoFactor({ issuer: 'Echolot vault' })],
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (CLOSED.has(ctx.path)) throw new APIError('NOT_FOUND')
        // A second factor that a cookie can stand in for is none.
        if (ctx.body?.trustDevice) ctx.body.trustDevice = false
        if (ctx.path === '/sign-in/email') await mayTry(wrongPasswords, ctx.body?.email)
      }),
      after: createAuthMiddleware(async (ctx) => {
        const failed = ctx.context.returned instanceof APIError
        if (ctx.path === '/sign-in/email' && !failed)
          await wrongPasswords.delete(accountOf(ctx.body?.email))
        if (ctx.path !== '/two-factor/verify-totp' || failed) return
        const signedIn = ctx.context.newSession ?? ctx.context.session
        const userId = signedIn?.user.id ?? ''
        const id = await sha256Hex(`${userId}|${ctx.body?.code}`)
        const at = now().getTime()
        if (await claimTotp(db, { id, expires: at + TOTP_LIFE }, at)) {
          const { session, newSession, adapter } = ctx.context
          // Set up just now: sessions begun with the password alone end here.
          if (session && newSession)
            await adapter.deleteMany({
              model: 'session',
              where: [
                { field: 'userId', value: newSession.user.id },
                { field: 'token', operator: 'ne', value: newSession.session.token },
              ],
            })
          return
        }
        if (ctx.context.newSession)
          await ctx.context.internalAdapter.deleteSession(ctx.context.newSession.session.token)
        throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message: 'This code was used.' })
      }),
    },
  })
}

/** The login speaks in its own errors; the problem travels in their body. */
const asLoginError = (problem: unknown): never => {
  if (!(problem instanceof Problem)) throw problem
  throw new APIError('FORBIDDEN', { ...problem.toJSON(), code: 'ACCOUNT_AT_BOTH_OFFICES' })
}

/** Doors of the login which this office does not open: nobody changes an account but by the office's command. */
const CLOSED = new Set([
  '/sign-up/email',
  '/update-user',
  '/change-email',
  '/delete-user',
  '/request-password-reset',
  '/reset-password',
  '/sign-in/social',
  '/link-social',
  '/send-verification-email',
  '/two-factor/send-otp',
  '/two-factor/verify-otp',
])

const accountOf = (email: unknown) => String(email).trim().toLowerCase().slice(0, 320)

const mayTry = async (limiter: RateLimiterMemory, email: unknown) => {
  try {
    await limiter.consume(accountOf(email))
  } catch {
    throw new APIError('TOO_MANY_REQUESTS', {
      code: 'TOO_MANY_TRIES',
      message: 'Too many tries; please wait a quarter of an hour.',
    })
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'no Error')
