/** The longest beginning of `text` that has at most `bytes` bytes of UTF-8, whole characters only. */
export const cutBytes = (text: string, bytes: number): string => {
  if (text.length * 3 <= bytes) return text
  const encoded = Buffer.from(text)
  if (encoded.length <= bytes) return text
  let end = bytes
  while (end > 0 && ((encoded[end] as number) & 0xc0) === 0x80) end -= 1
  return encoded.toString('utf8', 0, end)
}

/** `text` in lines of at most `bytes` bytes, broken between words where there are any. */
export const wrapBytes = (text: string, bytes: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (Buffer.byteLength(longer) <= bytes) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (Buffer.byteLength(line) > bytes) {
      const head = cutBytes(line, bytes)
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  return [...lines, line]
}
