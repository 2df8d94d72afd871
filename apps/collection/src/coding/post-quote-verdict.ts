import { QuoteVerdict } from '@echolot/contract/coding'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRoleFresh } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import {
  codingNotReady,
  roleMissing,
  secondFactorNeeded,
  secondPersonNeeded,
  signInNeeded,
  signInTooOld,
} from '../problems.ts'
import { lockFor } from '../store/locks.ts'
import { changeQuote, listQuotes } from '../store/quotes.ts'
import { dropQuotesFromDrafts } from './drop-quotes-from-drafts.ts'
import { nameOf, readCoding } from './question.ts'

/** Persons who must agree, besides who proposed it. */
const NEEDED = 2

export const postQuoteVerdict = endpoint({
  method: 'post',
  path: '/v1/studies/:study/waves/:wave/coding/:item/quotes/:id/verdicts',
  summary:
    'Agrees to a proposed quote or refuses it; two who did not propose it must agree; what is refused leaves reports in work, too.',
  access: byRoleFresh('data_manager', 'analyst'),
  body: QuoteVerdict,
  problems: [
    signInNeeded,
    signInTooOld,
    roleMissing,
    secondFactorNeeded,
    notFound,
    secondPersonNeeded,
    codingNotReady,
  ],
  run: async ({ caller, params, body: { verdict } }, house: House) => {
    const { db } = house
    const coding = await readCoding(db, params)
    await lockFor(db, `coding ${nameOf(coding)}`)
    const quote = (await listQuotes(db, coding)).find(({ id }) => id === params.id)
    if (!quote) throw notFound({ what: 'quote' })
    if (verdict === 'approve' && quote.state !== 'proposed')
      throw codingNotReady({ reason: `the quote is ${quote.state}`, remedy: 'propose another one' })
    const approvals: { id: string; name: string }[] = JSON.parse(quote.approvals)
    if (verdict === 'approve') {
      if (quote.proposed_by === caller.id || approvals.some(({ id }) => id === caller.id))
        throw secondPersonNeeded({})
      approvals.push({ id: caller.id, name: caller.name })
    }
    const approved = approvals.length >= NEEDED ? 'approved' : 'proposed'
    await changeQuote(db, quote.id, {
      state: verdict === 'refuse' ? 'refused' : approved,
      approvals: JSON.stringify(approvals),
    })
    if (verdict === 'refuse')
      await dropQuotesFromDrafts({ study: coding.study, words: [quote.words] }, house)
    await writeAudit(house, {
      actor: caller.id,
      act: verdict === 'refuse' ? 'quote.refused' : 'quote.approved',
      obj: quote.id,
    })
  },
})
