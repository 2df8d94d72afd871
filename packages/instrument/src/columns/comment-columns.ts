import { joinTexts } from '../localized.ts'
import type { Cell } from './cells-of.ts'
import type { Column } from './column.ts'
import { columnFrom, type Making } from './column-from.ts'
import { textCell } from './text-cell.ts'

/** Words beside an answer: of "other", or of a comment area. */
export const commentColumns = (cell: Cell, making: Making): readonly Column[] => {
  const { json, choices } = cell.item
  const has =
    json.showCommentArea === true ||
    json.hasComment === true ||
    choices.some(({ value }) => value === 'other')
  if (!has) return []
  const text = columnFrom(cell, making, {
    name: `${cell.name}_comment`,
    label: joinTexts(cell.title, { default: 'in words', de: 'in Worten' }, ' – '),
    type: 'text',
    measure: 'text',
    missing: [],
    read: (answers) => textCell(cell.commentLens(answers)),
  })
  return [
    {
      ...text,
      role: 'comment',
      answer: `${cell.name}_comment`,
      variable: { ...text.variable, sensitivity: 'free-text' },
    },
  ]
}
