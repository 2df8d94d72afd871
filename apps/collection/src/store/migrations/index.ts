import * as answers from './0001-answers.ts'
import * as enrolments from './0002-enrolments.ts'
import * as studies from './0003-studies.ts'
import * as audit from './0004-audit.ts'
import * as staffMarks from './0005-staff-marks.ts'
import * as anonymity from './0006-anonymity.ts'
import * as draftLocks from './0007-draft-locks.ts'
import * as comments from './0008-comments.ts'
import * as library from './0009-library.ts'
import * as reportEditions from './0010-report-editions.ts'
import * as measures from './0011-measures.ts'
import * as coding from './0012-coding.ts'
import * as reportTracker from './0013-report-tracker.ts'
import * as coderSeats from './0014-coder-seats.ts'
import * as freezePlans from './0015-freeze-plans.ts'
import * as toldCounts from './0016-told-counts.ts'

/** In order. Add at the end; never edit one which has run. */
export const migrations = {
  '0001-answers': answers,
  '0002-enrolments': enrolments,
  '0003-studies': studies,
  '0004-audit': audit,
  '0005-staff-marks': staffMarks,
  '0006-anonymity': anonymity,
  '0007-draft-locks': draftLocks,
  '0008-comments': comments,
  '0009-library': library,
  '0010-report-editions': reportEditions,
  '0011-measures': measures,
  '0012-coding': coding,
  '0013-report-tracker': reportTracker,
  '0014-coder-seats': coderSeats,
  '0015-freeze-plans': freezePlans,
  '0016-told-counts': toldCounts,
}
