import { Fieldwork } from '@echolot/contract/fieldwork'
import { inTransaction } from '@echolot/database'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { drawFieldwork } from './draw-fieldwork.ts'
import { readWave } from './read-wave.ts'
import { waveStateOf } from './wave-state.ts'

export const getFieldwork = endpoint({
  method: 'get',
  path: '/v1/fieldwork/:study/:wave',
  summary: 'How the fieldwork of a wave goes, once a day, in counts of at least ten.',
  access: byRole('field', 'analyst', 'data_manager', 'lead'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: Fieldwork,
  run: async ({ params }, house: House): Promise<Fieldwork> => {
    const round = await readWave(house.db, params)
    const { study, wave } = round
    const drawn = await inTransaction(house.db, (db) =>
      drawFieldwork({ study, wave }, { ...house, db }),
    )
    return { ...drawn, state: waveStateOf(round), closesOn: round.closes_on }
  },
})
