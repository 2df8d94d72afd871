import { createHash, generateKeyPairSync } from 'node:crypto'

/** A public key as JWK: Ed25519 (`sig`) or X25519 (`enc`). `kid` is its RFC 7638 thumbprint. */
export type PublicJwk = {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519' | 'X25519'
  readonly x: string
  readonly kid: string
}
/** A private key as JWK; `d` never leaves the key file. */
export type PrivateJwk = PublicJwk & { readonly d: string }

/** RFC 7638: SHA-256 of the required members in alphabetical order, base64url. */
export const thumbprintOf = ({ crv, kty, x }: Pick<PublicJwk, 'crv' | 'kty' | 'x'>): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url')

export const newPrivateJwk = (curve: PublicJwk['crv']): PrivateJwk => {
  const pair = curve === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519')
  const { x, d } = pair.privateKey.export({ format: 'jwk' }) as { x: string; d: string }
  const open = { kty: 'OKP', crv: curve, x } as const
  return { ...open, kid: thumbprintOf(open), d }
}

export const publicJwkOf = ({ kty, crv, x, kid }: PublicJwk): PublicJwk => ({ kty, crv, x, kid })
