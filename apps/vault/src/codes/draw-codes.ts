import type { CredentialBatch } from '@echolot/contract/enrolments'
import {
  deriveCodeSecrets,
  type LinkSecret,
  newAccessCode,
  newCredentialId,
  newEventToken,
  newLinkSecret,
  sealCredential,
  tokenHash,
} from '@echolot/crypto/access-code'
import type { Secret } from '@echolot/crypto/keys'
import { openLinkSecret, sealLinkSecret } from '@echolot/crypto/seal'
import type { AccessCode, CredentialId, StratumId } from '@echolot/study'
import { linkUnreadable } from '../problems.ts'
import type { Recipient } from '../store/cases.ts'
import type { WavePlace } from '../store/feeds.ts'
import { inParallel } from './in-parallel.ts'

/** A fresh code for one person, and what each office may know of it. */
export type DrawnCode = {
  readonly recipient: Recipient
  /** For the letter only: in memory until it is printed. */
  readonly code: AccessCode
  readonly credential: CredentialId
  readonly tokenHash: string
  /** For the collection. */
  readonly item: CredentialBatch['items'][number]
  /** Sealed anew for a person who had none before; the same for every later letter. */
  readonly newLink: string | undefined
}
export type DrawnCodes = {
  readonly codes: readonly DrawnCode[]
  readonly newHouseholds: readonly { readonly household: string; readonly link_ct: string }[]
}

/** Stretching a code keeps a core busy for some 25 ms; four at a time fill the thread pool. */
const LANES = 4

/**
 * Draws one code a recipient. A second letter to the same person carries another code with the same link secret: both lead
 * the collection to the same pseudonym, and the older code stays valid.
 */
export const drawCodes = async (
  recipients: readonly Recipient[],
  {
    study,
    wave,
    salt,
    kdf,
    vlink,
    households,
    stratumOf,
    tell,
  }: WavePlace & {
    readonly salt: string
    readonly kdf: string
    readonly vlink: Secret
    /** Sealed link secrets by household, where several adults of a household have letters of their own. */
    readonly households: ReadonlyMap<string, string> | undefined
    /** What the collection may know of a stratum. */
    readonly stratumOf: (stratum: StratumId) => StratumId
    readonly tell: (done: number) => void
  },
): Promise<DrawnCodes> => {
  const newHouseholds: { household: string; link_ct: string }[] = []
  const ofHousehold = new Map<string, LinkSecret>()
  const householdSecret = (household: string | null): LinkSecret | undefined => {
    if (!households || household === null) return undefined
    const known = ofHousehold.get(household)
    if (known) return known
    const place = { study, person: `household:${household}` }
    const sealed = households.get(household)
    const secret = sealed === undefined ? newLinkSecret() : openLinkSecret(vlink, place, sealed)
    if (!secret)
      throw linkUnreadable({ remedy: 'restore the key file that belongs to this database' })
    if (sealed === undefined)
      newHouseholds.push({ household, link_ct: sealLinkSecret(vlink, place, secret) })
    ofHousehold.set(household, secret)
    return secret
  }

  let done = 0
  const codes = await inParallel(recipients, LANES, async (recipient): Promise<DrawnCode> => {
    const { person, stratum, link_ct } = recipient
    const link =
      link_ct === null ? newLinkSecret() : openLinkSecret(vlink, { study, person }, link_ct)
    if (!link)
      throw linkUnreadable({ remedy: 'restore the key file that belongs to this database' })
    const household = householdSecret(recipient.household)
    const code = newAccessCode()
    const token = newEventToken()
    const credential = newCredentialId()
    const { lookup, wrapkey } = await deriveCodeSecrets(code, salt, kdf)
    const wrap = sealCredential(
      wrapkey,
      { link, token, stratum: stratumOf(stratum), ...(household ? { household } : {}) },
      { study, wave, credential },
    )
    tell(++done)
    return {
      recipient,
      code,
      credential,
      tokenHash: tokenHash(token),
      item: { cred: credential, lookup, wrap },
      newLink: link_ct === null ? sealLinkSecret(vlink, { study, person }, link) : undefined,
    }
  })
  return { codes, newHouseholds }
}
