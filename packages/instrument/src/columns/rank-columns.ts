import { numberOrUndefined } from '../json.ts'
import { joinTexts } from '../localized.ts'
import type { Cell } from './cells-of.ts'
import { type Column, UNREADABLE } from './column.ts'
import { columnFrom, type Making } from './column-from.ts'
import { isBlank, missingOf } from './missing-of.ts'
import { tidied } from './tidied.ts'

/** Ranking: the rank of each choice from 1. */
export const rankColumns = (cell: Cell, making: Making): readonly Column[] => {
  const { item } = cell
  const missing = missingOf([], making.note)
  const known = new Set(item.choices.map(({ value }) => String(value)))
  const places = numberOrUndefined(item.json.maxSelectedChoices) ?? item.choices.length
  const partial = item.json.selectToRankEnabled === true
  return item.choices.map((choice) =>
    columnFrom(cell, making, {
      name: `${cell.name}_${tidied(choice.value)}`,
      label: joinTexts(cell.title, choice.text, ' – '),
      type: 'integer',
      measure: 'ordinal',
      ...(partial
        ? { values: [{ value: 0, label: { default: 'not chosen', de: 'nicht gewählt' } }] }
        : {}),
      range: { min: partial ? 0 : 1, max: places > 0 ? places : item.choices.length },
      missing,
      read: (answers) => {
        const raw = cell.lens(answers)
        if (isBlank(raw)) return undefined
        if (typeof raw === 'number' && missing.includes(raw)) return raw
        if (!Array.isArray(raw)) return UNREADABLE
        const ranked = raw.map(String)
        if (!ranked.every((value) => known.has(value))) return UNREADABLE
        return ranked.indexOf(String(choice.value)) + 1
      },
    }),
  )
}
