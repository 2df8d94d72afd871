import type { AccessCode, Lookup, WrapKey } from '@echolot/study'
import { KDF_ID, roundsOf } from './kdf.ts'

export { KDF_ID } from './kdf.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const fromBase64url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))

const stretched = async (secret: string, salt: Uint8Array<ArrayBuffer>, rounds: number) => {
  const key = await crypto.subtle.importKey('raw', utf8(secret), 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    key,
    256,
  )
  return crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveBits'])
}
const derived = async (key: CryptoKey, info: string) =>
  new Uint8Array(
    await crypto.subtle.deriveBits(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(info) },
      key,
      256,
    ),
  )

/**
 * What the collection is shown instead of `code`, which never leaves the device. The same values as
 * `@echolot/crypto/access-code` gives at the vault. `salt` is the study's, base64url.
 */
export const deriveCodeSecrets = async (
  code: AccessCode,
  salt: string,
  kdfId: string = KDF_ID,
): Promise<{ readonly lookup: Lookup; readonly wrapkey: WrapKey }> => {
  const h = await stretched(code, fromBase64url(salt), roundsOf(kdfId))
  return {
    lookup: hex(await derived(h, 'lookup')) as Lookup,
    wrapkey: hex(await derived(h, 'wrap')) as WrapKey,
  }
}

/** Names one go at the questionnaire, on this device: 32 random hexadecimal digits. */
export const newAttempt = (): string => hex(crypto.getRandomValues(new Uint8Array(16)))

/** What opens a draft again, on any device: the code's wrap key and the PIN chosen at the pause. */
export type DraftLock = { readonly wrapkey: WrapKey; readonly pin: string; readonly salt: string }

const draftSecrets = async ({ wrapkey, pin, salt }: DraftLock) => {
  if (!/^\d{4}$/.test(pin)) throw new RangeError('the PIN has four digits')
  const h = await stretched(`${wrapkey}|${pin}`, fromBase64url(salt), roundsOf(KDF_ID))
  const key = await crypto.subtle.importKey('raw', await derived(h, 'draft'), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  return { key, verifier: hex(await derived(h, 'draft-pin')) }
}

/** What the collection asks for before it hands a draft out: 64 hexadecimal digits. */
export const draftVerifier = async (lock: DraftLock): Promise<string> =>
  (await draftSecrets(lock)).verifier

/** Encrypts a draft on the device (AES-256-GCM); the collection keeps `ciphertext` and cannot read it. */
export const sealDraft = async (
  lock: DraftLock,
  draft: unknown,
): Promise<{ readonly verifier: string; readonly ciphertext: string }> => {
  const { key, verifier } = await draftSecrets(lock)
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce },
    key,
    utf8(JSON.stringify(draft)),
  )
  return { verifier, ciphertext: `${base64url(nonce)}.${base64urlOfMany(new Uint8Array(sealed))}` }
}

/** What `sealDraft` encrypted, or undefined when code, PIN or bytes are not the ones. */
export const openDraft = async (lock: DraftLock, ciphertext: string): Promise<unknown> => {
  const { key } = await draftSecrets(lock)
  const [nonce = '', sealed = ''] = ciphertext.split('.')
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64url(nonce) },
      key,
      fromBase64url(sealed),
    )
    return JSON.parse(new TextDecoder().decode(plain))
  } catch {
    return undefined
  }
}

/** In slices of a multiple of three bytes: spreading a whole draft would overflow the stack. */
const base64urlOfMany = (bytes: Uint8Array) =>
  Array.from({ length: Math.ceil(bytes.length / 6144) }, (_, i) =>
    base64url(bytes.subarray(i * 6144, (i + 1) * 6144)),
  ).join('')
