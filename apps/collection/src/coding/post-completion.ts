import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { codingNotReady, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listCodingTasks } from '../store/coding-tasks.ts'
import { changeCoders } from '../store/codings.ts'
import { lockFor } from '../store/locks.ts'
import { nameOf, readCoding, seatOf } from './question.ts'

export const postCompletion = endpoint({
  method: 'post',
  path: '/v1/studies/:study/waves/:wave/coding/:item/completion',
  summary:
    'A coder is done. Once both are, neither can change a code, and both may look at what they differ in.',
  access: byRole('analyst'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, codingNotReady],
  run: async ({ caller, params }, house: House) => {
    const { db } = house
    const coding = await readCoding(db, params)
    await lockFor(db, `coding ${nameOf(coding)}`)
    const seat = seatOf(coding, caller.id)
    const tasks = await listCodingTasks(db, coding)
    const mine = tasks.filter(({ coder }) => coder === caller.id)
    const left = mine.filter(({ themes }) => themes === null).length
    if (!seat || mine.length === 0) throw notFound({ what: 'answers of this coder' })
    if (left > 0)
      throw codingNotReady({
        reason: `${left} answers are not coded yet`,
        remedy: 'code them first',
      })
    const today = dayOf(house.now())
    await changeCoders(db, coding, { [`${seat}_done_on`]: today })
    await writeAudit(house, {
      actor: caller.id,
      act: 'coding.done',
      obj: nameOf(coding),
      n: mine.length,
    })
  },
})
