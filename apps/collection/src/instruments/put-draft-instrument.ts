import { DraftReceipt, DraftSave } from '@echolot/contract/instruments'
import { endpoint } from '@echolot/http'
import { invalidInput } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import {
  draftStale,
  lockMissing,
  roleMissing,
  secondFactorNeeded,
  signInNeeded,
} from '../problems.ts'
import { orderLock, refuseWithoutLock } from './draft-lock.ts'
import { saveDraft } from './save-draft.ts'

export const putDraftInstrument = endpoint({
  method: 'put',
  path: '/v1/drafts/:name',
  summary:
    'Saves a questionnaire; a save without the lock, or begun from an older revision, is refused.',
  access: byRole('designer'),
  body: DraftSave,
  limit: 4_000_000,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, draftStale, lockMissing],
  answer: DraftReceipt,
  run: async ({ caller, params: { name }, body }, house: House) => {
    const { revision, instrument, kind, editor } = body
    if (instrument.instrument !== name)
      throw invalidInput({
        errors: [{ path: 'instrument.instrument', message: `must be ${name}, as in the address` }],
      })
    if (revision > 0) await refuseWithoutLock({ name, caller, editor }, house)
    const saved = await saveDraft({ name, revision, instrument, kind, by: caller }, house)
    if (revision === 0 && editor !== undefined)
      await orderLock({ name, caller, editor, act: 'take-over' }, house)
    return { revision: saved }
  },
})
