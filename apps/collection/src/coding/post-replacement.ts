import { AnswersMoved, CoderReplacement } from '@echolot/contract/coding'
import { endpoint } from '@echolot/http'
import { invalidInput, notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { codingNotReady, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { handOverTasks, listCodingTasks } from '../store/coding-tasks.ts'
import { changeCoders } from '../store/codings.ts'
import { saveFormerCoder } from '../store/former-coders.ts'
import { lockFor } from '../store/locks.ts'
import type { CoderSeat, CodingTable } from '../store/tables.ts'
import { isOver, nameOf, readCoding, seatOf } from './question.ts'

export const postReplacement = endpoint({
  method: 'post',
  path: '/v1/studies/:study/waves/:wave/coding/:item/replacements',
  summary:
    'Lets somebody else code what a coder has not coded yet; what is coded stays with who did it.',
  access: byRole('data_manager'),
  body: CoderReplacement,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, codingNotReady],
  answer: AnswersMoved,
  run: async ({ caller, params, body: { leaving, coming, reason } }, house: House) => {
    const { db } = house
    await lockFor(db, `coding ${nameOf(await readCoding(db, params))}`)
    const coding = await readCoding(db, params)
    if (isOver(coding))
      throw codingNotReady({
        reason: 'both coders are done and may know of each other',
        remedy: 'nothing is left to take over',
      })
    const seat = seatOf(coding, leaving)
    const staff = await house.staff.staffWith(db, 'analyst')
    if (!seat) throw invalidInput({ errors: [{ path: 'leaving', message: 'codes here no more' }] })
    if (!staff.some(({ id }) => id === coming))
      throw invalidInput({ errors: [{ path: 'coming', message: 'must be an analyst' }] })
    await refuseWhoKnows({ coding, seat, coming }, house)
    const dealt = (await listCodingTasks(db, coding)).filter((task) => task.seat === seat)
    const answers = await handOverTasks(db, coding, { seat, from: leaving, to: coming })
    const today = dayOf(house.now())
    const doneOn = coding[`${seat}_done_on`] ?? today
    await changeCoders(db, coding, {
      [`${seat}_coder`]: coming,
      // Where all is coded nobody is left to say so.
      [`${seat}_done_on`]: dealt.length > 0 && answers === 0 ? doneOn : null,
    })
    await saveFormerCoder(db, {
      study: coding.study,
      wave: coding.wave,
      item: coding.item,
      seat,
      coder: leaving,
      name: staff.find(({ id }) => id === leaving)?.name ?? '',
      left_on: today,
      reason,
    })
    await writeAudit(house, {
      actor: caller.id,
      act: 'coding.coder-replaced',
      obj: nameOf(coding),
      n: answers,
      params: { seat, leaving, coming, reason },
    })
    return { answers }
  },
})

/** Nobody codes for both: who has coded an answer on the other seat is blind no more. */
const refuseWhoKnows = async (
  {
    coding,
    seat,
    coming,
  }: { readonly coding: CodingTable; readonly seat: CoderSeat; readonly coming: string },
  { db }: House,
) => {
  const codes = seatOf(coding, coming) !== undefined
  const coded = (await listCodingTasks(db, coding)).some(
    (task) => task.coder === coming && task.seat !== seat,
  )
  if (codes || coded)
    throw invalidInput({ errors: [{ path: 'coming', message: 'codes or coded for the other' }] })
}
