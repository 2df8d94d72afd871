import type { InstrumentEnvelope, RefusedUnit, TranslatedUnit } from '@echolot/contract/instruments'
import type { Instrument } from '@echolot/instrument'
import {
  setTranslations,
  type TranslationChange,
  translationUnits,
} from '@echolot/instrument/translation'
import { invalidInput } from '@echolot/problem'

/**
 * The draft with the units that fit: the words there are still those the translator saw, or the same as written now. One
 * whose source changed meanwhile is taken and counts as stale.
 * @throws invalid-input for the source language, or one the draft does not have
 */
export const takeUnits = (
  envelope: InstrumentEnvelope,
  units: readonly TranslatedUnit[],
  done: { readonly by: string; readonly on: string },
): {
  readonly instrument: InstrumentEnvelope
  readonly taken: number
  readonly refused: readonly RefusedUnit[]
} => {
  const draft = envelope as unknown as Instrument
  const others = new Set(draft.languages.slice(1).map(({ tag }) => tag))
  for (const [place, { language }] of units.entries())
    if (!others.has(language))
      throw invalidInput({
        errors: [
          { path: `units.${place}.language`, message: `must be one of ${[...others].join(', ')}` },
        ],
      })
  const here = new Map(translationUnits(draft).map((unit) => [unit.key, unit]))
  const changes: TranslationChange[] = []
  const refused: RefusedUnit[] = []
  for (const { key, language, text, state, note, base, source } of units) {
    const unit = here.get(key)
    const now = unit?.translations[language]?.text ?? null
    if (unit === undefined) refused.push({ key, language, reason: 'gone', now: null })
    else if (now !== base && (now ?? '') !== text)
      refused.push({ key, language, reason: 'changed', now })
    else
      changes.push({
        ...{ key, language, text, state, note, ...done },
        ...(source === (unit.source ?? '') ? {} : { madeFrom: source }),
      })
  }
  return {
    instrument: setTranslations(draft, changes) as unknown as InstrumentEnvelope,
    taken: changes.length,
    refused,
  }
}
