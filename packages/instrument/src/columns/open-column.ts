import type { Item } from '../items-of.ts'
import { numberOrUndefined } from '../json.ts'
import type { Cell } from './cells-of.ts'
import { type Column, UNREADABLE } from './column.ts'
import { columnFrom, type Making } from './column-from.ts'
import { isBlank, missingOf } from './missing-of.ts'
import { textCell } from './text-cell.ts'

const NUMBER_INPUTS = new Set(['number', 'range'])
const DATE_INPUTS = new Set(['date'])

/** Numbers, dates and texts written by the respondent, and what is computed. */
export const openColumn = (cell: Cell, making: Making): Column => {
  const { item } = cell
  const missing = missingOf([], making.note)
  if (item.type === 'expression') return computedColumn(cell, making)
  const numeric =
    item.type === 'slider' || (item.inputType !== undefined && NUMBER_INPUTS.has(item.inputType))
  if (!numeric)
    return columnFrom(cell, making, {
      name: cell.name,
      label: cell.title,
      type: item.inputType !== undefined && DATE_INPUTS.has(item.inputType) ? 'date' : 'text',
      measure: making.note?.measure ?? 'text',
      missing,
      read: (answers) => textCell(cell.lens(answers)),
    })
  const range = {
    ...(typeof item.min === 'number' ? { min: item.min } : {}),
    ...(typeof item.max === 'number' ? { max: item.max } : {}),
  }
  const type = isWholeNumber(item) ? 'integer' : 'number'
  return columnFrom(cell, making, {
    name: cell.name,
    label: cell.title,
    type,
    measure: making.note?.measure ?? 'scale',
    ...(Object.keys(range).length > 0 ? { range } : {}),
    missing,
    read: (answers) => {
      const raw = cell.lens(answers)
      if (isBlank(raw)) return undefined
      const number = numberOrUndefined(raw)
      if (number === undefined) return UNREADABLE
      if (missing.includes(number)) return number
      const inRange = number >= (range.min ?? -Infinity) && number <= (range.max ?? Infinity)
      return inRange && (type === 'number' || Number.isInteger(number)) ? number : UNREADABLE
    },
  })
}

/** Whole numbers only: a whole step from a whole minimum. */
export const isWholeNumber = (item: Pick<Item, 'step' | 'min'>): boolean =>
  item.step !== undefined &&
  Number.isInteger(item.step) &&
  (item.min === undefined || (typeof item.min === 'number' && Number.isInteger(item.min)))

const computedColumn = (cell: Cell, making: Making): Column =>
  columnFrom(cell, making, {
    name: cell.name,
    label: cell.title,
    type: 'text',
    measure: making.note?.measure ?? 'text',
    missing: [],
    read: (answers) => textCell(cell.lens(answers)),
  })
