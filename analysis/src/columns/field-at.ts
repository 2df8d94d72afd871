const NEWLINE = 10
const RETURN = 13
const QUOTE = 34

const LETTERS = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text of a field and where it ends; undefined where readers differ. */
export const fieldAt = (
  bytes: Uint8Array,
  start: number,
  { delimiter, lineEnd }: { readonly delimiter: number; readonly lineEnd: number },
): { readonly text: string; readonly end: number } | undefined => {
  let end = start
  if (bytes[start] !== QUOTE) {
    while (bytes[end] !== delimiter && bytes[end] !== lineEnd)
      if (bytes[end] === NEWLINE || bytes[end] === RETURN) return undefined
      else end += 1
    return { text: LETTERS.decode(bytes.subarray(start, end)), end }
  }
  let doubled = false
  for (end = start + 1; ; end++) {
    const byte = bytes[end]
    if (byte === NEWLINE || byte === RETURN || byte === undefined) return undefined
    if (byte !== QUOTE) continue
    if (bytes[end + 1] !== QUOTE) break
    doubled = true
    end += 1
  }
  const text = LETTERS.decode(bytes.subarray(start + 1, end))
  return { text: doubled ? text.replaceAll('""', '"') : text, end: end + 1 }
}
