import type { Instrument, LanguageTranslations } from '@echolot/instrument'
import { keepStates } from '@echolot/instrument/translation'

/**
 * A questionnaire that was written by hand as JSON, with the states of its translations kept true: words that changed are
 * drafts again, unless their record was changed along with them.
 */
export const writtenByHand = (before: Instrument, after: Instrument): Instrument => {
  if (after.translations === undefined) return keepStates(before, after)
  const translations = Object.fromEntries(
    Object.entries(after.translations).map(([language, { others, units }]) => [
      language,
      { others, units: sameRecords(before.translations?.[language]?.units ?? {}, units) },
    ]),
  )
  return keepStates(before, { ...after, translations })
}

/** Records that say the same as before are the same ones: that is how an edit of theirs is told from one of words. */
const sameRecords = (
  before: LanguageTranslations['units'],
  after: LanguageTranslations['units'],
): LanguageTranslations['units'] =>
  Object.fromEntries(
    Object.entries(after).map(([key, record]) => {
      const known = before[key]
      return [key, JSON.stringify(known) === JSON.stringify(record) && known ? known : record]
    }),
  )
