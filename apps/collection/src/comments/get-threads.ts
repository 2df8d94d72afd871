import { type Thread, ThreadList } from '@echolot/contract/comments'
import { endpoint } from '@echolot/http'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listComments, listThreads, listWriters } from '../store/threads.ts'

export const getThreads = endpoint({
  method: 'get',
  path: '/v1/drafts/:name/threads',
  summary: 'What was said about a draft, element by element, and whom tasks can be given to.',
  access: byRole('designer', 'data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded],
  answer: ThreadList,
  run: async ({ caller, params: { name } }, { db }: House): Promise<ThreadList> => {
    const comments = await listComments(db, name)
    const people = new Map((await listWriters(db)).map((person) => [person.id, person]))
    people.set(caller.id, { id: caller.id, name: caller.name })
    return {
      threads: (await listThreads(db, name)).map(
        ({ id, element, task, state, resolved_on, resolved_by_name }): Thread => ({
          id,
          element,
          task: task === null ? null : JSON.parse(task),
          state,
          resolvedOn: resolved_on,
          resolvedBy: resolved_by_name,
          comments: comments
            .filter(({ thread }) => thread === id)
            .map(({ ordinal, said_on, said_by, said_by_name, words }) => ({
              id: `${id}-${ordinal}`,
              on: said_on,
              by: said_by_name,
              own: said_by === caller.id,
              text: words,
            })),
        }),
      ),
      people: [...people.values()].sort((one, other) => one.name.localeCompare(other.name)),
    }
  },
})
