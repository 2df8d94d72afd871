import type { Variable } from '../instrument.ts'
import type { Item } from '../items-of.ts'
import type { Cell } from './cells-of.ts'
import { type Column, UNREADABLE } from './column.ts'
import { columnFrom, type Making } from './column-from.ts'
import { isBlank, KEYWORD_CODES, missingOf } from './missing-of.ts'

/** One choice of several: its code, or its value as text. */
export const singleColumn = (cell: Cell, making: Making): Column => {
  const { item } = cell
  const missing = missingOf(item.choices, making.note)
  const coded = codesOf(item)
  const numeric = coded !== undefined
  const codes = coded ?? new Map(item.choices.map(({ value }) => [String(value), String(value)]))
  const read: Column['read'] = (answers) => {
    const raw = cell.lens(answers)
    if (isBlank(raw)) return undefined
    if (typeof raw === 'number' && missing.includes(raw)) return numeric ? raw : undefined
    if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean')
      return UNREADABLE
    return codes.get(String(raw)) ?? UNREADABLE
  }
  return columnFrom(cell, making, {
    name: cell.name,
    label: cell.title,
    type: numeric ? 'integer' : 'text',
    measure: making.note?.measure ?? (item.type === 'rating' ? 'ordinal' : 'nominal'),
    values: valuesOf(item, codes),
    missing,
    read,
  })
}

const valuesOf = (item: Item, codes: ReadonlyMap<string, number | string>): Variable['values'] =>
  item.choices.map(({ value, text }) => ({
    value: codes.get(String(value)) ?? String(value),
    label: text,
  }))

/**
 * The number each answer is stored as: its own for whole-number values, 1 and 0 for yes and no, −77 and −88 for the
 * library's "don't know" and "refused". Undefined when a value has no number of its own; then the column is text.
 */
const codesOf = (item: Item): ReadonlyMap<string, number> | undefined => {
  if (
    item.type === 'boolean' &&
    item.json.valueTrue === undefined &&
    item.json.valueFalse === undefined
  )
    return new Map([
      ['true', 1],
      ['false', 0],
    ])
  const codes = new Map<string, number>()
  for (const { value } of item.choices) {
    const code = KEYWORD_CODES[String(value)] ?? (typeof value === 'number' ? value : Number.NaN)
    if (!Number.isInteger(code)) return undefined
    codes.set(String(value), code)
  }
  return codes
}
