/** Little-endian bytes, gathered piece by piece. */
export const byteWriter = () => {
  const pieces: Buffer[] = []
  const add = (piece: Buffer) => {
    pieces.push(piece)
    return writer
  }
  const writer = {
    int32: (...values: readonly number[]) => {
      const piece = Buffer.alloc(4 * values.length)
      for (const [place, value] of values.entries()) piece.writeInt32LE(value, 4 * place)
      return add(piece)
    },
    int64: (value: number) => {
      const piece = Buffer.alloc(8)
      piece.writeBigInt64LE(BigInt(value))
      return add(piece)
    },
    float64: (...values: readonly number[]) => {
      const piece = Buffer.alloc(8 * values.length)
      for (const [place, value] of values.entries()) piece.writeDoubleLE(value, 8 * place)
      return add(piece)
    },
    byte: (value: number) => add(Buffer.of(value)),
    bytes: add,
    /** UTF-8, nothing around it. */
    text: (text: string) => add(Buffer.from(text)),
    /** UTF-8, filled with blanks up to `length` bytes, which `text` does not exceed. */
    padded: (text: string, length: number) => {
      const piece = Buffer.alloc(length, ' ')
      piece.write(text)
      return add(piece)
    },
    whole: () => Buffer.concat(pieces),
  }
  return writer
}
