import iconv from 'iconv-lite'

/** The encodings in which offices save address files. */
export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252'
export type Decoded =
  | { readonly encoding: Encoding; readonly text: string }
  /** `offset` is the first byte that no encoding explains. */
  | { readonly undecodable: { readonly offset: number; readonly reason: string } }

/**
 * The text of a file of unknown encoding: a byte order mark decides; else UTF-16 shows by its zero bytes, UTF-8 by being
 * faultless; what remains is Windows-1252, unless it holds bytes which that does not know.
 */
export const decodeText = (bytes: Uint8Array): Decoded => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return asUtf8(bytes.subarray(3), 3)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return asUtf16(bytes.subarray(2))
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { undecodable: { offset: 0, reason: 'utf-16be' } }
  if (looksLikeUtf16(bytes)) return asUtf16(bytes)
  const zero = bytes.indexOf(0)
  if (zero >= 0) return { undecodable: { offset: zero, reason: 'not-text' } }
  const utf8 = asUtf8(bytes, 0)
  return 'undecodable' in utf8 ? asWindows(bytes) : utf8
}

const asUtf8 = (bytes: Uint8Array, skipped: number): Decoded => {
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { undecodable: { offset: skipped, reason: 'utf-8' } }
  }
}

const asUtf16 = (bytes: Uint8Array): Decoded => {
  try {
    return {
      encoding: 'utf-16le',
      text: new TextDecoder('utf-16le', { fatal: true }).decode(bytes),
    }
  } catch {
    return { undecodable: { offset: bytes.length - 1, reason: 'utf-16le' } }
  }
}

/** Every second byte of German text in UTF-16 is zero. */
const looksLikeUtf16 = (bytes: Uint8Array) => {
  const sample = bytes.subarray(0, Math.min(bytes.length, 2_000) & ~1)
  const zeros = sample.filter((byte, place) => place % 2 === 1 && byte === 0).length
  return sample.length >= 4 && zeros > sample.length * 0.4
}

/** The five bytes to which Windows-1252 gives no character. */
const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

const asWindows = (bytes: Uint8Array): Decoded => {
  const strange = bytes.findIndex((byte) => UNASSIGNED.has(byte))
  if (strange >= 0) return { undecodable: { offset: strange, reason: 'windows-1252' } }
  return { encoding: 'windows-1252', text: iconv.decode(Buffer.from(bytes), 'windows-1252') }
}
