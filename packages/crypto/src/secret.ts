import { randomBytes } from 'node:crypto'
import type { Branded } from '@echolot/study'

/** A symmetric key of 32 bytes as base64url text, the form it has in a key file. */
export type Secret = Branded<'Secret'>
/** A key with the number that is written beside what was made with it. */
export type NumberedKey = { readonly kid: number; readonly key: Secret }

/** A fresh key from the system's random source. */
export const newSecret = (): Secret => randomBytes(32).toString('base64url') as Secret

/** @throws RangeError unless `secret` holds exactly 32 bytes. */
export const bytesOf = (secret: Secret): Buffer => {
  const bytes = Buffer.from(secret, 'base64url')
  if (bytes.length !== 32) throw new RangeError('a key of 32 bytes is needed')
  return bytes
}
