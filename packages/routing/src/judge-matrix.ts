import type { Item } from '@echolot/instrument'
import { judgeEntry } from './judge-entry.ts'
import { type Given, isBlank, isFull, isRecord, stepOf } from './judging.ts'
import { entryScope, type QuestionNode } from './route.ts'
import { rowIsShown } from './shown-items.ts'

/** Whether a completed response must answer every row. */
export const rowsRequired = (item: Item): boolean =>
  item.json.eachRowRequired === true || item.json.isAllRowRequired === true

/** Judges a matrix of one choice a row: known rows, known columns, no hidden row. */
export const judgeMatrix = (node: QuestionNode, { value, path, judging }: Given): void => {
  const { item } = node
  const { found, rules, scope, completed } = judging
  const columns = rules.columnsOf(item)
  if (item.rows.length === 0) {
    if (!columns.has(value)) found.push({ path, rule: 'choice', message: 'not among the columns' })
    return
  }
  if (!isRecord(value)) {
    found.push({ path, rule: 'object', message: 'answers by row are expected' })
    return
  }
  const missing = rules.rowMissing(node)
  const several = item.json.cellType === 'checkbox'
  const fits = (cell: unknown) =>
    several && Array.isArray(cell)
      ? cell.length <= columns.size && cell.every((part) => columns.has(part))
      : columns.has(cell)
  for (const [row, cell] of Object.entries(value)) {
    if (isFull(judging)) return
    const at = `${path}/${stepOf(row)}`
    const codes = missing.get(row)
    if (codes === undefined) found.push({ path: at, rule: 'row', message: 'no such row' })
    else if (isBlank(cell)) continue
    else if (!codes.has(cell) && !fits(cell))
      found.push({ path: at, rule: 'choice', message: 'not among the columns' })
    else if (!rowIsShown(node, scope, row))
      found.push({ path: at, rule: 'hidden', message: 'answered, but this row is not displayed' })
  }
  if (!completed || !rowsRequired(item)) return
  for (const { value: row } of item.rows)
    if (isBlank(value[String(row)]) && rowIsShown(node, scope, String(row)))
      found.push({
        path: `${path}/${stepOf(String(row))}`,
        rule: 'required',
        message: 'an answer is needed in every row',
      })
}

/** Judges a matrix with questions in its cells; of a completed response all rows, for what they need. */
export const judgeCells = (node: QuestionNode, { value, path, judging }: Given): void => {
  if (!isRecord(value)) {
    judging.found.push({ path, rule: 'object', message: 'answers by row are expected' })
    return
  }
  const rows = node.item.rows.map((row) => String(row.value))
  for (const row of new Set([...Object.keys(value), ...(judging.completed ? rows : [])])) {
    if (isFull(judging)) return
    const at = `${path}/${stepOf(row)}`
    const place = rows.indexOf(row)
    const cells = Object.hasOwn(value, row) ? value[row] : undefined
    if (place < 0) judging.found.push({ path: at, rule: 'row', message: 'no such row' })
    else if (rowIsShown(node, judging.scope, row)) {
      const entry = isBlank(cells) ? {} : cells
      const scope = entryScope(judging.scope, { of: 'row', values: entry, place, all: [], row })
      judgeEntry(node, { value: entry, path: at, judging: { ...judging, scope } })
    } else if (!isBlank(cells))
      judging.found.push({
        path: at,
        rule: 'hidden',
        message: 'answered, but this row is not displayed',
      })
  }
}
