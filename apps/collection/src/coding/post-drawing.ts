import { AnswersMoved } from '@echolot/contract/coding'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { readWave } from '../fieldwork/read-wave.ts'
import type { House } from '../house.ts'
import {
  codingNotReady,
  roleMissing,
  secondFactorNeeded,
  signInNeeded,
  studyAnonymised,
} from '../problems.ts'
import { lockFor } from '../store/locks.ts'
import { findStudy } from '../store/studies.ts'
import { drawAnswers } from './draw-answers.ts'
import { nameOf, readCoding } from './question.ts'

export const postDrawing = endpoint({
  method: 'post',
  path: '/v1/studies/:study/waves/:wave/coding/:item/drawing',
  summary: 'Takes over written answers under fresh random ids, in random order.',
  access: byRole('data_manager'),
  problems: [
    signInNeeded,
    roleMissing,
    secondFactorNeeded,
    notFound,
    codingNotReady,
    studyAnonymised,
  ],
  answer: AnswersMoved,
  run: async ({ caller, params }, house: House) => {
    const round = await readWave(house.db, params)
    const coding = await readCoding(house.db, params)
    const study = await findStudy(house.db, coding.study)
    if (study?.anonymised_on)
      throw studyAnonymised({
        since: study.anonymised_on,
        remedy: 'what was not taken over before is gone',
      })
    await lockFor(house.db, `coding ${nameOf(coding)}`)
    const answers = await drawAnswers({ coding, closed: round.closed_on !== null }, house)
    await writeAudit(house, {
      actor: caller.id,
      act: 'coding.drawn',
      obj: nameOf(coding),
      n: answers,
    })
    return { answers }
  },
})
