import type { WordedLoss } from '@echolot/exchange/loss'

const COLUMNS = ['fate', 'path', 'what', 'target', 'reason'] as const

/** A loss report as a table for Excel: no cell is taken for a formula. */
export const lossesCsv = (losses: readonly WordedLoss[]): string =>
  `\uFEFF${[COLUMNS, ...losses.map((loss) => COLUMNS.map((column) => loss[column] ?? ''))]
    .map((cells) => cells.map(cellOf).join(';'))
    .join('\r\n')}\r\n`

const cellOf = (text: string): string => {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
