import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { CollectionStudyKeys } from '@echolot/crypto/keys'
import {
  exportId,
  type StudyPseudonym,
  studyPseudonym,
  tombstoneOf,
  wavePseudonym,
} from '@echolot/crypto/pseudonym'
import { notFound } from '@echolot/problem'
import { type DispositionCode, dayOf } from '@echolot/study'
import type { OpenedCode } from '../access/open-code.ts'
import { eraseOpenAnswers } from '../coding/erase-open-answers.ts'
import type { House } from '../house.ts'
import { withdrawalOver } from '../problems.ts'
import { deleteConflicts } from '../store/conflicts.ts'
import { listFreezesOf, saveWithdrawnCase } from '../store/freezes.ts'
import { deleteAttempts } from '../store/inbox.ts'
import { lockFor, lockForFreezes } from '../store/locks.ts'
import { deletePausedDraft } from '../store/paused-drafts.ts'
import { deleteRefusals } from '../store/refusals.ts'
import { deleteResponse } from '../store/responses.ts'
import { findStudy } from '../store/studies.ts'
import type { TombstoneTable } from '../store/tables.ts'
import { saveTombstone } from '../store/tombstones.ts'
import { listWaves } from '../store/waves.ts'
import { studyFileOf } from '../studies/study-file.ts'
import { postEvent, sealEvent } from './seal-event.ts'

/**
 * Deletes what one person has answered, in this wave or in all waves of the study, and leaves tombstones so that no
 * backup brings it back. Holders of earlier freezes learn which rows to delete.
 * @throws withdrawal-over after the study's last day for it
 */
export const withdraw = async (
  { opened, scope }: { readonly opened: OpenedCode; readonly scope: 'wave' | 'study' },
  house: House,
): Promise<void> => {
  const { study, secrets } = opened
  const row = await findStudy(house.db, study)
  if (!row) throw notFound({ what: 'study' })
  const announced = studyFileOf(row).waves
  const until = announced.find(({ wave }) => wave === opened.wave)?.withdrawUntil
  if (until !== undefined && dayOf(house.now()) > until) throw withdrawalOver({ since: until })
  const keys = await house.keyring.ofStudy(study)
  const rounds = (await listWaves(house.db, study)).filter(
    ({ wave }) => scope === 'study' || wave === opened.wave,
  )
  for (const { wave } of rounds) {
    const psn = wavePseudonym(keys.psn, { study, wave, link: secrets.link })
    await lockFor(house.db, psn)
    const mine = wave === opened.wave
    const place = { study, wave }
    await lockForFreezes(house.db, place)
    const erased = await eraseAnswers(psn, house)
    await eraseOpenAnswers({ study, psn }, house)
    if (erased.response)
      for (const freeze of await listFreezesOf(house.db, place))
        await saveWithdrawnCase(house.db, {
          freeze: freeze.id,
          export_id: caseIn(freeze.id, keys, studyPseudonym(keys.psn, study, secrets.link)),
        })
    const id = tombstoneOf(keys.tomb, psn)
    await deleteRefusals(house.db, [id])
    const tombstone = { id, ...place, disposition: dispositionAfter({ erased: erased.any, mine }) }
    if (!(await saveTombstone(house.db, tombstone))) continue
    await noteOutsideBackups(house.config.dataDirectory, tombstone)
    if (mine)
      await postEvent(house, place, {
        kind: 'withdrawn',
        sealed: await sealEvent(house, { token: secrets.token, kind: 'withdrawn' }),
      })
  }
}

const dispositionAfter = ({
  erased,
  mine,
}: {
  erased: boolean
  mine: boolean
}): DispositionCode | null => {
  if (erased) return '2.119'
  return mine ? '2.11' : null
}

const eraseAnswers = async (psn: OpenedCode['psn'], { db }: House) => {
  const attempts = await deleteAttempts(db, [psn])
  const response = await deleteResponse(db, psn)
  const conflicts = await deleteConflicts(db, psn)
  await deletePausedDraft(db, psn)
  return { response, any: attempts > 0 || response || conflicts > 0 }
}

/** The person's number in one freeze; different in every freeze, so two freezes do not join. */
export const caseIn = (
  freeze: string,
  keys: Pick<CollectionStudyKeys, 'export'>,
  person: StudyPseudonym,
): string => exportId(keys.export, `${freeze}|${person}` as StudyPseudonym)

/** One line a tombstone, on disk before the answers are gone: a restored backup applies them before it opens. */
const noteOutsideBackups = async (directory: string, tombstone: TombstoneTable) => {
  await mkdir(directory, { recursive: true })
  const file = await open(join(directory, 'tombstones.ndjson'), 'a', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(tombstone)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}
