import { engineOf } from '@echolot/database'
import type { Log, Request, RequestHandler } from '@echolot/http'
import { getMigrations } from 'better-auth/db/migration'
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node'
import type { Kysely } from 'kysely'
import { keepStaffMarks, ownStaffMarks, type Pairing, refuseAtBothOffices } from './both-offices.ts'
import { makeAuth, SHORTEST_PASSWORD } from './make-auth.ts'
import { type Origins, ownClientIp } from './own-client-ip.ts'
import { listStaffWith } from './store/accounts.ts'
import type { StaffTables } from './store/tables.ts'

/** Someone of an office's staff, signed in. */
export type Staff<Role extends string> = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role | 'none'
  /** `due`: nothing is allowed but setting it up. */
  readonly secondFactor: 'on' | 'due' | 'waived-demo'
  readonly signedInAt: Date
}
export type NewStaff<Role extends string> = {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly password: string
}

/** The login of an office's staff: better-auth, shut down to what the offices need. */
export type StaffLogin<Role extends string, Tables = never> = {
  /** Answers the few doors under `/api/auth` that are open. */
  readonly handler: RequestHandler
  /**
   * Finds out who asks, before an endpoint begins its transaction: the login has its own way to the database, and SQLite
   * has one connection only.
   */
  readonly recognise: RequestHandler
  readonly staffOf: (request: Request) => Staff<Role> | undefined
  /** Adds an account. @throws RangeError when there is one with this address; account-at-both-offices */
  readonly add: (account: NewStaff<Role>) => Promise<string>
  /** Who has this role, by id and name. */
  readonly staffWith: (
    db: Kysely<Tables>,
    role: Role,
  ) => Promise<readonly { readonly id: string; readonly name: string }[]>
  /** Makes or extends the login's own tables. */
  readonly migrate: () => Promise<void>
  /** Forgets sign-ins that were never finished, and sessions that are over as long as the office says. */
  readonly tidy: () => Promise<void>
  /** Marks of all accounts, for the other office; none before the offices are paired. */
  readonly ownMarks: (db: Kysely<Tables>) => Promise<string[]>
  /** Keeps the other office's marks, within the caller's transaction; whoever is on both lists is signed out. */
  readonly keepMarks: (db: Kysely<Tables>, marks: readonly string[]) => Promise<void>
}

/** Kibibytes and passes of argon2id. */
export type PasswordCost = { readonly memoryCost: number; readonly timeCost: number }

/** What differs between the offices. */
export type OfficeLogin<Role extends string, Tables extends StaffTables> = Pairing<Tables> & {
  /** As authenticator apps show it. */
  readonly title: string
  readonly roles: readonly Role[]
  readonly origins: Origins
  readonly config: {
    readonly publicUrl: string
    readonly secondFactor: 'required' | 'demo'
    /** Whose `X-Forwarded-For` is believed. */
    readonly proxies?: readonly string[]
  }
  /** Signs cookies and seals the secrets of second factors. */
  readonly secret: string
  /** What it costs to try a password; OWASP's choice unless a test, in which nobody guesses, says less. */
  readonly passwordCost?: PasswordCost
  readonly db: Kysely<Tables>
  readonly log: Log
  readonly now: () => Date
}

const NINETY_DAYS = 90 * 24 * 60 * 60 * 1_000

/**
 * The doors that pages knock at. Accounts, roles and second factors are made and changed by the office's command only:
 * all else the library offers is not there, whatever later versions add.
 */
const OPEN = new Set(
  [
    '/sign-in/email',
    '/sign-out',
    '/two-factor/enable',
    '/two-factor/verify-totp',
    '/two-factor/verify-backup-code',
  ].map((path) => `/api/auth${path}`),
)

export const openStaffLogin = <Role extends string, Tables extends StaffTables>(
  own: OfficeLogin<Role, Tables>,
): StaffLogin<Role, Tables> => {
  const { config, now, roles, origins } = own
  // Whatever else the office keeps, this room reads and writes its own tables.
  const rooms = own as unknown as OfficeLogin<Role, StaffTables>
  const within = (db: Kysely<Tables>) => ({ ...rooms, db: db as unknown as Kysely<StaffTables> })
  const cookiePrefix = `echolot-${own.office}`
  const auth = makeAuth({ ...rooms, cookiePrefix, type: engineOf(own.db) })
  const answer = toNodeHandler(auth)
  const hideClientIp = ownClientIp(origins, config.proxies ?? [])
  const known = new WeakMap<Request, Staff<Role>>()
  const staffFrom = ({ user, session }: Found): Staff<Role> => ({
    id: user.id,
    name: user.name,
    email: user.email,
    role: roles.find((role) => role === user.role) ?? 'none',
    secondFactor: user.twoFactorEnabled
      ? 'on'
      : config.secondFactor === 'demo'
        ? 'waived-demo'
        : 'due',
    signedInAt: session.createdAt,
  })
  return {
    handler: async (request, response, next) => {
      if (!OPEN.has(request.originalUrl.split('?', 1)[0] as string)) return next()
      hideClientIp(request)
      await answer(request, response)
    },
    recognise: async (request, _response, next) => {
      if (request.headers.cookie?.includes(cookiePrefix)) {
        const found = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
        if (found) known.set(request, staffFrom(found))
      }
      next()
    },
    staffOf: (request) => known.get(request),
    add: async ({ email, name, role, password }) => {
      const { internalAdapter, password: passwords } = await auth.$context
      const address = email.trim().toLowerCase()
      if (password.length < SHORTEST_PASSWORD)
        throw new RangeError(`a password has at least ${SHORTEST_PASSWORD} characters`)
      if (await internalAdapter.findUserByEmail(address))
        throw new RangeError('there is an account with this address already')
      await refuseAtBothOffices(rooms, address)
      const user = await internalAdapter.createUser(
        { email: address, name, emailVerified: true, role },
        { method: 'email-password' },
      )
      await internalAdapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: 'credential',
        password: await passwords.hash(password),
      })
      return user.id
    },
    staffWith: (db, role) => listStaffWith(within(db).db, role),
    migrate: async () => (await getMigrations(auth.options)).runMigrations(),
    tidy: async () => {
      const { adapter } = await auth.$context
      // The login's own clock: it wrote these moments.
      const forget = (model: 'session' | 'verification', before: number) =>
        adapter.deleteMany({
          model,
          where: [{ field: 'expiresAt', operator: 'lt', value: new Date(before) }],
        })
      await forget('verification', Date.now())
      await forget('session', origins === 'never' ? Date.now() : now().getTime() - NINETY_DAYS)
    },
    ownMarks: (db) => ownStaffMarks(within(db)),
    keepMarks: (db, marks) => keepStaffMarks(within(db), marks),
  }
}

type Found = {
  readonly user: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly role?: unknown
    readonly twoFactorEnabled?: unknown
  }
  readonly session: { readonly createdAt: Date }
}
