import { Draft, DraftHistory } from '@echolot/contract/instruments'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { findRevision, listHistory } from '../store/instrument-drafts.ts'

export const getDraftHistory = endpoint({
  method: 'get',
  path: '/v1/drafts/:name/history',
  summary: 'Kept states of a draft, the newest first. Any of them can be saved again as a new one.',
  access: byRole('designer', 'data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded],
  answer: DraftHistory,
  run: async ({ params: { name } }, { db }: House) => ({
    revisions: (await listHistory(db, name)).map(
      ({ revision, saved_on, saved_at, saved_by_name, kind }) => ({
        revision,
        savedOn: saved_on,
        savedAt: saved_at === '' ? null : saved_at,
        by: saved_by_name,
        kind,
      }),
    ),
  }),
})

export const getDraftRevision = endpoint({
  method: 'get',
  path: '/v1/drafts/:name/history/:revision',
  summary: 'A draft as it was at one of its kept states.',
  access: byRole('designer', 'data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: Draft,
  run: async ({ params: { name, revision } }, { db }: House): Promise<Draft> => {
    const kept = await findRevision(db, name, /^\d{1,9}$/.test(revision) ? Number(revision) : -1)
    if (!kept) throw notFound({ what: 'revision' })
    return { revision: kept.revision, instrument: JSON.parse(kept.json) }
  },
})
