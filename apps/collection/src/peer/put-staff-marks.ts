import { StaffMarks } from '@echolot/contract/peer'
import type { House } from '../house.ts'
import { keepStaffMarks, ownStaffMarks } from '../staff/both-offices.ts'
import { peerEndpoint } from './peer-endpoint.ts'

/** M8: both offices tell each other who has an account, as marks only, so that nobody works at both (R05). */
export const putStaffMarks = peerEndpoint({
  method: 'put',
  path: '/peer/v1/staff-marks',
  body: StaffMarks,
  run: async ({ body: { marks } }, house: House): Promise<StaffMarks> => {
    await keepStaffMarks(house, marks)
    return { marks: await ownStaffMarks(house) }
  },
})
