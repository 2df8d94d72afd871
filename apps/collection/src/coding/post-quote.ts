import { QuoteProposal, QuoteReceipt } from '@echolot/contract/coding'
import { randomId } from '@echolot/crypto/random'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import {
  codersBlind,
  notQuotable,
  quoteTelling,
  roleMissing,
  secondFactorNeeded,
  signInNeeded,
} from '../problems.ts'
import { lockFor } from '../store/locks.ts'
import { findOpenAnswer } from '../store/open-answers.ts'
import { listQuotes, saveQuote } from '../store/quotes.ts'
import { isOver, nameOf, readCoding } from './question.ts'
import { tellingIn } from './quote-rules.ts'
import { readCoded } from './read-coded.ts'
import { toldThemes } from './told-themes.ts'

export const postQuote = endpoint({
  method: 'post',
  path: '/v1/studies/:study/waves/:wave/coding/:item/quotes',
  summary: 'Proposes words for print; two others must agree.',
  access: byRole('data_manager', 'analyst'),
  body: QuoteProposal,
  problems: [
    signInNeeded,
    roleMissing,
    secondFactorNeeded,
    notFound,
    codersBlind,
    notQuotable,
    quoteTelling,
  ],
  answer: QuoteReceipt,
  run: async ({ caller, params, body }, house: House) => {
    const { db } = house
    const coding = await readCoding(db, params)
    if (!isOver(coding)) throw codersBlind({})
    await lockFor(db, `coding ${nameOf(coding)}`)
    const { themes, coded } = await readCoded(db, coding)
    const names = coded.find(({ answer }) => answer === body.answer)?.themes ?? []
    const isTold = toldThemes(themes, coded).told.some(({ id }) => id === body.theme)
    const candidate = await findOpenAnswer(db, coding, body.answer)
    const isQuoted = (await listQuotes(db, coding)).some(
      ({ answer, state }) => answer === body.answer && state !== 'refused',
    )
    if (candidate?.quote !== 'candidate' || !isTold || !names.includes(body.theme) || isQuoted)
      throw notQuotable({})
    const telling = tellingIn(body.words, body.harmless)
    if (telling.length > 0)
      throw quoteTelling({
        spans: telling.map(({ start, end, kind }) => ({ start, end, kind })),
        remedy: 'write these passages in another way, or declare them harmless',
      })
    const id = randomId()
    await saveQuote(db, {
      id,
      answer: body.answer,
      theme: body.theme,
      role: body.role,
      words: body.words,
      harmless: JSON.stringify(body.harmless),
      state: 'proposed',
      proposed_by: caller.id,
      proposed_by_name: caller.name,
      approvals: '[]',
    })
    await writeAudit(house, { actor: caller.id, act: 'quote.proposed', obj: id })
    return { id }
  },
})
