import { DEPOSIT } from './deposit-reasons.ts'
import { EXPRESSION } from './expression-reasons.ts'
import { GENERAL } from './general-reasons.ts'
import { LSS } from './lss-reasons.ts'
import { QSF } from './qsf-reasons.ts'
import { REDCAP } from './redcap-reasons.ts'
import { XLSFORM } from './xlsform-reasons.ts'
import { XLSFORM_WRITING } from './xlsform-writing-reasons.ts'

/** Everything that an importer or exporter may say of something that is not the same, in all languages. */
export const REASONS = {
  ...DEPOSIT,
  ...GENERAL,
  ...EXPRESSION,
  ...XLSFORM,
  ...XLSFORM_WRITING,
  ...LSS,
  ...QSF,
  ...REDCAP,
}

export type ReasonCode = keyof typeof REASONS

/** Why something is not the same, and what to do by hand: a code and what its sentence is made with. */
export type Reason = {
  readonly code: ReasonCode
  readonly params?: { readonly [name: string]: string | number | Reason }
}
