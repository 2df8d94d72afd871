import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { codersBlind, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listSettlements, deleteSettlement as take } from '../store/settlements.ts'
import { isOver, nameOf, readCoding } from './question.ts'

export const deleteSettlement = endpoint({
  method: 'delete',
  path: '/v1/studies/:study/waves/:wave/coding/:item/agreement/:id',
  summary: 'Takes back what was agreed on for an answer; it is disputed again.',
  access: byRole('analyst'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, codersBlind],
  run: async ({ caller, params }, house: House) => {
    const { db } = house
    const coding = await readCoding(db, params)
    if (!isOver(coding)) throw codersBlind({})
    const isHere = (await listSettlements(db, coding)).some(({ answer }) => answer === params.id)
    if (!isHere || !(await take(db, params.id))) throw notFound({ what: 'settled answer' })
    await writeAudit(house, { actor: caller.id, act: 'coding.unsettled', obj: nameOf(coding) })
  },
})
