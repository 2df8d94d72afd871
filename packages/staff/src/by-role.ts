import type { Request } from '@echolot/http'
import { roleMissing, secondFactorNeeded, signInNeeded, signInTooOld } from './problems.ts'
import type { Staff, StaffLogin } from './staff-login.ts'

/** What the guards need of an office's house. */
type House<Role extends string> = {
  readonly staff: Pick<StaffLogin<Role>, 'staffOf'>
  readonly config: { readonly secondFactor: 'required' | 'demo' }
  readonly now: () => Date
}

/**
 * Whoever is signed in, with whatever role, second factor or not; only for finding out what is missing.
 * @throws sign-in-needed
 */
export const anyStaff = <Role extends string>(
  request: Request,
  { staff }: Pick<House<Role>, 'staff'>,
): Staff<Role> => {
  const who = staff.staffOf(request)
  if (!who) throw signInNeeded({})
  return who
}

/** How old a sign-in may be for acts that cannot be taken back. */
const FRESH = 10 * 60 * 1_000

/** The guards of an office's endpoints, for its own roles. */
export const roleGuards = <Role extends string>() => {
  type Needed = readonly [Exclude<Role, 'none'>, ...Exclude<Role, 'none'>[]]
  /**
   * Staff of one of these roles, signed in with a second factor. Roles are checked before the second factor, so that a
   * wrong role learns nothing else. @throws sign-in-needed, role-missing, second-factor-needed
   */
  const byRole =
    (...roles: Needed) =>
    (request: Request, house: Pick<House<Role>, 'staff'>): Staff<Role> => {
      const who = anyStaff(request, house)
      if (!roles.some((role) => role === who.role)) throw roleMissing({ needs: roles })
      if (who.secondFactor === 'due') throw secondFactorNeeded({})
      return who
    }
  /**
   * As `byRole`, and signed in within the last ten minutes: a browser left open cuts no data, releases nothing and makes no
   * letters. Waived for demonstrations, like the second factor. @throws sign-in-too-old besides
   */
  const byRoleFresh =
    (...roles: Needed) =>
    (request: Request, house: House<Role>): Staff<Role> => {
      const who = byRole(...roles)(request, house)
      const { config, now } = house
      if (config.secondFactor === 'required' && now().getTime() - who.signedInAt.getTime() > FRESH)
        throw signInTooOld({ remedy: 'sign in again and repeat this' })
      return who
    }
  return { byRole, byRoleFresh }
}
