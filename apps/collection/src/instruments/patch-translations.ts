import { TranslationPatch, TranslationReceipt } from '@echolot/contract/instruments'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { draftStale, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { lockFor } from '../store/locks.ts'
import { readDraft } from './read-draft.ts'
import { saveDraft } from './save-draft.ts'
import { takeUnits } from './take-units.ts'

export const patchTranslations = endpoint({
  method: 'patch',
  path: '/v1/drafts/:name/translations',
  summary:
    'Writes translations text by text, beside whoever holds the lock; what others changed meanwhile is refused by text.',
  access: byRole('designer'),
  body: TranslationPatch,
  limit: 4_000_000,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, draftStale, notFound],
  answer: TranslationReceipt,
  run: async ({ caller, params: { name }, body: { units } }, house: House) => {
    const { db, now } = house
    // One after the other with saves of the structure, so that each sees what the one before left.
    await lockFor(db, `draft:${name}`)
    const { revision, json } = await readDraft(db, name)
    const { instrument, taken, refused } = takeUnits(JSON.parse(json), units, {
      by: caller.name,
      on: dayOf(now()),
    })
    const saved =
      taken === 0
        ? revision
        : await saveDraft({ name, revision, instrument, kind: 'auto', by: caller }, house)
    return { revision: saved, taken, refused }
  },
})
