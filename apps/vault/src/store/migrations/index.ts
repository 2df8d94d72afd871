import * as office from './0001-office.ts'
import * as staffMarks from './0002-staff-marks.ts'
import * as proofs from './0003-proofs.ts'

/** In order. Add at the end; never edit one which has run. */
export const migrations = {
  '0001-office': office,
  '0002-staff-marks': staffMarks,
  '0003-proofs': proofs,
}
