import type { Reason } from './reasons.ts'

/** Ends the translation of one condition or calculation; caught where it began. */
export class Untranslatable extends Error {
  readonly reason: Reason

  constructor(reason: Reason) {
    super(reason.code)
    this.name = 'Untranslatable'
    this.reason = reason
  }
}
