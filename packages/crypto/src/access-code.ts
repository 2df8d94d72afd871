import { createHash, hkdfSync, pbkdf2, randomBytes, randomInt } from 'node:crypto'
import { promisify } from 'node:util'
import {
  ACCESS_CODE_ALPHABET,
  type AccessCode,
  type CredentialId,
  checkSymbolOf,
  type Lookup,
  type WrapKey,
} from '@echolot/study'
import { sealed } from './aead.ts'
import {
  aadOf,
  type CredentialPlace,
  type CredentialSecrets,
  type EventToken,
  type LinkSecret,
} from './credential.ts'
import { KDF_ID, roundsOf } from './kdf.ts'
import { hasUglyWord } from './ugly-words.ts'

export type { CredentialPlace, CredentialSecrets, EventToken, LinkSecret } from './credential.ts'
export { KDF_ID, type KdfId } from './kdf.ts'

/** A fresh secret for one letter: 11 random symbols (55 bit) and their check symbol; no ugly words in it. */
export const newAccessCode = (): AccessCode => {
  const symbols = Array.from({ length: 11 }, () => ACCESS_CODE_ALPHABET[randomInt(32)]).join('')
  const code = (symbols + checkSymbolOf(symbols)) as AccessCode
  return hasUglyWord(code) ? newAccessCode() : code
}

/** The public salt of a study: 16 random bytes, base64url. */
export const newStudySalt = (): string => randomBytes(16).toString('base64url')

const stretch = promisify(pbkdf2)

/**
 * What the collection is shown instead of `code`: the `lookup` it is found by and the `wrapkey` that opens its payload.
 * Runs in the thread pool, so several codes at a time use several cores. `salt` is the study's, base64url.
 * @throws RangeError for an unknown stretch.
 */
export const deriveCodeSecrets = async (
  code: AccessCode,
  salt: string | Uint8Array,
  kdfId: string = KDF_ID,
): Promise<{ readonly lookup: Lookup; readonly wrapkey: WrapKey }> => {
  const saltBytes = typeof salt === 'string' ? Buffer.from(salt, 'base64url') : salt
  const h = await stretch(code, saltBytes, roundsOf(kdfId), 32, 'sha256')
  const derived = (info: string) => Buffer.from(hkdfSync('sha256', h, '', info, 32)).toString('hex')
  return { lookup: derived('lookup') as Lookup, wrapkey: derived('wrap') as WrapKey }
}

/** Locks `secrets` for the holder of the code: AES-256-GCM under `wrapkey`, bound to its place; base64url. */
export const sealCredential = (
  wrapkey: WrapKey,
  secrets: CredentialSecrets,
  place: CredentialPlace,
): string => sealed(Buffer.from(wrapkey, 'hex'), JSON.stringify(secrets), aadOf(place))

export const newLinkSecret = (): LinkSecret => randomBytes(16).toString('hex') as LinkSecret
export const newEventToken = (): EventToken => randomBytes(16).toString('hex') as EventToken
export const newCredentialId = (): CredentialId => randomBytes(16).toString('hex') as CredentialId

/** What the vault keeps of an event token: its SHA-256, 64 hexadecimal digits. */
export const tokenHash = (token: EventToken): string =>
  createHash('sha256').update(token).digest('hex')
