import { ThreadChange } from '@echolot/contract/comments'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { changeThread, findThread } from '../store/threads.ts'

export const putThread = endpoint({
  method: 'put',
  path: '/v1/drafts/:name/threads/:id',
  summary: 'Settles a thread or opens it again; changes its task.',
  access: byRole('designer', 'data_manager'),
  body: ThreadChange,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  run: async ({ caller, params: { name, id }, body: { state, task } }, { db, now }: House) => {
    const before = await findThread(db, name, id)
    if (!before) throw notFound({ what: 'thread' })
    const stays = state === before.state
    await changeThread(db, id, {
      state,
      task: task === null ? null : JSON.stringify(task),
      resolved_on: stays ? before.resolved_on : state === 'open' ? null : dayOf(now()),
      resolved_by_name: stays ? before.resolved_by_name : state === 'open' ? null : caller.name,
    })
  },
})
