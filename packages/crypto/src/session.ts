import { opened, sealed } from './aead.ts'
import { joined, mac } from './parts.ts'
import { bytesOf, type NumberedKey, newSecret, type Secret } from './secret.ts'

/** The key in use and the one before it, so that a change of key ends no running session. */
export type SessionKeys = { readonly current: NumberedKey; readonly previous?: NumberedKey }

export const newSessionKeys = (): SessionKeys => ({ current: { kid: 1, key: newSecret() } })

/** A new key in use; the one that was in use still opens. To be called once a day. */
export const rotatedSessionKeys = ({ current }: SessionKeys): SessionKeys => ({
  current: { kid: current.kid + 1, key: newSecret() },
  previous: current,
})

const aadOf = (kid: number) => joined('session/v1', String(kid))

/** A session the server need not remember: `<kid>.<AES-256-GCM>`, safe in a cookie. */
export const sealSession = (
  { current: { kid, key } }: SessionKeys,
  payload: object,
  expires: Date,
): string =>
  `${kid}.${sealed(bytesOf(key), JSON.stringify({ payload, expires: expires.getTime() }), aadOf(kid))}`

/** The payload of `text`, or undefined when it is not ours, was changed, or its time is over. */
export const openSession = <Payload extends object>(
  { current, previous }: SessionKeys,
  text: string,
  now: Date,
): Payload | undefined => {
  const [kid, ciphertext] = text.split('.')
  const used = [current, previous].find((key) => String(key?.kid) === kid)
  const plain = used && ciphertext && opened(bytesOf(used.key), ciphertext, aadOf(used.kid))
  if (!plain) return undefined
  const { payload, expires } = JSON.parse(plain) as { payload: Payload; expires: number }
  return now.getTime() < expires ? payload : undefined
}

/** Stands for a network address in rate limits; useless without the key, which lives in memory only. */
export const addressMark = (key: Secret, address: string): string =>
  mac(key, 'address', address).toString('hex').slice(0, 32)
