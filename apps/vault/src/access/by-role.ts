import type { Request } from '@echolot/http'
import type { VaultRole } from '@echolot/study'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded, signInTooOld } from '../problems.ts'
import type { Staff } from './staff-login.ts'

/** Whoever is signed in, even without a second factor yet. @throws sign-in-needed */
export const byAnyStaff = (request: Request, { staff }: House): Staff => {
  const caller = staff.staffOf(request)
  if (!caller) throw signInNeeded({})
  return caller
}

/** Staff with one of these roles and a second factor. @throws sign-in-needed, second-factor-needed, role-missing */
export const byRole =
  (...roles: readonly Exclude<VaultRole, 'none'>[]) =>
  (request: Request, house: House): Staff => {
    const caller = byAnyStaff(request, house)
    if (caller.secondFactor === 'due') throw secondFactorNeeded({})
    if (!roles.some((role) => role === caller.role)) throw roleMissing({ needs: roles })
    return caller
  }

/** What `byRole` may answer with; for the list of problems of an endpoint. */
export const BY_ROLE_PROBLEMS = [signInNeeded, secondFactorNeeded, roleMissing] as const

/** How old a sign-in may be for letters and what leads to them. */
const FRESH = 10 * 60 * 1_000

/**
 * As `byRole`, and signed in within the last ten minutes: a browser left open makes no letters. Waived for demonstrations,
 * like the second factor. @throws sign-in-too-old besides
 */
export const byRoleFresh =
  (...roles: readonly Exclude<VaultRole, 'none'>[]) =>
  (request: Request, house: House): Staff => {
    const caller = byRole(...roles)(request, house)
    const { config, now } = house
    if (config.secondFactor === 'required' && now().getTime() - caller.signedInAt.getTime() > FRESH)
      throw signInTooOld({ remedy: 'sign in again and repeat this' })
    return caller
  }

/** What `byRoleFresh` may answer with. */
export const BY_ROLE_FRESH_PROBLEMS = [...BY_ROLE_PROBLEMS, signInTooOld] as const

/** For pages of anyone: no sign-in. */
export const byAnyone = () => undefined
