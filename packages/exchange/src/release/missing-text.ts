import type { Localized } from '@echolot/instrument'
import { MISSING } from '@echolot/study'

const TEXTS = new Map<number, Localized>([
  [MISSING.dontKnow, { de: 'weiß nicht', en: "don't know" }],
  [MISSING.preferNotToSay, { de: 'möchte ich nicht sagen', en: 'prefer not to say' }],
  [MISSING.noAnswer, { de: 'keine Angabe', en: 'no answer' }],
])

/** What a missing code says where the questionnaire itself has no words for it; undefined for codes of others. */
export const missingText = (code: number): Localized | undefined => TEXTS.get(code)
