/** One line of CSV as in RFC 4180, in UTF-8, with a comma and a line feed. Null is an empty field. */
export const csvLine = (fields: readonly (string | number | null)[]): string =>
  `${fields.map((field) => (typeof field === 'string' ? quoted(field) : String(field ?? ''))).join(',')}\n`

/** Bytes that hold a line however its texts are encoded and quoted. */
export const mostBytesOf = (fields: readonly (string | number | null)[]): number => {
  let most = 1
  for (const field of fields) most += typeof field === 'string' ? 6 * field.length + 3 : 25
  return most
}

/** The same line as bytes, written from `at` on; gives the place after it. */
export const writeCsvLine = (
  fields: readonly (string | number | null)[],
  into: Buffer,
  at: number,
): number => {
  let end = at
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as string | number | null
    if (i > 0) into[end++] = COMMA
    if (typeof field === 'number') end = writeNumber(field, into, end)
    else if (field !== null) end += into.write(quoted(field), end)
  }
  into[end++] = LINE_FEED
  return end
}

const COMMA = 44
const LINE_FEED = 10
const MINUS = 45
const ZERO = 48

/** Codes are small whole numbers: their digits need no text. */
const writeNumber = (value: number, into: Buffer, at: number): number => {
  const size = Math.abs(value)
  if (!(size < 100) || !Number.isInteger(value)) return at + into.write(String(value), at, 'latin1')
  let end = at
  if (value < 0) into[end++] = MINUS
  if (size > 9) into[end++] = ZERO + Math.floor(size / 10)
  into[end++] = ZERO + (size % 10)
  return end
}

const quoted = (text: string) => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const QUOTED = /[",\r\n]/
