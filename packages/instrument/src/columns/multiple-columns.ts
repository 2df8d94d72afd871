import { joinTexts } from '../localized.ts'
import type { Cell } from './cells-of.ts'
import { type Column, UNREADABLE } from './column.ts'
import { columnFrom, type Making } from './column-from.ts'
import { commentColumns } from './comment-columns.ts'
import { isBlank, KEYWORD_CODES, MISSING_CHOICES, missingOf } from './missing-of.ts'
import { tidied } from './tidied.ts'

/** Multiple choice: 0 or 1 for each choice. */
export const multipleColumns = (cell: Cell, making: Making): readonly Column[] => {
  const { item } = cell
  const missing = missingOf(item.choices, making.note)
  const offered = item.choices.filter(({ value }) => !MISSING_CHOICES.has(value))
  const known = new Set(item.choices.map(({ value }) => String(value)))
  const read =
    (wanted: string): Column['read'] =>
    (answers) => {
      const raw = cell.lens(answers)
      if (isBlank(raw)) return undefined
      if (typeof raw === 'number' && missing.includes(raw)) return raw
      if (!Array.isArray(raw)) return UNREADABLE
      const picked = raw.map(String)
      if (!picked.every((value) => known.has(value))) return UNREADABLE
      const code = picked
        .map((value) => KEYWORD_CODES[value] ?? Number(value))
        .find((value) => missing.includes(value))
      if (code !== undefined) return code
      return picked.includes(wanted) ? 1 : 0
    }
  const columns = offered.map((choice) =>
    columnFrom(cell, making, {
      name: `${cell.name}_${tidied(choice.value)}`,
      label: joinTexts(cell.title, choice.text, ' – '),
      type: 'integer',
      measure: 'nominal',
      values: [
        { value: 1, label: { default: 'selected', de: 'gewählt' } },
        { value: 0, label: { default: 'not selected', de: 'nicht gewählt' } },
      ],
      missing,
      read: read(String(choice.value)),
    }),
  )
  return [...columns, ...commentColumns(cell, making)]
}
