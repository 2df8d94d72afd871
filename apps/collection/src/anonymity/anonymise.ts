import type { CollectionProof } from '@echolot/contract/proofs'
import { keyFingerprintsOf } from '@echolot/crypto/keys'
import { randomId } from '@echolot/crypto/random'
import { inTransaction } from '@echolot/database'
import { notFound } from '@echolot/problem'
import { dayOf, type StudyId } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { anonymisingRefused } from '../problems.ts'
import { settleWave } from '../responses/flush-wave.ts'
import { forgetTombstones } from '../restore/tombstone-file.ts'
import {
  clearDisk,
  countUndelivered,
  deleteOfStudy,
  findAnonymisation,
  listStillLinked,
  saveAnonymisation,
  saveDeleted,
  wipeBatchesOf,
} from '../store/anonymisations.ts'
import { layAnew, saveAnonymousResponses } from '../store/anonymous-responses.ts'
import { saveFinalCounts } from '../store/final-counts.ts'
import { lockFor } from '../store/locks.ts'
import { forgetOrigins } from '../store/open-answers.ts'
import { deleteResponses } from '../store/responses.ts'
import { findStudy, markAnonymising } from '../store/studies.ts'
import type { AnonymousResponseTable, ResponseTable } from '../store/tables.ts'
import { listWaves } from '../store/waves.ts'
import { stripperOf } from './free-texts.ts'
import { hindrancesOf, type TextsOrder } from './hindrances.ts'
import { declareAnonymous } from './proofs.ts'

const PORTION = 500

export type Deleted = CollectionProof['deleted']
const NOTHING: Deleted = {
  credentials: 0,
  drafts: 0,
  duplicates: 0,
  tombstones: 0,
  refusals: 0,
  events: 0,
  texts: 0,
}

/** What is done, in this order; each can be done again. */
export const STEPS = [
  'settle',
  'gate',
  'responses',
  'tombstone-file',
  'keys',
  'disk',
  'proof',
] as const
export type Step = (typeof STEPS)[number]
/** Told after each step, and after each portion of responses. */
export type Progress = (step: Step, done: number) => void

/**
 * Makes a closed study anonymous for good: codes, links, pseudonyms, tombstones, weeks and raw free texts go, then the
 * keys, then what the disk still held; rows stay under new random numbers. What was interrupted goes on where it stood.
 * @throws not-found, anonymising-refused with everything that stands in the way
 */
export const anonymise = async (
  {
    study,
    actor,
    texts,
    onProgress = () => {},
  }: {
    readonly study: StudyId
    readonly actor: string
    readonly texts: TextsOrder
    readonly onProgress?: Progress
  },
  house: House,
): Promise<CollectionProof> => {
  await begin({ study, actor, texts }, house)
  const work: Readonly<Record<Step, () => Promise<number>>> = {
    settle: () => settleAll(study, house),
    gate: () => dropGate(study, house),
    responses: () => unlinkResponses({ study, onProgress }, house),
    'tombstone-file': () => forgetTombstones(house.config.dataDirectory, study),
    keys: async () => {
      await house.keyring.dropStudy(study)
      return 1
    },
    disk: async () => {
      await inTransaction(house.db, layAnew)
      await clearDisk(house.db)
      return 1
    },
    proof: async () => {
      await declareAnonymous(study, house)
      return 1
    },
  }
  for (const step of STEPS) onProgress(step, await work[step]())
  return declareAnonymous(study, house)
}

/** From here on no code is known, and nothing can stop it any more. */
const begin = async (
  { study, actor, texts }: { study: StudyId; actor: string; texts: TextsOrder },
  house: House,
) => {
  const row = await findStudy(house.db, study)
  if (!row) throw notFound({ what: 'study' })
  if (row.anonymised_on !== null) return
  const hindrances = await hindrancesOf({ study, file: row.file, texts }, house)
  if (hindrances.length > 0) throw anonymisingRefused({ hindrances })
  const keys = keyFingerprintsOf(await house.keyring.ofStudy(study), study)
  await inTransaction(house.db, async (db) => {
    await lockFor(db, `anonymise ${study}`)
    if ((await findStudy(db, study))?.anonymised_on !== null) return
    await markAnonymising(db, study, dayOf(house.now()))
    await saveAnonymisation(db, {
      study,
      actor,
      deleted: JSON.stringify(NOTHING),
      keys: JSON.stringify(keys),
    })
    await writeAudit(
      { ...house, db },
      { actor, act: 'study.anonymising', obj: study, params: { keys } },
    )
  })
}

