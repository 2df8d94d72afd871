import { codebookOf, type Instrument, textOf } from '@echolot/instrument'

const COLUMNS = [
  ...['variable', 'item', 'label', 'type', 'measure', 'values', 'min', 'max', 'missing'],
  ...['sensitivity', 'purpose', 'scales'],
]

/**
 * The codebook of a draft as a table that Excel in German opens without questions: UTF-8 with byte order mark, `;`, CRLF.
 * Cells that look like formulas get an apostrophe.
 */
export const codebookCsv = (instrument: Instrument, language: string): string => {
  const source = instrument.languages[0]?.tag ?? 'default'
  const { variables, scales } = codebookOf(instrument)
  const rows = variables.map(
    ({ name, item, label, type, measure, values = [], range, missing, sensitivity, purpose }) => [
      ...[name, item, textOf(label, language, source), type, measure],
      values
        .map(({ value, label: words }) => `${value} = ${textOf(words, language, source)}`)
        .join(' | '),
      ...[range?.min, range?.max].map((limit) => (limit === undefined ? '' : String(limit))),
      missing.join(' '),
      sensitivity,
      purpose ?? '',
      scales
        .filter(({ items }) => items.includes(name))
        .map(({ name: scale, reversed }) => (reversed.includes(name) ? `${scale} (R)` : scale))
        .join(' '),
    ],
  )
  return `\uFEFF${[COLUMNS, ...rows].map((row) => row.map(cellOf).join(';')).join('\r\n')}\r\n`
}

const cellOf = (text: string): string => {
  const guarded = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
