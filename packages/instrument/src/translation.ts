export type {
  LanguageTranslations,
  TranslationRecord,
  TranslationState,
} from './instrument.ts'
export { type Completeness, completeness, reviewBlockers } from './translation/completeness.ts'
export { keepStates } from './translation/keep-states.ts'
export {
  type MergedTranslations,
  mergeTranslations,
  type TranslationConflict,
} from './translation/merge-translations.ts'
export {
  type Done,
  markDraft,
  markReviewed,
  setTranslation,
  setTranslations,
  type TranslationChange,
} from './translation/set-translation.ts'
export {
  type Reach,
  type Translation,
  type TranslationUnit,
  translationUnits,
  usualLengthOf,
} from './translation/translation-units.ts'
