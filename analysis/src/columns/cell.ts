/** What stands in one field of a table. */
export type Cell = number | string | null

/** The meaning of a field's text: nothing, a number, or a text without blanks around it. */
export const cellOf = (text: string): Cell => {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === 'NA') return null
  const number = Number(trimmed)
  // 0 instead of −0
  return Number.isFinite(number) ? number + 0 : trimmed
}
