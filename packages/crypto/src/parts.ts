import { createHmac } from 'node:crypto'
import { bytesOf, type Secret } from './secret.ts'

/** The parts one after another, each behind its length, so that no two lists of parts give the same bytes. */
export const joined = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part as string)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return [length, bytes]
    }),
  )

/** HMAC-SHA-256 over the length-prefixed `parts`. */
export const mac = (key: Secret, ...parts: readonly string[]): Buffer =>
  createHmac('sha256', bytesOf(key))
    .update(joined(...parts))
    .digest()
