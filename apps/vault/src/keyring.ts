import {
  type KeyFilePlace,
  readKeyFile,
  type VaultKeys,
  type VaultStudyKeys,
  withoutStudyKeys,
  withStudyKeys,
  writeKeyFile,
} from '@echolot/crypto/keys'
import { notFound } from '@echolot/problem'
import type { StudyId } from '@echolot/study'

/** The office's keys, as they stand in the key file. */
export type Keyring = {
  readonly office: () => VaultKeys
  /** @throws not-found for a study without keys */
  readonly ofStudy: (study: StudyId) => Promise<VaultStudyKeys>
  /** Makes the keys of a study; one that has keys keeps them. */
  readonly addStudy: (study: StudyId) => Promise<void>
  /** Destroys the keys of a study: what was sealed with them can never be opened again. */
  readonly dropStudy: (study: StudyId) => Promise<void>
}

/** Opens the key file. A study added by a command while the server runs is found by reading the file once more. */
export const openKeyring = async (place: KeyFilePlace): Promise<Keyring> => {
  let keys = await readKeyFile('vault', place)
  const change = async (changed: (now: VaultKeys) => VaultKeys) => {
    const next = changed(await readKeyFile('vault', place))
    await writeKeyFile(next, place)
    keys = next
  }
  return {
    office: () => keys,
    ofStudy: async (study) => {
      if (!Object.hasOwn(keys.studies, study)) keys = await readKeyFile('vault', place)
      const found = Object.hasOwn(keys.studies, study) ? keys.studies[study] : undefined
      if (!found) throw notFound({ what: 'study' })
      return found
    },
    addStudy: (study) => change((now) => withStudyKeys(now, study)),
    dropStudy: async (study) => {
      if (Object.hasOwn(keys.studies, study)) await change((now) => withoutStudyKeys(now, study))
    },
  }
}
