import type { StudyFile } from '@echolot/contract/study'
import { Problem } from '@echolot/problem'
import { dayOf, type StudyId } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import { pullEvents } from '../contacts/pull-events.ts'
import type { House } from '../house.ts'
import { withdrawalPossible } from '../problems.ts'
import { declareRetired, destroyKeys } from '../proofs/declare-retired.ts'
import { exchangeProofs, proofsPending } from '../proofs/exchange-proofs.ts'
import { forgetBlocks } from '../restore/apply-blocks.ts'
import {
  afterRetirement,
  deleteCredentials,
  deleteLinks,
  deletePersons,
  hasCredentials,
} from '../store/retirement.ts'
import { listStudies, readStudy } from '../store/studies.ts'

/**
 * Deletes what has had its time, as study.json says: credentials of a wave when answers can no longer be withdrawn, link
 * secrets and their key after the last such day, names and addresses after `retention.addresses`. Counts and audit stay;
 * what was deleted is declared and told to the collection (M7).
 */
export const retireStudies = async (house: House): Promise<void> => {
  for (const file of await listStudies(house.db)) {
    await retire(house, file)
    await triedWith(house, 'proofs not exchanged', async () => {
      if (await proofsPending(house, file.study)) await exchangeProofs(house, file.study)
    })
  }
}

/**
 * The same at once for one study whose last day of withdrawal is past, and M7. Gives where it stands at the collection.
 * @throws not-found, withdrawal-possible, and what asking the collection throws
 */
export const retireStudy = async (house: House, study: StudyId) => {
  const file = await readStudy(house.db, study)
  const until = file.waves
    .map(({ withdrawUntil }) => withdrawUntil)
    .sort()
    .at(-1) as string
  if (dayOf(house.now()) <= until)
    throw withdrawalPossible({ until, remedy: 'wait until the day after' })
  await retire(house, file)
  return exchangeProofs(house, study)
}

/** Deleting does not wait for a collection that cannot be reached. */
const triedWith = async ({ log }: House, event: string, work: () => Promise<void>) => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    log.say(event, { problem: error.type })
  }
}

/** Fetches what can be redeemed for the last time; the second question says that the first was answered. */
const pullLast = async (house: House, { study, waves }: StudyFile) => {
  for (const { wave } of waves)
    if (await hasCredentials(house.db, { study, wave }))
      await triedWith(house, 'last pull failed', async () => {
        await pullEvents(house, { study, wave }, 'job')
        await pullEvents(house, { study, wave }, 'job')
      })
}

const retire = async (house: House, file: StudyFile) => {
  const { study, waves, retention } = file
  const today = dayOf(house.now())
  const over = waves.filter(({ withdrawUntil }) => today > withdrawUntil)
  await pullLast(house, { ...file, waves: over })
  const deleted = await house.db.transaction().execute(async (db) => {
    const within = { ...house, db }
    const note = async (act: string, obj: string, n: number) => {
      if (n > 0) await writeAudit(within, { actor: 'job', act, obj, n })
      return n
    }
    let n = 0
    for (const { wave } of over)
      n += await note(
        'credentials.deleted',
        `${study}/${wave}`,
        await deleteCredentials(db, { study, wave }),
      )
    if (over.length === waves.length)
      n += await note('links.deleted', study, await deleteLinks(db, study))
    if (today > retention.addresses)
      n += await note('persons.deleted', study, await deletePersons(db, study))
    return n
  })
  if (over.length === waves.length) await destroyKeys(house, study)
  if (today > retention.addresses) await forgetBlocks(house, study)
  if (deleted > 0) await afterRetirement(house.db)
  await declareRetired(house, file)
}
