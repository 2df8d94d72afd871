/** Bytes of a very long string in each of the strings it is kept as. */
export const SEGMENT = 255
const COUNTED = 252

/**
 * Widths of the strings that hold a string of `width` bytes: itself up to 255; a longer one is cut, each piece but the
 * last being 255 wide, as many as there are times 252 bytes in it.
 */
export const segmentsOf = (width: number): readonly number[] => {
  if (width <= SEGMENT) return [width]
  const count = Math.ceil(width / COUNTED)
  return Array.from({ length: count }, (_, place) =>
    place < count - 1 ? SEGMENT : width - (count - 1) * COUNTED,
  )
}

/** Eight-byte elements that a string of one segment takes. */
export const elementsOf = (segment: number): number => Math.ceil(segment / 8)
