import {
  type CollectionKeys,
  type CollectionStudyKeys,
  type KeyFilePlace,
  readKeyFile,
  withoutStudyKeys,
  withStudyKeys,
  writeKeyFile,
} from '@echolot/crypto/keys'
import { rotatedSessionKeys } from '@echolot/crypto/session'
import { notFound } from '@echolot/problem'
import type { StudyId } from '@echolot/study'

/** The office's keys, as they stand in the key file. */
export type Keyring = {
  readonly office: () => CollectionKeys
  /** @throws not-found for a study without keys */
  readonly ofStudy: (study: StudyId) => Promise<CollectionStudyKeys>
  /** Makes the keys of a study; one that has keys keeps them. */
  readonly addStudy: (study: StudyId) => Promise<void>
  readonly hasStudy: (study: StudyId) => Promise<boolean>
  /** Destroys the keys of a study, in the file and here; those of others stay. */
  readonly dropStudy: (study: StudyId) => Promise<void>
  /** A new key for respondents' sessions; the one before still opens. */
  readonly rotateSession: () => Promise<void>
}

/** Opens the key file. A study added by a command while the server runs is found by reading the file once more. */
export const openKeyring = async (place: KeyFilePlace): Promise<Keyring> => {
  let keys = await readKeyFile('collection', place)
  const change = async (changed: (now: CollectionKeys) => CollectionKeys) => {
    const next = changed(await readKeyFile('collection', place))
    await writeKeyFile(next, place)
    keys = next
  }
  return {
    office: () => keys,
    ofStudy: async (study) => {
      if (!Object.hasOwn(keys.studies, study)) keys = await readKeyFile('collection', place)
      const found = Object.hasOwn(keys.studies, study) ? keys.studies[study] : undefined
      if (!found) throw notFound({ what: 'study' })
      return found
    },
    addStudy: (study) => change((now) => withStudyKeys(now, study)),
    hasStudy: async (study) => {
      if (!Object.hasOwn(keys.studies, study)) keys = await readKeyFile('collection', place)
      return Object.hasOwn(keys.studies, study)
    },
    dropStudy: async (study) => {
      keys = await readKeyFile('collection', place)
      if (Object.hasOwn(keys.studies, study)) await change((now) => withoutStudyKeys(now, study))
    },
    rotateSession: () => change((now) => ({ ...now, session: rotatedSessionKeys(now.session) })),
  }
}
