import { randomBytes, randomInt } from 'node:crypto'

/** A random name for a row: `bytes` bytes as hexadecimal digits, 16 unless told. */
export const randomId = (bytes = 16): string => randomBytes(bytes).toString('hex')

/** The same members in an order nobody can foretell (Fisher–Yates with the system's random source). */
export const shuffled = <T>(list: readonly T[]): readonly T[] => {
  const order = [...list]
  for (let last = order.length - 1; last > 0; last--) {
    const pick = randomInt(last + 1)
    ;[order[last], order[pick]] = [order[pick] as T, order[last] as T]
  }
  return order
}