/** Requests that were under way when the last wave closed. */
const settleAll = async (study: StudyId, house: House): Promise<number> => {
  let settled = 0
  for (const { wave } of await listWaves(house.db, study))
    settled += await settleWave({ place: { study, wave }, which: 'all' }, house)
  return settled
}

/** Whatever knew a code or a pseudonym, but for the responses; outcomes stay as counts. */
const dropGate = (study: StudyId, house: House): Promise<number> =>
  inTransaction(house.db, async (db) => {
    await lockFor(db, `anonymise ${study}`)
    await saveFinalCounts(db, study)
    const { held, batched } = await countUndelivered(db, study)
    await deleteOfStudy(db, 'outbox', study)
    await forgetOrigins(db, study)
    await wipeBatchesOf(db, study)
    const added = {
      credentials: await deleteOfStudy(db, 'credential', study),
      drafts: await deleteOfStudy(db, 'paused_draft', study),
      duplicates: await deleteOfStudy(db, 'conflict', study),
      refusals: await deleteOfStudy(db, 'refusal', study),
      tombstones: await deleteOfStudy(db, 'tombstone', study),
      events: held + batched,
    }
    await addDeleted({ study, added }, { ...house, db })
    return added.credentials
  })

const unlinkResponses = async (
  { study, onProgress }: { study: StudyId; onProgress: Progress },
  house: House,
): Promise<number> => {
  let done = 0
  for (;;) {
    const moved = await inTransaction(house.db, async (db) => {
      await lockFor(db, `anonymise ${study}`)
      const within = { ...house, db }
      const rows = await listStillLinked(db, study, PORTION)
      if (rows.length === 0) return 0
      let texts = 0
      const kept: AnonymousResponseTable[] = []
      for (const row of rows) {
        const anonymous = await anonymousOf(row, within)
        kept.push(anonymous.row)
        texts += anonymous.texts
      }
      kept.sort((a, b) => (a.id < b.id ? -1 : 1))
      await saveAnonymousResponses(db, kept)
      await deleteResponses(
        db,
        rows.map(({ psn }) => psn),
      )
      await addDeleted({ study, added: { texts } }, within)
      return rows.length
    })
    if (moved === 0) return done
    done += moved
    onProgress('responses', done)
  }
}

const anonymousOf = async (
  {
    study,
    wave,
    stratum,
    mode,
    instrument,
    language,
    answers,
    shown,
    answered,
    applicable,
    disposition,
    completed_in,
  }: ResponseTable,
  house: House,
): Promise<{ row: AnonymousResponseTable; texts: number }> => {
  const stripped = stripperOf((await house.instruments.read(house.db, instrument)).instrument)(
    JSON.parse(answers),
  )
  return {
    texts: stripped.texts,
    row: {
      ...{ study, wave, stratum, mode, instrument, language, shown },
      ...{ answered, applicable, disposition },
      id: randomId(),
      answers: JSON.stringify(stripped.answers),
      extent: completed_in === null ? 'break-off' : 'finished',
    },
  }
}

const addDeleted = async (
  { study, added }: { study: StudyId; added: Partial<Deleted> },
  { db }: Pick<House, 'db'>,
) => {
  const row = await findAnonymisation(db, study)
  if (!row) throw new RangeError('nothing was begun')
  const sum: Record<string, number> = JSON.parse(row.deleted)
  for (const [what, n] of Object.entries(added)) sum[what] = (sum[what] ?? 0) + n
  await saveDeleted(db, study, JSON.stringify(sum))
}
