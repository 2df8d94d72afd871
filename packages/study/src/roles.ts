/** Roles of university staff at the collection. Every new account starts with `none`. */
export const COLLECTION_ROLES = [
  'none',
  'designer',
  'entry',
  'field',
  'analyst',
  'data_manager',
  'lead',
  'admin',
  'auditor',
] as const
export type CollectionRole = (typeof COLLECTION_ROLES)[number]

/** Roles of trust-office staff at the vault. Every new account starts with `none`. */
export const VAULT_ROLES = ['none', 'trust.clerk', 'trust.lead', 'trust.admin', 'auditor'] as const
export type VaultRole = (typeof VAULT_ROLES)[number]
