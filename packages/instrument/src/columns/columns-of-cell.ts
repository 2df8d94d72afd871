import type { Cell } from './cells-of.ts'
import type { Column } from './column.ts'
import type { Making } from './column-from.ts'
import { commentColumns } from './comment-columns.ts'
import { multipleColumns } from './multiple-columns.ts'
import { openColumn } from './open-column.ts'
import { rankColumns } from './rank-columns.ts'
import { singleColumn } from './single-column.ts'

const MULTIPLE = new Set(['checkbox', 'tagbox'])
const SINGLE = new Set([
  'radiogroup',
  'dropdown',
  'buttongroup',
  'rating',
  'boolean',
  'imagepicker',
  'matrixrow',
])

/** The variables that one cell fills, by the type of its item. */
export const columnsOfCell = (cell: Cell, making: Making): readonly Column[] => {
  const { item } = cell
  if (MULTIPLE.has(item.type) || (item.type === 'imagepicker' && item.json.multiSelect === true))
    return multipleColumns(cell, making)
  if (item.type === 'ranking') return rankColumns(cell, making)
  const main =
    SINGLE.has(item.type) && item.choices.length > 0
      ? singleColumn(cell, making)
      : openColumn(cell, making)
  return [main, ...commentColumns(cell, making)]
}
