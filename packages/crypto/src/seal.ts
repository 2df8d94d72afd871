import type { StudyId } from '@echolot/study'
import { compactDecrypt, importJWK } from 'jose'
import { opened, sealed } from './aead.ts'
import type { LinkSecret } from './credential.ts'
import type { PrivateJwk } from './jwk.ts'
import { joined } from './parts.ts'
import { bytesOf, type Secret } from './secret.ts'

/** What `sealFor` hid for the vault, or undefined when it was changed or sealed to another key. */
export const openSealed = async (key: PrivateJwk, jwe: string): Promise<unknown> => {
  try {
    const { plaintext } = await compactDecrypt(jwe, await importJWK(key, 'ECDH-ES+A256KW'), {
      keyManagementAlgorithms: ['ECDH-ES+A256KW'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    return JSON.parse(new TextDecoder().decode(plaintext))
  } catch {
    return undefined
  }
}

/** Hides a person's link secret at the vault (K_vlink), bound to study and person. */
export const sealLinkSecret = (
  vlink: Secret,
  { study, person }: { readonly study: StudyId; readonly person: string },
  link: LinkSecret,
): string => sealed(bytesOf(vlink), link, joined('vlink/v1', study, person))

/** What `sealLinkSecret` hid, or undefined when key, study, person or text are others. */
export const openLinkSecret = (
  vlink: Secret,
  { study, person }: { readonly study: StudyId; readonly person: string },
  text: string,
): LinkSecret | undefined =>
  opened(bytesOf(vlink), text, joined('vlink/v1', study, person)) as LinkSecret | undefined
