export {
  ACCESS_CODE_ALPHABET,
  type AccessCodeReading,
  checkSymbolOf,
  printedAccessCode,
  readAccessCode,
} from './access-code.ts'
export { dayOf, weekOf } from './day.ts'
export {
  COMPLETE_FROM,
  DISPOSITIONS,
  type DispositionCode,
  type DispositionGroup,
  dispositionOf,
  PARTIAL_FROM,
  RETURN_REASONS,
} from './disposition.ts'
export type * from './ids.ts'
export { MISSING, type MissingCode, type MissingReason } from './missing.ts'
export { COLLECTION_ROLES, type CollectionRole, VAULT_ROLES, type VaultRole } from './roles.ts'
