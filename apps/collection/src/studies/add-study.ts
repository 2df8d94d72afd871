import { InstrumentEnvelope } from '@echolot/contract/instruments'
import { StudyFile } from '@echolot/contract/study'
import { newStudySalt } from '@echolot/crypto/access-code'
import { inTransaction } from '@echolot/database'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { saveDraft } from '../instruments/save-draft.ts'
import { studyAnonymised } from '../problems.ts'
import { findDraft } from '../store/instrument-drafts.ts'
import { findStudy, saveStudy, saveStudyState } from '../store/studies.ts'
import { listWaves, saveWave } from '../store/waves.ts'

/** A study as it lies in a folder: `study.json` and the instruments beside it. */
export type StudyFolder = { readonly file: unknown; readonly instruments: readonly unknown[] }

/**
 * Adds a study with its waves and instruments as drafts; publishes nothing. Adding it again renews its texts and days;
 * drafts that someone has changed since stay as they are.
 * @throws ZodError with every fault of the files
 * @throws study-anonymised for a study whose keys were destroyed: they are not made again
 */
export const addStudy = async (
  { file, instruments }: StudyFolder,
  house: House,
): Promise<{ study: string; waves: number; drafts: number }> => {
  const study = StudyFile.parse(file)
  const envelopes = instruments.map((json) => InstrumentEnvelope.parse(json))
  const known = await findStudy(house.db, study.study)
  if (known?.anonymised_on)
    throw studyAnonymised({
      since: known.anonymised_on,
      remedy: 'Give a new study a name of its own.',
    })
  await house.keyring.addStudy(study.study)
  return inTransaction(house.db, async (db) => {
    const before = await findStudy(db, study.study)
    await saveStudy(db, {
      study: study.study,
      file: JSON.stringify(study),
      salt: before?.salt ?? newStudySalt(),
      anonymised_on: null,
    })
    for (const { wave, opensOn, closesOn } of study.waves)
      await saveWave(db, { study: study.study, wave, opens_on: opensOn, closes_on: closesOn })
    // A new wave takes a study back to the field.
    if ((await listWaves(db, study.study)).some(({ closed_on }) => closed_on === null))
      await saveStudyState(db, study.study, 'field')
    let drafts = 0
    for (const envelope of envelopes) {
      if (await findDraft(db, envelope.instrument)) continue
      await saveDraft(
        {
          name: envelope.instrument,
          revision: 0,
          instrument: envelope,
          kind: 'kept',
          by: { id: 'command', name: '' },
        },
        { ...house, db },
      )
      drafts += 1
    }
    await writeAudit(
      { ...house, db },
      {
        actor: 'command',
        act: before ? 'study.renewed' : 'study.added',
        obj: study.study,
        params: study,
      },
    )
    return { study: study.study, waves: study.waves.length, drafts }
  })
}
