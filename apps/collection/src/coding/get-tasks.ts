import { CodingTasks } from '@echolot/contract/coding'
import { sha256Hex } from '@echolot/crypto/digest'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listCodingTasks } from '../store/coding-tasks.ts'
import { readCoding, seatOf } from './question.ts'
import { readThemeBook } from './theme-book.ts'
import { standing } from './themes.ts'

export const getTasks = endpoint({
  method: 'get',
  path: '/v1/studies/:study/waves/:wave/coding/:item/tasks',
  summary: 'The answers a coder has in hand, and nothing else of who gave them.',
  access: byRole('analyst'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: CodingTasks,
  run: async ({ caller, params }, { db }: House): Promise<CodingTasks> => {
    const coding = await readCoding(db, params)
    const { version, themes } = await readThemeBook(db, coding)
    const seat = seatOf(coding, caller.id)
    const mine = seat
      ? (await listCodingTasks(db, coding)).filter(({ coder }) => coder === caller.id)
      : []
    return {
      doneOn: seat ? coding[`${seat}_done_on`] : null,
      book: { version, themes: [...standing(themes)] },
      tasks: await inOwnOrder(
        mine.map(({ answer, words, themes: said, version: by }) => ({
          id: answer,
          words: words ?? '',
          themes: said === null ? null : JSON.parse(said),
          version: by,
        })),
        caller.id,
      ),
    }
  },
})

/** Ids are random, so their digests with the coder's are an order of chance that stays, and is another for the other coder. */
const inOwnOrder = async <Task extends { readonly id: string }>(
  tasks: readonly Task[],
  coder: string,
): Promise<Task[]> => {
  const keyed = await Promise.all(
    tasks.map(async (task) => ({ task, key: await sha256Hex(`${coder} ${task.id}`) })),
  )
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ task }) => task)
}
