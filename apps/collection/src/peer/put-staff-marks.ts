import { StaffMarks } from '@echolot/contract/peer'
import type { House } from '../house.ts'
import { peerEndpoint } from './peer-endpoint.ts'

/** M8: both offices tell each other who has an account, as marks only, so that nobody works at both (R05). */
export const putStaffMarks = peerEndpoint({
  method: 'put',
  path: '/peer/v1/staff-marks',
  body: StaffMarks,
  run: async ({ body: { marks } }, { db, staff }: House): Promise<StaffMarks> => {
    await staff.keepMarks(db, marks)
    return { marks: await staff.ownMarks(db) }
  },
})
