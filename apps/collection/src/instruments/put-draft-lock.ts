import { DraftLock, DraftLockOrder } from '@echolot/contract/instruments'
import { endpoint } from '@echolot/http'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { orderLock } from './draft-lock.ts'
import { readDraft } from './read-draft.ts'

export const putDraftLock = endpoint({
  method: 'put',
  path: '/v1/drafts/:name/lock',
  summary: 'Takes, renews, takes over or gives back the right to save this draft.',
  access: byRole('designer'),
  body: DraftLockOrder,
  problems: [signInNeeded, roleMissing, secondFactorNeeded],
  answer: DraftLock,
  run: async ({ caller, params: { name }, body }, house: House): Promise<DraftLock> => {
    await readDraft(house.db, name)
    const { from, ...lock } = await orderLock({ name, caller, ...body }, house)
    if (from !== undefined)
      await writeAudit(house, {
        actor: caller.id,
        act: 'draft.taken-over',
        obj: name,
        params: { from },
      })
    return lock
  },
})
