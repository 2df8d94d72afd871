import type { Engine } from '@echolot/database'
import { Problem } from '@echolot/problem'
import { hash, verify } from '@node-rs/argon2'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { refuseSignInAtBothOffices } from './both-offices.ts'
import { makeSignInTries } from './sign-in-tries.ts'
import type { OfficeLogin, PasswordCost } from './staff-login.ts'
import type { StaffTables } from './store/tables.ts'
import { claimTotp, releaseTotp } from './store/used-totps.ts'
import { totpMark } from './totp-mark.ts'

export const SHORTEST_PASSWORD = 12
const EIGHT_HOURS = 8 * 60 * 60
/** RFC 6238: a code lives for its own 30 s and one step on either side; with a margin. */
const TOTP_LIFE = 95_000
/**
 * argon2id with 19 MiB and two passes: OWASP's choice, which a small server can pay at every login (RFC 9106's second
 * choice is 64 MiB). @see OWASP Password Storage Cheat Sheet
 */
const COST: PasswordCost = { memoryCost: 19_456, timeCost: 2 }
const ARGON2ID = { algorithm: 2, parallelism: 1 } as const

/** better-auth with every setting that the offices' safety hangs on. */
export const makeAuth = (
  office: OfficeLogin<string, StaffTables> & {
    readonly cookiePrefix: string
    readonly type: Engine
  },
) => {
  const { db, config, secret, title, origins, log, now, cookiePrefix, type } = office
  const { passwordCost = COST } = office
  const tries = makeSignInTries()
  return betterAuth({
    appName: title,
    // Said, not guessed from a request: whose address and cookies these are is no choice of the client.
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    trustedOrigins: [config.publicUrl],
    // From the key file. Both ways of saying it: `secret` opens what was sealed before secrets had numbers.
    secret,
    secrets: [{ version: 1, value: secret }],
    database: { db, type },
    // The library reports home unless told not to.
    telemetry: { enabled: false },
    // Its messages name accounts; what matters of them reaches the audit chain.
    logger: { disabled: true },
    // Refusals are answers, not faults; whatever else happens is told without its message, which may hold what was sent.
    onAPIError: {
      onError: (error) => {
        if (!(error instanceof APIError)) log.say('login failed', { error: nameOf(error) })
      },
    },
    emailAndPassword: {
      enabled: true,
      // Nobody makes an account for themselves.
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: 200,
      password: {
        // The same password from every keyboard.
        hash: (password) => hash(password.normalize('NFKC'), { ...ARGON2ID, ...passwordCost }),
        verify: ({ hash: kept, password }) => verify(kept, password.normalize('NFKC')),
      },
    },
    user: {
      additionalFields: {
        // `none` until the office's command says otherwise, and never by a request.
        role: { type: 'string', required: true, defaultValue: 'none', input: false },
      },
    },
    // No account is taken over by one from elsewhere with the same address.
    account: { accountLinking: { enabled: false } },
    // A working day and not longer, however busy it is; every request asks the database, so that signing out is at once.
    session: {
      expiresIn: EIGHT_HOURS,
      disableSessionRefresh: true,
      freshAge: 10 * 60,
      cookieCache: { enabled: false },
    },
    // In the database, so that a restart forgives nothing.
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
      // Two offices, two cookies: neither is shown to the other.
      cookiePrefix,
      useSecureCookies: config.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' },
      // Written by `ownClientIp`. By default the library believes X-Forwarded-For, and a guesser has a new address for each
      // guess.
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            await refuseSignInAtBothOffices(office, session.userId).catch(asLoginError)
            if (origins === 'never') return { data: { ...session, ipAddress: '', userAgent: '' } }
            return undefined
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        if (
          context.path === '/sign-in/email' &&
          !(await tries.take(String(context.body?.email ?? '')))
        )
          throw new APIError('TOO_MANY_REQUESTS', {
            code: 'TOO_MANY_TRIES',
            message: 'Too many tries; please wait a quarter of an hour.',
          })
        // With backup codes too: a second factor that a cookie can stand in for is none.
        if (context.path.startsWith('/two-factor/') && context.body?.trustDevice)
          throw new APIError('BAD_REQUEST', { code: 'NO_TRUSTED_DEVICES' })
        // The library takes a code again as long as it lives; it is claimed before it is looked at, so that of two requests
        // at once one comes in.
        if (context.path === '/two-factor/verify-totp') {
          const at = now().getTime()
          if (!(await claimTotp(db, { id: await totpMark(context), expires: at + TOTP_LIFE }, at)))
            throw new APIError('UNAUTHORIZED', {
              code: 'CODE_USED',
              message: 'This code was used.',
            })
        }
      }),
      after: createAuthMiddleware(async (context) => {
        const failed = context.context.returned instanceof Error
        if (context.path === '/sign-in/email' && !failed)
          await tries.giveBack(String(context.body?.email ?? ''))
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
    plugins: [twoFactor({ issuer: title, skipVerificationOnEnable: false })],
  } satisfies BetterAuthOptions)
}

/** The login speaks in its own errors; the problem travels in their body. */
const asLoginError = (problem: unknown): never => {
  if (!(problem instanceof Problem)) throw problem
  throw new APIError('FORBIDDEN', { ...problem.toJSON(), code: 'ACCOUNT_AT_BOTH_OFFICES' })
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'no Error')
