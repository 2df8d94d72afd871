import type { ImportedTranslations, TranslationIssue } from '@echolot/exchange/translations'
import type { Instrument } from '@echolot/instrument'
import { type TranslationChange, translationUnits } from '@echolot/instrument/translation'

/** One text as an import would change it, before anybody agreed. */
export type ImportLine = {
  readonly key: string
  readonly here: string | undefined
  readonly inFile: string
  readonly change: TranslationChange
  /** Why it wants a decision; undefined where it can simply be taken. */
  readonly issue: TranslationIssue | undefined
}

/** What an import would do: lines to agree to one by one, and what it cannot take. */
export type ImportPlan = {
  readonly language: string
  readonly lines: readonly ImportLine[]
  readonly refused: readonly TranslationIssue[]
  readonly unchanged: number
}

/** The plan of a file that was read against the questionnaire as it is now. Conflicts become lines, too. */
export const importPlan = (
  instrument: Instrument,
  { instrument: after, language, taken, unchanged, issues }: ImportedTranslations,
): ImportPlan => {
  const before = new Map(translationUnits(instrument).map((unit) => [unit.key, unit]))
  const now = new Map(translationUnits(after).map((unit) => [unit.key, unit]))
  const stale = new Map(issues.flatMap((one) => (one.kind === 'stale' ? [[one.key, one]] : [])))
  const lines = taken.map((key): ImportLine => {
    const { text = '', record } = now.get(key)?.translations[language] ?? {}
    return {
      key,
      here: before.get(key)?.translations[language]?.text,
      inFile: text,
      issue: stale.get(key),
      change: {
        ...{ key, language, text, state: record?.status ?? 'draft', note: record?.note },
        ...(stale.has(key) ? { madeFrom: record?.source } : {}),
      },
    }
  })
  const conflicts = issues
    .filter(({ kind }) => kind === 'conflict')
    .map((issue): ImportLine => {
      const { key, inFile, here } = issue
      return { key, here, inFile, issue, change: { key, language, text: inFile, state: 'draft' } }
    })
  return {
    language,
    lines: [...conflicts, ...lines],
    refused: issues.filter(({ kind }) => kind !== 'conflict' && kind !== 'stale'),
    unchanged,
  }
}

/** Ticked from the beginning: everything but conflicts, which are decided one by one. */
export const tickedFirst = ({ lines }: ImportPlan): ReadonlySet<string> =>
  new Set(lines.filter(({ issue }) => issue?.kind !== 'conflict').map(({ key }) => key))
