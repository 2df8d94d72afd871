import type { Instrument, Pointer } from '@echolot/instrument'
import { translationUnits } from '@echolot/instrument/translation'
import type { FoundProblem } from './found-problem.ts'

/** Beginning of the rules of these hints: tree and canvas show them, the room of languages lists the texts. */
export const TRANSLATION_RULES = 'translation-'

/**
 * Elements with translations that no longer follow their source, or are missing in a language that was called reviewed;
 * one hint each, for an element has many texts. What is missing in a language on offer, the check says as an error.
 */
export const translationHints = (instrument: Instrument): readonly FoundProblem[] => {
  const [source, ...others] = instrument.languages
  if (source === undefined || others.length === 0) return []
  const expected = new Set(
    others.filter(({ live, status }) => !live && status === 'reviewed').map(({ tag }) => tag),
  )
  const lags = new Map<string, Map<string, number>>()
  for (const { path, source: text, translations } of translationUnits(instrument)) {
    if (text === undefined) continue
    for (const { tag } of others) {
      const state = translations[tag]?.state
      if (state !== 'stale' && !(state === 'missing' && expected.has(tag))) continue
      const key = `${state} ${elementOf(path)}`
      const counts = lags.get(key) ?? new Map<string, number>()
      lags.set(key, counts.set(tag, (counts.get(tag) ?? 0) + 1))
    }
  }
  return [...lags].map(([key, counts]) => hintOf(key, counts))
}

/** Pointer of the element, page or survey that holds a text. */
const elementOf = (path: Pointer): Pointer =>
  /^\/survey(\/(pages|elements|templateElements|questions)\/\d+)*/.exec(path)?.[0] ?? '/survey'

const hintOf = (key: string, counts: ReadonlyMap<string, number>): FoundProblem => {
  const [state = '', path = ''] = key.split(' ')
  const languages = [...counts].map(([tag, count]) => `${tag} (${count})`).join(', ')
  const isStale = state === 'stale'
  return {
    path,
    severity: 'hint',
    rule: `${TRANSLATION_RULES}${state}`,
    message: isStale
      ? `Translations no longer follow the source: ${languages}`
      : `Translations are missing: ${languages}`,
    remedy: 'Translate under Texts and languages.',
    german: {
      text: isStale
        ? `Übersetzungen folgen der Ausgangssprache nicht mehr: ${languages}`
        : `Übersetzungen fehlen: ${languages}`,
      remedy: 'Übersetzen Sie unter Texte und Sprachen.',
    },
  }
}
