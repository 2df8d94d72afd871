import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded, waveNotReady } from '../problems.ts'
import { closeWave } from './close-wave.ts'
import { readWave } from './read-wave.ts'

export const postClosing = endpoint({
  method: 'post',
  path: '/v1/studies/:study/waves/:wave/closing',
  summary: 'Ends a wave for ever; unfinished questionnaires become break-offs.',
  access: byRole('field', 'data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, waveNotReady],
  // Answers leave the inbox in portions, each its own transaction.
  transaction: 'none',
  run: async ({ caller, params }, house: House) => {
    const { study, wave, opened_on } = await readWave(house.db, params)
    if (opened_on === null)
      throw waveNotReady({ reason: 'planned', remedy: 'Open the wave first.' })
    await closeWave({ place: { study, wave }, actor: caller.id }, house)
  },
})
