/**
 * Roles at the collection: university staff, and those whom reports are for. `carrier` and `job_centre` read what is laid
 * before them and comment; `lead` reads what is released. Every new account starts with `none`.
 */
export const COLLECTION_ROLES = [
  'none',
  'designer',
  'entry',
  'field',
  'analyst',
  'data_manager',
  'lead',
  'carrier',
  'job_centre',
  'admin',
  'auditor',
] as const
export type CollectionRole = (typeof COLLECTION_ROLES)[number]

/** Roles of trust-office staff at the vault. Every new account starts with `none`. */
export const VAULT_ROLES = ['none', 'trust.clerk', 'trust.lead', 'trust.admin', 'auditor'] as const
export type VaultRole = (typeof VAULT_ROLES)[number]
