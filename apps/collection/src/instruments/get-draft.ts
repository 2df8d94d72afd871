import { Draft } from '@echolot/contract/instruments'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { readDraft } from './read-draft.ts'

export const getDraft = endpoint({
  method: 'get',
  path: '/v1/drafts/:name',
  summary: 'A questionnaire that is being worked on, and the revision to save it from.',
  access: byRole('designer', 'data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: Draft,
  run: async ({ params: { name } }, { db }: House): Promise<Draft> => {
    const { revision, json } = await readDraft(db, name)
    return { revision, instrument: JSON.parse(json) }
  },
})
