import { codebookOf, type Instrument, type Localized, textOf } from '@echolot/instrument'
import Papa from 'papaparse'
import type { Loss } from '../loss.ts'
import { because } from '../reasons/because.ts'

/** The codebook of an instrument as JSON, as a freeze carries it. */
export const codebookJson = (instrument: Instrument): string =>
  `${JSON.stringify(codebookOf(instrument), null, 2)}\n`

/**
 * The codebook of an instrument as CSV (UTF-8 with byte order mark, for spreadsheets): one line a variable; labels in
 * every language, values as `1 = Ja | 2 = Nein` in the source language.
 */
export const codebookCsv = (instrument: Instrument): string => {
  const codebook = codebookOf(instrument)
  const source = codebook.languages[0] ?? 'de'
  const say = (text: Localized, language: string) => guarded(textOf(text, language, source))
  const rows = codebook.variables.map((variable) => ({
    variable: variable.name,
    item: variable.item,
    ...Object.fromEntries(
      codebook.languages.map((language) => [`label_${language}`, say(variable.label, language)]),
    ),
    type: variable.type,
    measure: variable.measure,
    values: guarded(
      (variable.values ?? [])
        .map(({ value, label }) => `${value} = ${textOf(label, source, source)}`)
        .join(' | '),
    ),
    missing: guarded(variable.missing.join(' ')),
    min: variable.range?.min ?? '',
    max: variable.range?.max ?? '',
    sensitivity: variable.sensitivity,
    purpose: guarded(variable.purpose ?? ''),
    scales: codebook.scales
      .filter(({ items }) => items.includes(variable.name))
      .map(({ name, reversed }) => (reversed.includes(variable.name) ? `${name} (reversed)` : name))
      .join(' | '),
  }))
  return `\uFEFF${Papa.unparse(rows)}\r\n`
}

/** What a spreadsheet would take for a formula gets an apostrophe; so do lists of missing codes, which begin with a minus. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** A codebook describes data; how the questions are asked stays behind. */
export const codebookLosses = (instrument: Instrument): readonly Loss[] => [
  ...codebookOf(instrument).variables.map(
    ({ name }): Loss => ({ fate: 'kept', path: name, what: 'variable' }),
  ),
  {
    fate: 'dropped',
    path: '/survey',
    what: 'pages, order, conditions and texts around the questions',
    reason: because('codebook-only-data'),
  },
]
