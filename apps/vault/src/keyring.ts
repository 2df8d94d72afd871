import {
  type KeyFilePlace,
  readKeyFile,
  type VaultKeys,
  type VaultStudyKeys,
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
}

/** Opens the key file. A study added by a command while the server runs is found by reading the file once more. */
export const openKeyring = async (place: KeyFilePlace): Promise<Keyring> => {
  let keys = await readKeyFile('vault', place)
  return {
    office: () => keys,
    ofStudy: async (study) => {
      if (!Object.hasOwn(keys.studies, study)) keys = await readKeyFile('vault', place)
      const found = Object.hasOwn(keys.studies, study) ? keys.studies[study] : undefined
      if (!found) throw notFound({ what: 'study' })
      return found
    },
    addStudy: async (study) => {
      const next = withStudyKeys(await readKeyFile('vault', place), study)
      await writeKeyFile(next, place)
      keys = next
    },
  }
}
