import type { StudyMeta } from '@echolot/contract/enrolments'
import { KDF_ID } from '@echolot/crypto/access-code'
import { notFound } from '@echolot/problem'
import type { House } from '../house.ts'
import { findStudy } from '../store/studies.ts'
import { listWaves } from '../store/waves.ts'
import { studyFileOf } from '../studies/study-file.ts'
import { peerEndpoint } from './peer-endpoint.ts'

/** M6: what the vault needs to make codes and letters. */
export const getMeta = peerEndpoint({
  method: 'get',
  path: '/peer/v1/studies/:study/meta',
  run: async ({ place: { study } }, { db, config }: House): Promise<StudyMeta> => {
    const row = await findStudy(db, study)
    if (!row) throw notFound({ what: 'study' })
    return {
      study,
      salt: row.salt,
      kdf: KDF_ID,
      respondentUrl: `${config.publicUrl}/${study}`,
      waves: (await listWaves(db, study)).map((round) => ({
        wave: round.wave,
        opensOn: round.opens_on,
        closesOn: round.closes_on,
        open: round.opened_on !== null && round.closed_on === null,
      })),
      leastCell: studyFileOf(row).leastCell,
    }
  },
})
