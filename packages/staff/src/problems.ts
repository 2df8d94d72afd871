import { defineProblem } from '@echolot/problem'

export const signInNeeded = defineProblem('sign-in-needed', 401, 'Please sign in.')
export const secondFactorNeeded = defineProblem(
  'second-factor-needed',
  403,
  'Please set up the second factor first.',
)
export const roleMissing = defineProblem<{ needs: readonly string[] }>(
  'role-missing',
  403,
  'Your role does not allow this.',
)
export const signInTooOld = defineProblem<{ remedy: string }>(
  'sign-in-too-old',
  403,
  'This needs a sign-in of the last ten minutes.',
)
export const accountAtBothOffices = defineProblem<{ remedy: string }>(
  'account-at-both-offices',
  403,
  'This address has an account at the other office too; nobody works at both.',
)
