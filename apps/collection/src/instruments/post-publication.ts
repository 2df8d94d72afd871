import { Publication, PublicationReceipt } from '@echolot/contract/instruments'
import { inTransaction } from '@echolot/database'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRoleFresh } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import {
  draftStale,
  instrumentRefused,
  proposalMissing,
  roleMissing,
  secondFactorNeeded,
  secondPersonNeeded,
  signInNeeded,
  signInTooOld,
  versionTaken,
} from '../problems.ts'
import type { Staff } from '../staff/login.ts'
import { deleteProposal, findProposal } from '../store/instrument-drafts.ts'
import { checkInstrument } from './check-instrument.ts'
import { fieldProblems } from './field-problems.ts'
import { publish } from './publish.ts'
import { readDraft } from './read-draft.ts'

export const postPublication = endpoint({
  method: 'post',
  path: '/v1/drafts/:name/publication',
  summary: 'The second person agrees: the proposed revision becomes a version for ever.',
  access: byRoleFresh('designer', 'data_manager'),
  body: Publication,
  problems: [
    signInNeeded,
    signInTooOld,
    roleMissing,
    secondFactorNeeded,
    secondPersonNeeded,
    notFound,
    draftStale,
    proposalMissing,
    instrumentRefused,
    versionTaken,
  ],
  answer: PublicationReceipt,
  // The check takes its time, in which nobody should wait for the database.
  transaction: 'none',
  run: async ({ caller, params: { name }, body: { revision } }, house: House) => {
    const { json } = await proposedDraft({ name, revision, caller }, house)
    const envelope = JSON.parse(json)
    const errors = [
      ...(await fieldProblems(envelope, house)),
      ...(await checkInstrument(envelope, { depth: 'publication' })),
    ].filter(({ severity }) => severity === 'error')
    if (errors.length > 0) throw instrumentRefused({ problems: errors })
    return inTransaction(house.db, async (db) => {
      const within = { ...house, db }
      // Someone may have saved or proposed anew during the check.
      const { proposal } = await proposedDraft({ name, revision, caller }, within)
      const published = await publish(
        { envelope, proposedBy: proposal.proposed_by, publishedBy: caller.id },
        within,
      )
      await deleteProposal(db, name)
      await writeAudit(within, {
        actor: caller.id,
        act: 'instrument.published',
        obj: published.id,
        params: { digest: published.digest, proposedBy: proposal.proposed_by },
      })
      return published
    })
  },
})

const proposedDraft = async (
  { name, revision, caller }: { name: string; revision: number; caller: Staff },
  { db }: House,
) => {
  const draft = await readDraft(db, name)
  if (draft.revision !== revision) throw draftStale({ revision: draft.revision })
  const proposal = await findProposal(db, name)
  if (proposal?.revision !== revision) throw proposalMissing({ revision })
  if (proposal.proposed_by === caller.id) throw secondPersonNeeded({})
  return { json: draft.json, proposal }
}
