import type { Instrument } from '@echolot/instrument'
import {
  setTranslations,
  type TranslationChange,
  type TranslationUnit,
  translationUnits,
} from '@echolot/instrument/translation'
import { codeDifferences } from './inline-codes.ts'
import {
  type FileUnit,
  fingerprintOf,
  type ImportedTranslations,
  type ImportOptions,
  type TranslationIssue,
} from './translation-file.ts'

/**
 * The instrument with the translations of a file. Nothing is overwritten that changed since the export unless told to,
 * nothing is removed, and texts with damaged placeholders or markup are refused one by one. Words that replace a reviewed
 * text are a draft, whatever the file calls them.
 */
export const takeOver = (
  instrument: Instrument,
  units: readonly FileUnit[],
  { language, overwrite = 'never', by, on }: ImportOptions & { readonly language: string },
): ImportedTranslations => {
  const known = new Map(translationUnits(instrument).map((unit) => [unit.key, unit]))
  const seen = new Set<string>()
  const changes: TranslationChange[] = []
  const issues: TranslationIssue[] = []
  let unchanged = 0
  for (const unit of units) {
    const here = known.get(unit.key)
    if (here === undefined) {
      if (unit.target !== '') issues.push(issueOf('unknown', unit, undefined))
      continue
    }
    if (seen.has(unit.key)) {
      issues.push(issueOf('duplicate', unit, here.translations[language]?.text))
      continue
    }
    seen.add(unit.key)
    const verdict = judged(unit, here, { language, overwrite })
    if (verdict === 'unchanged') unchanged++
    else {
      if (verdict.issue !== undefined) issues.push(verdict.issue)
      if (verdict.change !== undefined) changes.push({ ...verdict.change, by, on })
    }
  }
  return {
    instrument: setTranslations(instrument, changes),
    language,
    taken: changes.map(({ key }) => key),
    unchanged,
    issues,
  }
}

type Verdict =
  | 'unchanged'
  | { readonly change?: TranslationChange; readonly issue?: TranslationIssue }

const judged = (
  unit: FileUnit,
  here: TranslationUnit,
  { language, overwrite }: { readonly language: string; readonly overwrite: 'never' | 'always' },
): Verdict => {
  const now = here.translations[language]
  const text = now?.text
  if (unit.target === '' && unit.fault === undefined) {
    const wasEmpty = unit.exported === undefined || unit.exported === fingerprintOf('')
    return text === undefined || wasEmpty ? 'unchanged' : { issue: issueOf('emptied', unit, text) }
  }
  const source = here.source ?? ''
  const isStale = unit.source !== source
  if (unit.target === text) {
    const isReviewed = unit.state === 'reviewed' && now?.state === 'draft' && !isStale
    return isReviewed
      ? { change: { key: unit.key, language, text, state: 'reviewed', note: unit.note } }
      : 'unchanged'
  }
  const { missing, added } = codeDifferences(unit.source, unit.target)
  if (unit.fault !== undefined || missing.length > 0 || added.length > 0)
    return { issue: damaged(unit, text, { missing, added }) }
  const wasHere = fingerprintOf(text ?? '') === unit.exported
  if (text !== undefined && !wasHere && overwrite === 'never')
    return { issue: issueOf('conflict', unit, text) }
  const replacesReviewed = now?.state === 'reviewed' && unit.state === 'reviewed'
  const change: TranslationChange = {
    key: unit.key,
    language,
    text: unit.target,
    state: unit.state === 'reviewed' && !replacesReviewed ? 'reviewed' : 'draft',
    note: unit.note,
    ...(isStale ? { madeFrom: unit.source } : {}),
  }
  return isStale ? { change, issue: issueOf('stale', unit, source) } : { change }
}

const WORDS = {
  unknown: {
    message: {
      de: 'Diesen Text gibt es im Fragebogen nicht.',
      en: 'The questionnaire has no such text.',
    },
    remedy: {
      de: 'Prüfen, ob die Datei zu diesem Fragebogen gehört; der Text kann entfernt worden sein.',
      en: 'Check whether the file belongs to this questionnaire; the text may have been removed.',
    },
  },
  duplicate: {
    message: { de: 'Der Text steht zweimal in der Datei.', en: 'The text is in the file twice.' },
    remedy: { de: 'Eine der beiden Zeilen löschen.', en: 'Delete one of the two.' },
  },
  stale: {
    message: {
      de: 'Die Vorlage hat sich seit dem Export geändert; die Übersetzung gilt als veraltet.',
      en: 'The source changed since the export; the translation counts as stale.',
    },
    remedy: { de: 'An die neue Vorlage anpassen.', en: 'Adapt it to the new source.' },
  },
  conflict: {
    message: {
      de: 'Der Text wurde seit dem Export auch hier geändert; er blieb, wie er ist.',
      en: 'The text was changed here, too, since the export; it was left as it is.',
    },
    remedy: {
      de: 'Einen der beiden wählen, oder den Import mit „überschreiben“ wiederholen.',
      en: 'Choose one of the two, or import again with “overwrite”.',
    },
  },
  emptied: {
    message: {
      de: 'In der Datei fehlt die Übersetzung; die vorhandene blieb stehen.',
      en: 'The file lacks the translation; the present one was kept.',
    },
    remedy: { de: 'Wenn gewollt, hier löschen.', en: 'Delete it here if that is meant.' },
  },
} as const

const issueOf = (
  kind: keyof typeof WORDS,
  { place, key, target, source }: FileUnit,
  here: string | undefined,
): TranslationIssue => ({
  kind,
  place,
  key,
  inFile: kind === 'stale' ? source : target,
  here,
  ...WORDS[kind],
})

const damaged = (
  { place, key, target, fault }: FileUnit,
  here: string | undefined,
  { missing, added }: { readonly missing: readonly string[]; readonly added: readonly string[] },
): TranslationIssue => ({
  kind: 'damaged',
  place,
  key,
  inFile: target,
  here,
  message: fault ?? {
    de: `Platzhalter oder Auszeichnung stimmen nicht${missing.length > 0 ? `; es fehlt ${missing.join(' ')}` : ''}${added.length > 0 ? `; zu viel ist ${added.join(' ')}` : ''}.`,
    en: `Placeholders or markup do not agree${missing.length > 0 ? `; ${missing.join(' ')} is missing` : ''}${added.length > 0 ? `; ${added.join(' ')} is too much` : ''}.`,
  },
  remedy: {
    de: 'Platzhalter und Auszeichnung genau aus der Vorlage übernehmen.',
    en: 'Take placeholders and markup over from the source exactly.',
  },
})
