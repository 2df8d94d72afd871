/** One line of CSV as in RFC 4180, in UTF-8, with a comma and a line feed. Null is an empty field. */
export const csvLine = (fields: readonly (string | number | null)[]): string => {
  let line = ''
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as string | number | null
    if (i > 0) line += ','
    if (typeof field === 'number') line += SHORT[field + LEAST] ?? field
    else if (field !== null) line += QUOTED.test(field) ? `"${field.replaceAll('"', '""')}"` : field
  }
  return `${line}\n`
}

/** Codes are small whole numbers: their texts are made once. */
const LEAST = 100
const SHORT = Array.from({ length: 2 * LEAST }, (_, i) => String(i - LEAST))

const QUOTED = /[",\r\n]/
