import { createHash, timingSafeEqual } from 'node:crypto'
import type { Branded, Lookup, Pseudonym, StudyId, WaveId, WrapKey } from '@echolot/study'
import { opened, sealed } from './aead.ts'
import {
  aadOf,
  type CredentialPlace,
  type CredentialSecrets,
  type LinkSecret,
} from './credential.ts'
import { joined, mac } from './parts.ts'
import { bytesOf, type NumberedKey, type Secret } from './secret.ts'

export type { CredentialPlace, CredentialSecrets, EventToken, LinkSecret } from './credential.ts'

/** Under what the collection finds a credential: 64 hexadecimal digits. */
export type Verifier = Branded<'Verifier'>
/** Who one person of a study is over all its waves; sealed in tables, never in clear. 32 hexadecimal digits. */
export type StudyPseudonym = Branded<'StudyPseudonym'>

/** HMAC of the lookup under the study's K_ver: a copy of the table without the key finds no code. */
export const credentialVerifier = (ver: Secret, study: StudyId, lookup: Lookup): Verifier =>
  mac(ver, 'verifier', study, lookup).toString('hex') as Verifier

/** The verifiers of `lookup` under every K_ver still in use, newest first. */
export const credentialVerifiers = (
  ver: readonly NumberedKey[],
  study: StudyId,
  lookup: Lookup,
): readonly { readonly kid: number; readonly verifier: Verifier }[] =>
  ver.map(({ kid, key }) => ({ kid, verifier: credentialVerifier(key, study, lookup) }))

/** Adds the collection's own lock (K_wrap) to the payload the vault sealed; this is what the table holds. */
export const wrapCredential = (wrap: Secret, inner: string, place: CredentialPlace): string =>
  sealed(bytesOf(wrap), inner, aadOf(place))

/** Takes K_wrap off again; undefined when anything was changed. */
export const unwrapCredential = (
  wrap: Secret,
  outer: string,
  place: CredentialPlace,
): string | undefined => opened(bytesOf(wrap), outer, aadOf(place))

/** Both locks off: what the vault put into the credential, or undefined for a wrong key or a changed payload. */
export const openCredential = (
  { wrap, wrapkey }: { readonly wrap: Secret; readonly wrapkey: WrapKey },
  outer: string,
  place: CredentialPlace,
): CredentialSecrets | undefined => {
  const inner = unwrapCredential(wrap, outer, place)
  const plain = inner && opened(Buffer.from(wrapkey, 'hex'), inner, aadOf(place))
  return plain ? (JSON.parse(plain) as CredentialSecrets) : undefined
}

const short = (bytes: Buffer) => bytes.subarray(0, 16).toString('hex')

/** Who answers `wave`: differs from wave to wave, so rows do not link without the key. */
export const wavePseudonym = (
  psn: Secret,
  {
    study,
    wave,
    link,
  }: { readonly study: StudyId; readonly wave: WaveId; readonly link: LinkSecret },
): Pseudonym => short(mac(psn, 'wave', study, wave, link)) as Pseudonym

/** Who answers over all waves of `study`; kept sealed by `sealLink` only. */
export const studyPseudonym = (psn: Secret, study: StudyId, link: LinkSecret): StudyPseudonym =>
  short(mac(psn, 'study', study, link)) as StudyPseudonym

/** Which household a response reports on; kept sealed by `sealLink` only. */
export const householdPseudonym = (
  psn: Secret,
  study: StudyId,
  household: LinkSecret,
): StudyPseudonym => short(mac(psn, 'household', study, household)) as StudyPseudonym

/** Hides a study pseudonym; the same one looks different each time. */
export const sealLink = (link: Secret, study: StudyId, pseudonym: StudyPseudonym): string =>
  sealed(bytesOf(link), pseudonym, joined('link/v1', study))

/** What `sealLink` hid, or undefined when key, study or text are others. */
export const openLink = (link: Secret, study: StudyId, text: string): StudyPseudonym | undefined =>
  opened(bytesOf(link), text, joined('link/v1', study)) as StudyPseudonym | undefined

/**
 * Where an answer in own words comes from: found again by who holds the key, and alike in nothing for two answers of one
 * person. `about` is the item, or what else is drawn by chance for it.
 */
export const openAnswerMark = (psn: Secret, pseudonym: Pseudonym, about: string): string =>
  short(mac(psn, 'open-answer', pseudonym, about))

/** What stays of a withdrawn response, so that no backup brings it back: 64 hexadecimal digits. */
export const tombstoneOf = (tomb: Secret, pseudonym: Pseudonym): string =>
  mac(tomb, 'tombstone', pseudonym).toString('hex')

/** The person's number in one export; `exportKey` is of this export alone, so two exports do not join. */
export const exportId = (exportKey: Secret, pseudonym: StudyPseudonym): string =>
  short(mac(exportKey, 'export', pseudonym))

/** What is kept of an attempt id made on the device: its SHA-256, 64 hexadecimal digits. */
export const attemptDigest = (attempt: string): string =>
  createHash('sha256').update(attempt).digest('hex')

/** What is kept of a draft's PIN verifier: its HMAC under K_ver, 64 hexadecimal digits. */
export const pinDigest = (ver: Secret, study: StudyId, pinVerifier: string): string =>
  mac(ver, 'pin', study, pinVerifier).toString('hex')

/** Whether two digests are the same, without telling by its time how far they agree. */
export const sameDigest = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
