import { NewThread, ThreadReceipt } from '@echolot/contract/comments'
import { randomId } from '@echolot/crypto/random'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { readDraft } from '../instruments/read-draft.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { saveComment, saveThread } from '../store/threads.ts'

export const postThread = endpoint({
  method: 'post',
  path: '/v1/drafts/:name/threads',
  summary: 'Says something about an element of a draft, or asks somebody to do something there.',
  access: byRole('designer', 'data_manager'),
  body: NewThread,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: ThreadReceipt,
  run: async ({ caller, params: { name }, body: { element, text, task } }, house: House) => {
    const { db, now } = house
    await readDraft(db, name)
    const id = randomId()
    await saveThread(db, {
      id,
      name,
      element,
      task: task === null ? null : JSON.stringify(task),
      state: 'open',
      resolved_on: null,
      resolved_by_name: null,
    })
    await saveComment(db, {
      thread: id,
      said_on: dayOf(now()),
      said_by: caller.id,
      said_by_name: caller.name,
      words: text,
    })
    return { id }
  },
})
