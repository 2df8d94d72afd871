const ENTRY = 0x02014b50
const END = 0x06054b50
const SHORTEST_END = 22
const SHORTEST_ENTRY = 46

/**
 * How many bytes a zip archive says it holds when unpacked, by its table of contents; 0 for what is no archive. Archives
 * of more than four gigabytes say four.
 */
export const unpackedSize = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - SHORTEST_END
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1
  if (end < 0) return 0
  let total = 0
  let at = view.getUint32(end + 16, true)
  while (at + SHORTEST_ENTRY <= bytes.length && view.getUint32(at, true) === ENTRY) {
    total += view.getUint32(at + 24, true)
    at +=
      SHORTEST_ENTRY +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
  return total
}
