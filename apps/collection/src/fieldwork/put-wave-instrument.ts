import { WaveInstrument } from '@echolot/contract/fieldwork'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import type { InstrumentId } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded, waveNotReady } from '../problems.ts'
import { saveWaveInstrument } from '../store/waves.ts'
import { readWave } from './read-wave.ts'

export const putWaveInstrument = endpoint({
  method: 'put',
  path: '/v1/studies/:study/waves/:wave/instrument',
  summary:
    'Which published version a wave asks. Those who have begun keep the version they began with.',
  access: byRole('field', 'data_manager'),
  body: WaveInstrument,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, waveNotReady],
  run: async ({ caller, params, body }, house: House) => {
    const { study, wave, closed_on } = await readWave(house.db, params)
    if (closed_on !== null)
      throw waveNotReady({ reason: 'closed', remedy: 'Choose a wave that is not closed.' })
    const { id, digest } = await house.instruments.read(house.db, body.instrument as InstrumentId)
    await saveWaveInstrument(house.db, { study, wave }, id)
    await writeAudit(house, {
      actor: caller.id,
      act: 'wave.instrument',
      obj: `${study}/${wave}`,
      params: { id, digest },
    })
  },
})
