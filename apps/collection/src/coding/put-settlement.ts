import { Settlement } from '@echolot/contract/coding'
import { endpoint } from '@echolot/http'
import { invalidInput, notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { codersBlind, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { saveSettlement } from '../store/settlements.ts'
import { disputedAmong } from './coded.ts'
import { isOver, nameOf, readCoding } from './question.ts'
import { readCoded } from './read-coded.ts'
import { standing } from './themes.ts'

export const putSettlement = endpoint({
  method: 'put',
  path: '/v1/studies/:study/waves/:wave/coding/:item/agreement/:id',
  summary: 'What both coders agree on for an answer they differed in, and why.',
  access: byRole('analyst'),
  body: Settlement,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, codersBlind],
  run: async ({ caller, params, body }, house: House) => {
    const { db } = house
    const coding = await readCoding(db, params)
    if (!isOver(coding)) throw codersBlind({})
    const { themes, coded } = await readCoded(db, coding)
    if (!disputedAmong(coded).some(({ answer }) => answer === params.id))
      throw notFound({ what: 'disputed answer' })
    if (body.themes.some((id) => !standing(themes).some((theme) => theme.id === id)))
      throw invalidInput({
        errors: [{ path: 'themes', message: 'names a theme that is not there' }],
      })
    await saveSettlement(db, {
      answer: params.id,
      themes: JSON.stringify([...body.themes].sort()),
      reason: body.reason,
      settled_on: dayOf(house.now()),
      settled_by_name: caller.name,
    })
    await writeAudit(house, {
      actor: caller.id,
      act: 'coding.settled',
      obj: nameOf(coding),
      params: body,
    })
  },
})
