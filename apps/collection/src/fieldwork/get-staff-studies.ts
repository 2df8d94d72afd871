import { StaffStudies } from '@echolot/contract/fieldwork'
import { endpoint } from '@echolot/http'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listStudies } from '../store/studies.ts'
import { listWaves } from '../store/waves.ts'
import { studyFileOf } from '../studies/study-file.ts'
import { waveStateOf } from './wave-state.ts'

export const getStaffStudies = endpoint({
  method: 'get',
  path: '/v1/staff/studies',
  summary: 'All studies and their waves.',
  access: byRole(
    'designer',
    'entry',
    'field',
    'analyst',
    'data_manager',
    'lead',
    'carrier',
    'job_centre',
    'admin',
    'auditor',
  ),
  problems: [signInNeeded, roleMissing, secondFactorNeeded],
  answer: StaffStudies,
  run: async (_asked, { db }: House) => {
    const waves = await listWaves(db)
    const studies = (await listStudies(db)).map((row) => {
      const { title, synthetic, languages } = studyFileOf(row)
      return {
        study: row.study,
        title: title[languages[0] ?? ''] ?? Object.values(title)[0] ?? row.study,
        synthetic,
        waves: waves
          .filter(({ study }) => study === row.study)
          .map((round) => ({
            wave: round.wave,
            instrument: round.instrument,
            opensOn: round.opens_on,
            closesOn: round.closes_on,
            state: waveStateOf(round),
          })),
      }
    })
    return { studies }
  },
})
