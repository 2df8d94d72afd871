import { VAULT_ROLES } from '@echolot/study'
import type { TFunction } from 'i18next'

/** The screens of one study, in the order of the work. */
export const ROOMS = ['overview', 'addresses', 'mailings', 'feedback', 'cases', 'returns'] as const
export type Room = (typeof ROOMS)[number]

/** Only clerks and their lead see addresses; the administration manages accounts, the auditor proofs. */
export const isDeskRole = (role: string) => role === 'trust.clerk' || role === 'trust.lead'

const NAMES = {
  none: 'none',
  'trust.clerk': 'clerk',
  'trust.lead': 'lead',
  'trust.admin': 'admin',
  auditor: 'auditor',
} as const satisfies Record<(typeof VAULT_ROLES)[number], string>

/** A role in words; one unknown here by its own name. */
export const roleText = (t: TFunction, role: string): string => {
  const known = VAULT_ROLES.find((one) => one === role)
  return known === undefined ? role : t(`app.roles.${NAMES[known]}`)
}
