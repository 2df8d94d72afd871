import { JointView } from '@echolot/contract/coding'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { codersBlind, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listCodingTasks } from '../store/coding-tasks.ts'
import { listFormerCoders } from '../store/former-coders.ts'
import { listSettlements } from '../store/settlements.ts'
import { agreementOn } from './agreement.ts'
import { disputedAmong } from './coded.ts'
import { namesOn } from './coders.ts'
import { isOver, readCoding } from './question.ts'
import { readCoded } from './read-coded.ts'
import { standing } from './themes.ts'

export const getAgreement = endpoint({
  method: 'get',
  path: '/v1/studies/:study/waves/:wave/coding/:item/agreement',
  summary: 'How far the coders agree, theme by theme, and the answers they differ in.',
  access: byRole('data_manager', 'analyst'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, codersBlind],
  answer: JointView,
  run: async ({ params }, house: House): Promise<JointView> => {
    const { db } = house
    const coding = await readCoding(db, params)
    if (!isOver(coding)) throw codersBlind({})
    const { themes, coded } = await readCoded(db, coding)
    const settled = new Map((await listSettlements(db, coding)).map((one) => [one.answer, one]))
    const staff = await house.staff.staffWith(db, 'analyst')
    const about = {
      coding,
      staff,
      tasks: await listCodingTasks(db, coding),
      former: await listFormerCoders(db, coding),
    }
    const counted = standing(themes)
    return {
      coders: [namesOn('first', about), namesOn('second', about)],
      doubled: coded.filter(({ first, second }) => first && second).length,
      themes: [...counted],
      agreement: counted.map(({ id }) => ({ theme: id, ...agreementOn(id, coded) })),
      disputed: disputedAmong(coded).map(({ answer, words, first, second }) => {
        const one = settled.get(answer)
        return {
          id: answer,
          words,
          first: [...(first ?? [])],
          second: [...(second ?? [])],
          settled: one
            ? {
                themes: JSON.parse(one.themes),
                reason: one.reason,
                by: one.settled_by_name,
                on: one.settled_on,
              }
            : null,
        }
      }),
    }
  },
})
