import { NewComment } from '@echolot/contract/comments'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { lockFor } from '../store/locks.ts'
import { findThread, saveComment } from '../store/threads.ts'

export const postComment = endpoint({
  method: 'post',
  path: '/v1/drafts/:name/threads/:id/comments',
  summary: 'Answers in a thread.',
  access: byRole('designer', 'data_manager'),
  body: NewComment,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  run: async ({ caller, params: { name, id }, body: { text } }, { db, now }: House) => {
    await lockFor(db, `thread:${id}`)
    if (!(await findThread(db, name, id))) throw notFound({ what: 'thread' })
    await saveComment(db, {
      thread: id,
      said_on: dayOf(now()),
      said_by: caller.id,
      said_by_name: caller.name,
      words: text,
    })
  },
})
