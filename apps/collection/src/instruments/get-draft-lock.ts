import { DraftLock, EditorId } from '@echolot/contract/instruments'
import { endpoint } from '@echolot/http'
import * as z from 'zod'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { readLock } from './draft-lock.ts'

export const getDraftLock = endpoint({
  method: 'get',
  path: '/v1/drafts/:name/lock',
  summary: 'Who may save this draft now. Asked every few seconds by everybody who has it open.',
  access: byRole('designer', 'data_manager'),
  query: z.strictObject({ editor: EditorId.optional() }),
  problems: [signInNeeded, roleMissing, secondFactorNeeded],
  answer: DraftLock,
  run: ({ caller, params: { name }, query: { editor } }, house: House) =>
    readLock({ name, caller, editor }, house),
})
