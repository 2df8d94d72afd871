import type { Request } from '@echolot/http'
import type { CollectionRole } from '@echolot/study'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded, signInTooOld } from '../problems.ts'
import type { Staff } from '../staff/staff-login.ts'
import { staffOf } from '../staff/staff-session.ts'

/** Whoever is signed in, with whatever role, second factor or not; only for finding out what is missing. */
export const byStaff = (request: Request): Staff => {
  const who = staffOf(request)
  if (!who) throw signInNeeded({})
  return who
}

/**
 * Staff of one of these roles, signed in with a second factor. Roles are checked before the second factor, so that a
 * wrong role learns nothing else.
 */
export const byRole =
  (...roles: readonly [CollectionRole, ...CollectionRole[]]) =>
  (request: Request, { config }: Pick<House, 'config'>): Staff => {
    const who = byStaff(request)
    if (!roles.includes(who.role)) throw roleMissing({ needs: roles })
    if (config.secondFactor === 'required' && who.secondFactor !== 'on')
      throw secondFactorNeeded({})
    return who
  }

/** How old a sign-in may be for acts that cannot be taken back. */
const FRESH = 10 * 60 * 1_000

/**
 * As `byRole`, and signed in within the last ten minutes: a browser left open cuts no data and releases nothing. Waived
 * for demonstrations, like the second factor.
 */
export const byRoleFresh =
  (...roles: readonly [CollectionRole, ...CollectionRole[]]) =>
  (request: Request, house: Pick<House, 'config' | 'now'>): Staff => {
    const who = byRole(...roles)(request, house)
    const { config, now } = house
    if (config.secondFactor === 'required' && now().getTime() - who.signedInAt.getTime() > FRESH)
      throw signInTooOld({ remedy: 'sign in again and repeat this' })
    return who
  }
