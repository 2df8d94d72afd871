import type { Json } from '../edits/outline.ts'

const countOf = (list: unknown) => (Array.isArray(list) ? list.length : 0)

/** About how many lines a question takes, for the room it gets before it is drawn. */
export const estimatedLines = ({ type, choices, rows, columns, items }: Json): number => {
  const perRow = type === 'checkbox' || type === 'radiogroup' || type === 'ranking'
  return (
    2 +
    (perRow ? countOf(choices) : 1) +
    countOf(rows) +
    countOf(items) +
    (countOf(columns) > 0 ? 1 : 0)
  )
}
