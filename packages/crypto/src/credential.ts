import type { Branded, CredentialId, StratumId, StudyId, WaveId } from '@echolot/study'
import { joined } from './parts.ts'

/** Links the waves of one person in one study: 16 random bytes, 32 hexadecimal digits. */
export type LinkSecret = Branded<'LinkSecret'>
/** Shows the vault once that a credential was used: 16 random bytes, 32 hexadecimal digits. */
export type EventToken = Branded<'EventToken'>

/** What the vault locks into a credential; only the code's holder lets the collection see it. */
export type CredentialSecrets = {
  readonly link: LinkSecret
  readonly token: EventToken
  readonly stratum: StratumId
  /** The same for all letters of one household. */
  readonly household?: LinkSecret
}

/** Which credential a sealed payload belongs to; authenticated, not hidden. */
export type CredentialPlace = {
  readonly study: StudyId
  readonly wave: WaveId
  readonly credential: CredentialId
}

export const aadOf = ({ study, wave, credential }: CredentialPlace): Buffer =>
  joined('credential/v1', study, wave, credential)
