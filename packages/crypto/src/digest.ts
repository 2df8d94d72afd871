import { createHash } from 'node:crypto'

/** SHA-256 of bytes, of a text in UTF-8, or of a stream of bytes; 64 lower-case hexadecimal digits. */
export const sha256Hex = async (
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<string> => {
  const hash = createHash('sha256')
  if (typeof content === 'string' || content instanceof Uint8Array) hash.update(content)
  else for await (const chunk of content) hash.update(chunk)
  return hash.digest('hex')
}

/** Bytes that are given on as they pass by, and after the last of them their SHA-256. */
export const digesting = (bytes: AsyncIterable<Uint8Array>) => {
  const hash = createHash('sha256')
  return {
    passing: (async function* () {
      for await (const piece of bytes) {
        hash.update(piece)
        yield piece
      }
    })(),
    sha256: (): string => hash.digest('hex'),
  }
}
