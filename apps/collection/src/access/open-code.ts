import {
  type CredentialSecrets,
  credentialVerifiers,
  openCredential,
  wavePseudonym,
} from '@echolot/crypto/pseudonym'
import { Problem } from '@echolot/problem'
import type { InstrumentId, Lookup, Pseudonym, StudyId, WaveId, WrapKey } from '@echolot/study'
import type { House } from '../house.ts'
import { codeUnknown } from '../problems.ts'
import { findCredential } from '../store/credentials.ts'
import { isInFrame } from '../store/frames.ts'
import { listStudies } from '../store/studies.ts'
import { findWave } from '../store/waves.ts'

/** What a code opens: a wave of a study, under a pseudonym. */
export type OpenedCode = {
  readonly study: StudyId
  readonly wave: WaveId
  readonly psn: Pseudonym
  readonly secrets: CredentialSecrets
  /** What the wave asks. */
  readonly instrument: InstrumentId
}

/** The derivatives of a code, as a page sends them. */
type Secrets = {
  readonly study?: StudyId | undefined
  readonly lookup: Lookup
  readonly wrapkey: WrapKey
}

/**
 * Opens a credential with what the browser made of the code. Wrong tries are counted by network, right ones are not.
 * @throws code-unknown for unknown, revoked and not yet open codes alike
 * @throws too-many-tries when this network guesses
 */
export const openCode = async (
  { network, secrets }: { readonly network: string; readonly secrets: Secrets },
  house: House,
): Promise<OpenedCode> => {
  await house.limits.beforeGuess(network)
  const opened = await findOpened(secrets, house)
  if (opened) return opened
  await house.limits.afterWrongGuess(network)
  house.tally.count('session.refused')
  throw codeUnknown({})
}

const findOpened = async (
  { study, lookup, wrapkey }: Secrets,
  house: House,
): Promise<OpenedCode | undefined> => {
  const studies = study
    ? [study]
    : (await listStudies(house.db))
        .filter(({ anonymised_on }) => anonymised_on === null)
        .map((row) => row.study)
  for (const candidate of studies) {
    const keys = await studyKeys(candidate, house)
    if (!keys) continue
    const credential = await findCredential(
      house.db,
      credentialVerifiers(keys.ver, candidate, lookup).map(({ verifier }) => verifier),
    )
    if (!credential || credential.study !== candidate) continue
    const { wave, cred } = credential
    const inside = openCredential({ wrap: keys.wrap, wrapkey }, credential.wrap, {
      study: candidate,
      wave,
      credential: cred,
    })
    if (!inside) return undefined
    const round = await findWave(house.db, { study: candidate, wave })
    if (!round?.opened_on || !round.instrument) return undefined
    if (!(await isInFrame(house.db, { study: candidate, wave, stratum: inside.stratum })))
      return undefined
    const psn = wavePseudonym(keys.psn, { study: candidate, wave, link: inside.link })
    return { study: candidate, wave, psn, secrets: inside, instrument: round.instrument }
  }
  return undefined
}

const studyKeys = async (study: StudyId, { keyring }: House) => {
  try {
    return await keyring.ofStudy(study)
  } catch (problem) {
    if (problem instanceof Problem) return undefined
    throw problem
  }
}
