import { InstrumentCheck } from '@echolot/contract/instruments'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { checkInstrument } from './check-instrument.ts'
import { readDraft } from './read-draft.ts'

export const postCheck = endpoint({
  method: 'post',
  path: '/v1/drafts/:name/check',
  summary: 'All that is wrong with the saved draft; errors keep it from being published.',
  access: byRole('designer', 'data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: InstrumentCheck,
  transaction: 'none',
  run: async ({ params: { name } }, { db }: House): Promise<InstrumentCheck> => ({
    problems: [
      ...(await checkInstrument(JSON.parse((await readDraft(db, name)).json), { depth: 'draft' })),
    ],
  }),
})
