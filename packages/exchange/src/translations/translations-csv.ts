import type { Instrument } from '@echolot/instrument'
import { translationUnits } from '@echolot/instrument/translation'
import Papa from 'papaparse'
import { fileUnreadable } from '../problems.ts'
import { textOfFile } from '../source-file.ts'
import { takeOver } from './take-over.ts'
import {
  type FileUnit,
  fingerprintOf,
  type ImportedTranslations,
  type ImportOptions,
} from './translation-file.ts'

const COLUMNS = ['key', 'source', 'target', 'state', 'note', 'max length', 'exported'] as const

/**
 * All texts of one language as a table that Excel in German opens without questions: UTF-8 with byte order mark, `;`,
 * CRLF; texts that look like formulas get an apostrophe, which the import takes away again. `exported` is a fingerprint
 * of the target, so that the import sees what has changed since.
 */
export const writeTranslationsCsv = (instrument: Instrument, language: string): string => {
  const source = instrument.languages[0]?.tag ?? 'default'
  const rows = translationUnits(instrument).map(({ key, source: words = '', ...unit }) => {
    const { text = '', state = 'missing', record } = unit.translations[language] ?? {}
    return [
      key,
      words,
      text,
      state,
      record?.note ?? '',
      unit.maxLength === undefined ? '' : String(unit.maxLength),
      fingerprintOf(text),
    ].map(guarded)
  })
  const header = COLUMNS.map((column) =>
    column === 'source' ? `source ${source}` : column === 'target' ? `target ${language}` : column,
  )
  return `\uFEFF${Papa.unparse([header, ...rows], { delimiter: ';', newline: '\r\n' })}\r\n`
}

/**
 * The instrument with the translations of a table, as bytes or text; any usual separator, byte order mark or not, old
 * Windows code page. The language is the one named in the header of the `target` column.
 * @throws file-unreadable without the columns key, source and target, or for a language the instrument does not have
 */
export const readTranslationsCsv = (
  instrument: Instrument,
  file: string | Uint8Array,
  options: ImportOptions & { readonly language?: string } = {},
): ImportedTranslations => {
  const text = (
    typeof file === 'string' ? file : textOfFile({ name: 'translations.csv', bytes: file })
  ).replace(/^\uFEFF/, '')
  const { data } = Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    delimiter: delimiterOf(text),
  })
  const [header = [], ...rows] = data
  const heads = header.map((cell) => cell.trim())
  const at = (column: string) =>
    heads.findIndex((cell) => new RegExp(`^${column}(\\s|$)`, 'i').test(cell))
  const [key, source, target] = [at('key'), at('source'), at('target')]
  if (key < 0 || source < 0 || target < 0)
    throw fileUnreadable({
      format: 'CSV',
      place: 'line 1',
      remedy: 'The first line names the columns key, source and target.',
    })
  const language = options.language ?? heads[target]?.split(/\s+/)[1] ?? ''
  checkLanguage(instrument, language, 'line 1')
  const cell = (row: readonly string[], column: number) =>
    column < 0 ? undefined : unguarded(row[column] ?? '')
  let line = 2 + lineBreaks(header)
  const units = rows.flatMap((row): readonly FileUnit[] => {
    const place = `line ${line}`
    line += 1 + lineBreaks(row)
    const name = cell(row, key) ?? ''
    if (name === '') return []
    const note = cell(row, at('note'))
    return [
      {
        place,
        key: name,
        source: normalised(cell(row, source) ?? ''),
        target: normalised(cell(row, target) ?? ''),
        state: stateOf(cell(row, at('state')) ?? ''),
        note: note === '' ? undefined : note,
        exported: cell(row, at('exported')) || undefined,
      },
    ]
  })
  return takeOver(instrument, asWritten(instrument, units, language), { ...options, language })
}

/** @throws file-unreadable */
export const checkLanguage = (instrument: Instrument, language: string, place: string): void => {
  const [source, ...others] = instrument.languages.map(({ tag }) => tag)
  if (!others.includes(language))
    throw fileUnreadable({
      format: 'translations',
      place,
      remedy:
        language === source
          ? `“${language}” is the source language; name the language of the translations.`
          : `The questionnaire has no language “${language}”; add it first, or name one of ${others.join(', ')}.`,
    })
}

/** Spreadsheets write line breaks their own way; a text that is the same but for them is taken as it stands here. */
const asWritten = (
  instrument: Instrument,
  units: readonly FileUnit[],
  language: string,
): readonly FileUnit[] => {
  const here = new Map(translationUnits(instrument).map((unit) => [unit.key, unit]))
  const same = (text: string, other: string | undefined) =>
    other !== undefined && normalised(other) === text ? other : text
  return units.map((unit) => ({
    ...unit,
    source: same(unit.source, here.get(unit.key)?.source),
    target: same(unit.target, here.get(unit.key)?.translations[language]?.text),
  }))
}

const normalised = (text: string) => text.replaceAll(/\r\n?/g, '\n')
const lineBreaks = (row: readonly string[]) =>
  row.reduce((sum, cell) => sum + (cell.match(/\r\n?|\n/g)?.length ?? 0), 0)

const delimiterOf = (text: string): string => {
  const first = text.slice(0, text.search(/\r|\n|$/))
  return [';', '\t', ','].find((delimiter) => first.includes(delimiter)) ?? ';'
}

const STATES = new Map<string, FileUnit['state']>([
  ['reviewed', 'reviewed'],
  ['geprüft', 'reviewed'],
  ['final', 'reviewed'],
  ['stale', 'stale'],
  ['veraltet', 'stale'],
  ['missing', 'missing'],
  ['fehlt', 'missing'],
])
const stateOf = (cell: string): FileUnit['state'] =>
  STATES.get(cell.trim().toLowerCase()) ?? 'draft'

const guarded = (cell: string) => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
const unguarded = (cell: string) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
