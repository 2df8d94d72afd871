import type { TranslatedUnit } from '@echolot/contract/instruments'
import type { Instrument } from '@echolot/instrument'
import {
  setTranslations,
  type TranslationChange,
  translationUnits,
} from '@echolot/instrument/translation'

/** Translations written here that the server does not have yet, by language and key. */
export type Unsent = ReadonlyMap<string, TranslatedUnit>

export const unsentKey = ({ language, key }: Pick<TranslatedUnit, 'language' | 'key'>): string =>
  `${language} ${key}`

/**
 * More translations to be sent. Each remembers the words and the source its translator saw first; what was written
 * since is one change.
 */
export const withChanges = (
  unsent: Unsent,
  changes: readonly TranslationChange[],
  seen: Instrument,
): Unsent => {
  const units = new Map(translationUnits(seen).map((unit) => [unit.key, unit]))
  const next = new Map(unsent)
  for (const { key, language, text, state, note, madeFrom } of changes) {
    const unit = units.get(key)
    if (unit === undefined) continue
    const before = unsent.get(unsentKey({ key, language }))
    next.set(unsentKey({ key, language }), {
      ...{ key, language, text, state },
      ...(note === undefined ? {} : { note }),
      base: before === undefined ? (unit.translations[language]?.text ?? null) : before.base,
      source: madeFrom ?? unit.source ?? '',
    })
  }
  return next
}

/** What is left when a sending came back: what was written again meanwhile now builds on what was sent. */
export const afterSending = (unsent: Unsent, sent: Unsent): Unsent => {
  const left = new Map<string, TranslatedUnit>()
  for (const [name, unit] of unsent) {
    const gone = sent.get(name)
    if (gone === undefined) left.set(name, unit)
    else if (gone !== unit) left.set(name, { ...unit, base: gone.text === '' ? null : gone.text })
  }
  return left
}

/** The questionnaire as its translator sees it: with all that was not sent yet. */
export const withUnsent = (instrument: Instrument, unsent: Unsent): Instrument =>
  unsent.size === 0
    ? instrument
    : setTranslations(
        instrument,
        [...unsent.values()].map(({ key, language, text, state, source }) => ({
          ...{ key, language, text, state },
          madeFrom: source,
        })),
      )
