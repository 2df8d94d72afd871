import { roleGuards } from '@echolot/staff'
import type { VaultRole } from '@echolot/study'
import { roleMissing, secondFactorNeeded, signInNeeded, signInTooOld } from '../problems.ts'

export const { byRole, byRoleFresh } = roleGuards<VaultRole>()

/** What `byRole` may answer with; for the list of problems of an endpoint. */
export const BY_ROLE_PROBLEMS = [signInNeeded, secondFactorNeeded, roleMissing] as const

/** What `byRoleFresh` may answer with. */
export const BY_ROLE_FRESH_PROBLEMS = [...BY_ROLE_PROBLEMS, signInTooOld] as const
