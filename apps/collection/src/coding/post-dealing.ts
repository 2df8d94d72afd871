import { AnswersMoved } from '@echolot/contract/coding'
import { shuffled } from '@echolot/crypto/random'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { codingNotReady, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listCodingTasks, saveCodingTasks } from '../store/coding-tasks.ts'
import { changeCoders } from '../store/codings.ts'
import { lockFor } from '../store/locks.ts'
import { listOpenAnswers } from '../store/open-answers.ts'
import { deal } from './deal.ts'
import { isOver, nameOf, readCoding } from './question.ts'
import { readThemeBook } from './theme-book.ts'

export const postDealing = endpoint({
  method: 'post',
  path: '/v1/studies/:study/waves/:wave/coding/:item/dealing',
  summary:
    'Gives passed answers to the coders: a share to both, the others to one of them, all by chance.',
  access: byRole('data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, codingNotReady],
  answer: AnswersMoved,
  run: async ({ caller, params }, house: House) => {
    const { db } = house
    const coding = await readCoding(db, params)
    await lockFor(db, `coding ${nameOf(coding)}`)
    if (isOver(coding))
      throw codingNotReady({
        reason: 'both coders are done and may know of each other',
        remedy: 'these answers can be coded no more',
      })
    if ((await readThemeBook(db, coding)).version === 0)
      throw codingNotReady({ reason: 'there are no themes yet', remedy: 'write them first' })
    const dealt = new Set((await listCodingTasks(db, coding)).map(({ answer }) => answer))
    const fresh = (await listOpenAnswers(db, coding))
      .filter(({ state, id }) => state === 'passed' && !dealt.has(id))
      .map(({ id }) => id)
    if (fresh.length === 0) return { answers: 0 }
    const { first, second } = deal(shuffled(fresh), coding.doubled)
    const tasks = [
      ...first.map((answer) => ({ answer, coder: coding.first_coder, seat: 'first' as const })),
      ...second.map((answer) => ({ answer, coder: coding.second_coder, seat: 'second' as const })),
    ]
    await saveCodingTasks(
      db,
      tasks.map((task) => ({ ...task, themes: null, version: null })),
    )
    // Whoever was done has work again.
    await changeCoders(db, coding, {
      ...(first.length > 0 ? { first_done_on: null } : {}),
      ...(second.length > 0 ? { second_done_on: null } : {}),
    })
    await writeAudit(house, {
      actor: caller.id,
      act: 'coding.dealt',
      obj: nameOf(coding),
      n: fresh.length,
      params: { first: first.length, second: second.length },
    })
    return { answers: fresh.length }
  },
})
