import { openAnswerMark } from '@echolot/crypto/pseudonym'
import { dayOf, type Pseudonym, type StudyId } from '@echolot/study'
import type { House } from '../house.ts'
import { countUndelivered, streamAnswers } from '../store/anonymisations.ts'
import { listOrigins } from '../store/open-answers.ts'
import { findProof } from '../store/proofs.ts'
import { listWaves } from '../store/waves.ts'
import { studyFileOf } from '../studies/study-file.ts'
import { stripperOf } from './free-texts.ts'

/** What stands between a study and its anonymisation, and what to do about it. */
export type Hindrance = {
  readonly reason: 'wave-open' | 'withdrawal-possible' | 'events-undelivered' | 'texts-unreviewed'
  readonly words: string
  readonly remedy: string
}

/** What becomes of raw free texts, for which there is no reviewed version. */
export type TextsOrder = 'refuse' | 'delete'

export const hindrancesOf = async (
  { study, file, texts }: { study: StudyId; file: string; texts: TextsOrder },
  house: House,
): Promise<readonly Hindrance[]> => {
  const { db } = house
  const open = (await listWaves(db, study)).filter(
    ({ opened_on, closed_on }) => opened_on !== null && closed_on === null,
  )
  const found: Hindrance[] = open.map(({ wave }) => ({
    reason: 'wave-open',
    words: `wave ${wave} is open`,
    remedy: `echolot collection wave close ${study} ${wave}`,
  }))
  const until = lastWithdrawalOf(file)
  if (dayOf(house.now()) <= until)
    found.push({
      reason: 'withdrawal-possible',
      words: `answers can be withdrawn until ${until}`,
      remedy: 'wait until the day after',
    })
  const { held, batched } = await countUndelivered(db, study)
  // A vault that has deleted its codes can redeem nothing more.
  const unlinked = await findProof(db, { study, office: 'vault', stage: 'unlinked' })
  if (held + batched > 0 && !unlinked)
    found.push({
      reason: 'events-undelivered',
      words: `the vault has not acknowledged ${held + batched} events`,
      remedy:
        held > 0
          ? `echolot collection flush ${study} WAVE, then at the vault: echolot vault anonymise ${study}`
          : `at the vault: echolot vault anonymise ${study}`,
    })
  const raw = texts === 'delete' ? 0 : await countTexts(study, house)
  if (raw > 0)
    found.push({
      reason: 'texts-unreviewed',
      words: `${raw} raw free texts have no reviewed version`,
      remedy: '--delete-texts deletes them; the proof says how many',
    })
  return found
}

/** The last day on which anything of a study can be withdrawn. */
export const lastWithdrawalOf = (file: string): string =>
  studyFileOf({ file })
    .waves.map(({ withdrawUntil }) => withdrawUntil)
    .sort()
    .at(-1) as string

/** Texts that no person has read for coding; those that were passed or withheld have a reviewed version. */
const countTexts = async (study: StudyId, house: House): Promise<number> => {
  const reviewed = await reviewedAnswers(study, house)
  let texts = 0
  for await (const rows of streamAnswers(house.db, study))
    for (const { instrument, answers, key } of rows) {
      const found = stripperOf((await house.instruments.read(house.db, instrument)).instrument)(
        JSON.parse(answers),
      ).texts
      texts += Math.max(0, found - reviewed(key))
    }
  return texts
}

/** How many answers of one pseudonym somebody has read. */
const reviewedAnswers = async (study: StudyId, { db, keyring }: House) => {
  const { psn: secret } = await keyring.ofStudy(study)
  const waves = await listWaves(db, study)
  const origins = (await Promise.all(waves.map((wave) => listOrigins(db, wave)))).flat()
  const items = [...new Set(origins.map(({ item }) => item))]
  const read = new Set(
    origins
      .filter(({ state }) => state === 'passed' || state === 'withheld')
      .map(({ origin }) => origin),
  )
  return (pseudonym: string): number =>
    items.filter((item) => read.has(openAnswerMark(secret, pseudonym as Pseudonym, item))).length
}
