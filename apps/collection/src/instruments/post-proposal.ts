import { Proposal } from '@echolot/contract/instruments'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { draftStale, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { saveProposal } from '../store/instrument-drafts.ts'
import { readDraft } from './read-draft.ts'

export const postProposal = endpoint({
  method: 'post',
  path: '/v1/drafts/:name/proposal',
  summary: 'Asks a second person to publish exactly this revision.',
  access: byRole('designer'),
  body: Proposal,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, draftStale],
  run: async ({ caller, params: { name }, body: { revision, note } }, house: House) => {
    const draft = await readDraft(house.db, name)
    if (draft.revision !== revision) throw draftStale({ revision: draft.revision })
    const { version } = JSON.parse(draft.json) as { version: string }
    await saveProposal(house.db, {
      name,
      revision,
      version,
      note,
      proposed_by: caller.id,
      proposed_by_name: caller.name,
    })
    await writeAudit(house, {
      actor: caller.id,
      act: 'instrument.proposed',
      obj: `${name}@${version}`,
      params: { revision },
    })
  },
})
