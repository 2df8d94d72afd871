import { Draft, DraftReceipt } from '@echolot/contract/instruments'
import { endpoint } from '@echolot/http'
import { invalidInput } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { draftStale, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { saveDraft } from './save-draft.ts'

export const putDraftInstrument = endpoint({
  method: 'put',
  path: '/v1/drafts/:name',
  summary: 'Saves a questionnaire; a save that began from an older revision is refused.',
  access: byRole('designer'),
  body: Draft,
  limit: 4_000_000,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, draftStale],
  answer: DraftReceipt,
  run: async ({ caller, params: { name }, body: { revision, instrument } }, house: House) => {
    if (instrument.instrument !== name)
      throw invalidInput({
        errors: [{ path: 'instrument.instrument', message: `must be ${name}, as in the address` }],
      })
    return {
      revision: await saveDraft({ name, revision, envelope: instrument, by: caller.id }, house),
    }
  },
})
