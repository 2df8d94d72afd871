import { createHash, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto'
import type { Branded } from '@echolot/study'
import { CompactEncrypt, CompactSign, compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { type PrivateJwk, type PublicJwk, publicJwkOf, thumbprintOf } from './jwk.ts'
import { mac } from './parts.ts'
import { peerGap, peerReplayed, peerUnsigned } from './problems.ts'
import type { Secret } from './secret.ts'

export type { PrivateJwk, PublicJwk } from './jwk.ts'
export { thumbprintOf } from './jwk.ts'
export { peerGap, peerReplayed, peerUnsigned } from './problems.ts'

export type Office = 'collection' | 'vault'
/** What one office shows the other when they are paired: public keys only. */
export type PeerIdentity = {
  readonly office: Office
  readonly sign: PublicJwk
  readonly exchange: PublicJwk
  /** The vault's: events are sealed to it. */
  readonly seal?: PublicJwk
}
/** SHA-256 of a whole signed message, 64 hexadecimal digits. */
export type MessageHash = Branded<'MessageHash'>
/** What the first message of a direction names as its predecessor. */
export const NO_MESSAGE = '' as MessageHash

/** One request of an office to the other. */
export type PeerMessage = {
  readonly iss: Office
  readonly aud: Office
  /** 1, 2, 3 … for each direction. */
  readonly seq: number
  /** Hash of the message before this one, `NO_MESSAGE` for the first. */
  readonly prev: MessageHash
  readonly method: string
  readonly path: string
  readonly body: unknown
}
/** One answer, bound to the request it answers. */
export type PeerAnswer = {
  readonly iss: Office
  readonly aud: Office
  /** Hash of the request. */
  readonly re: MessageHash
  readonly status: number
  readonly body: unknown
}

const ALG = 'EdDSA'

const signed = async (key: PrivateJwk, typ: string, claims: object): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: ALG, kid: key.kid, typ })
    .sign(await importJWK(key, ALG))

const verified = async (jws: string, keys: readonly PublicJwk[], typ: string) => {
  try {
    const { kid } = decodeProtectedHeader(jws)
    const key = keys.find((known) => known.kid === kid && thumbprintOf(known) === kid)
    if (!key) throw peerUnsigned({ reason: 'unknown key' })
    const { payload, protectedHeader } = await compactVerify(jws, await importJWK(key, ALG), {
      algorithms: [ALG],
    })
    if (protectedHeader.typ !== typ) throw peerUnsigned({ reason: 'another kind of message' })
    return JSON.parse(new TextDecoder().decode(payload)) as unknown
  } catch (error) {
    if (error instanceof Error && error.name === 'Problem') throw error
    throw peerUnsigned({ reason: 'bad signature' })
  }
}

/** Signs a request of one office to the other: compact JWS, Ed25519. */
export const signMessage = (key: PrivateJwk, message: PeerMessage): Promise<string> =>
  signed(key, 'echolot-request', message)

/**
 * The body of a request, once its signature, sender, recipient, route and place in the chain are right.
 * @throws peer-unsigned bad signature, unknown key, other office, other route
 * @throws peer-replayed seen before; `expected` is the number that would be accepted
 * @throws peer-gap one before it is missing or differs
 */
export const verifyMessage = async (
  jws: string,
  peerKeys: readonly PublicJwk[],
  expected: {
    readonly iss: Office
    readonly aud: Office
    readonly method: string
    readonly path: string
    readonly lastSeq: number
    readonly lastHash: MessageHash
  },
): Promise<{ readonly seq: number; readonly hash: MessageHash; readonly body: unknown }> => {
  const message = (await verified(jws, peerKeys, 'echolot-request')) as PeerMessage
  const { iss, aud, method, path } = message
  if (iss !== expected.iss || aud !== expected.aud)
    throw peerUnsigned({ reason: 'wrong sender or recipient' })
  if (method.toUpperCase() !== expected.method.toUpperCase() || path !== expected.path)
    throw peerUnsigned({ reason: 'signed for another route' })
  const next = expected.lastSeq + 1
  if (!Number.isSafeInteger(message.seq) || message.seq < next)
    throw peerReplayed({ expected: next })
  if (message.seq > next || message.prev !== expected.lastHash) throw peerGap({ expected: next })
  return { seq: message.seq, hash: messageHash(jws), body: message.body }
}

/** Signs the answer to a request. */
export const signAnswer = (key: PrivateJwk, answer: PeerAnswer): Promise<string> =>
  signed(key, 'echolot-answer', answer)

/** @throws peer-unsigned unless it is the other office's answer to exactly the request `re`. */
export const verifyAnswer = async (
  jws: string,
  peerKeys: readonly PublicJwk[],
  expected: { readonly iss: Office; readonly aud: Office; readonly re: MessageHash },
): Promise<{ readonly status: number; readonly body: unknown }> => {
  const answer = (await verified(jws, peerKeys, 'echolot-answer')) as PeerAnswer
  if (answer.iss !== expected.iss || answer.aud !== expected.aud)
    throw peerUnsigned({ reason: 'wrong sender or recipient' })
  if (answer.re !== expected.re) throw peerUnsigned({ reason: 'answers another request' })
  return { status: answer.status, body: answer.body }
}

/** Signs what an office declares once and for all; whoever knows its public key can check it years later. */
export const signStatement = (key: PrivateJwk, statement: object): Promise<string> =>
  signed(key, 'echolot-statement', statement)

/** What an office declared. @throws peer-unsigned unless one of `keys` has signed exactly this as a statement */
export const verifyStatement = (jws: string, keys: readonly PublicJwk[]): Promise<unknown> =>
  verified(jws, keys, 'echolot-statement')

/** Names a signed message in the `prev` of the next and the `re` of its answer. */
export const messageHash = (jws: string): MessageHash =>
  createHash('sha256').update(jws).digest('hex') as MessageHash

/** Hides `plain` for the holder of `recipient`'s private key: JWE, ECDH-ES+A256KW on X25519, A256GCM. */
export const sealFor = async (recipient: PublicJwk, plain: object): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(JSON.stringify(plain)))
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', kid: recipient.kid })
    .encrypt(await importJWK(publicJwkOf(recipient), 'ECDH-ES+A256KW'))

/** 40 digits in eight groups of five, of all public keys of an office: to be compared by telephone. */
export const fingerprintOf = ({ office, sign, exchange, seal }: PeerIdentity): string => {
  const keys = [sign, exchange, ...(seal ? [seal] : [])].map(thumbprintOf)
  const digest = createHash('sha512')
    .update(JSON.stringify([office, ...keys]))
    .digest()
  return Array.from({ length: 8 }, (_, group) =>
    String(digest.readUIntBE(group * 6, 6) % 100_000).padStart(5, '0'),
  ).join(' ')
}

/** The secret both offices derive from their exchange keys without ever sending it. */
export const pairSecretOf = (own: PrivateJwk, peer: PublicJwk): Secret => {
  const shared = diffieHellman({
    privateKey: createPrivateKey({ key: own, format: 'jwk' }),
    publicKey: createPublicKey({ key: publicJwkOf(peer), format: 'jwk' }),
  })
  return Buffer.from(hkdfSync('sha256', shared, '', 'pair/v1', 32)).toString('base64url') as Secret
}

/** Stands for a staff e-mail address, so that both offices see an overlap of accounts and nothing else. */
export const staffMark = (pairSecret: Secret, email: string): string =>
  mac(pairSecret, 'staff', email.normalize('NFKC').trim().toLowerCase()).toString('hex')
