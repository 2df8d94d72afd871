import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded, waveNotReady } from '../problems.ts'
import { findStudy } from '../store/studies.ts'
import { markOpened } from '../store/waves.ts'
import { readWave } from './read-wave.ts'

export const postOpening = endpoint({
  method: 'post',
  path: '/v1/studies/:study/waves/:wave/opening',
  summary: 'From now on codes of this wave open the questionnaire.',
  access: byRole('field', 'data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, waveNotReady],
  run: async ({ caller, params }, house: House) => {
    const round = await readWave(house.db, params)
    const { study, wave } = round
    if (round.closed_on !== null)
      throw waveNotReady({ reason: 'closed', remedy: 'A closed wave is not opened again.' })
    if ((await findStudy(house.db, study))?.state !== 'field')
      throw waveNotReady({ reason: 'study-over', remedy: 'This study takes no more answers.' })
    if (round.instrument === null)
      throw waveNotReady({
        reason: 'no-instrument',
        remedy: 'Choose the published questionnaire of this wave first.',
      })
    if (round.opened_on !== null) return
    await markOpened(house.db, { study, wave }, dayOf(house.now()))
    await writeAudit(house, { actor: caller.id, act: 'wave.opened', obj: `${study}/${wave}` })
  },
})
