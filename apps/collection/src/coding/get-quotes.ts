import { QuoteDesk } from '@echolot/contract/coding'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { codersBlind, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listOpenAnswers } from '../store/open-answers.ts'
import { listQuotes } from '../store/quotes.ts'
import { isOver, readCoding } from './question.ts'
import { readCoded } from './read-coded.ts'
import { becameOf } from './themes.ts'
import { toldThemes } from './told-themes.ts'

export const getQuotes = endpoint({
  method: 'get',
  path: '/v1/studies/:study/waves/:wave/coding/:item/quotes',
  summary:
    'Answers that may be quoted and name a theme that is told of; and the quotes proposed so far.',
  access: byRole('data_manager', 'analyst'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, codersBlind],
  answer: QuoteDesk,
  run: async ({ caller, params }, { db }: House): Promise<QuoteDesk> => {
    const coding = await readCoding(db, params)
    if (!isOver(coding)) throw codersBlind({})
    const { themes, coded } = await readCoded(db, coding)
    const { told } = toldThemes(themes, coded)
    const candidates = new Map(
      (await listOpenAnswers(db, coding))
        .filter(({ quote }) => quote === 'candidate')
        .map((answer) => [answer.id, answer]),
    )
    return {
      themes: told.map(({ id, label, answers }) => ({ id, label, answers })),
      candidates: coded.flatMap(({ answer, words, themes: named = [] }) => {
        const candidate = candidates.get(answer)
        const theirs = named.filter((id) => told.some((theme) => theme.id === id))
        return candidate && theirs.length > 0
          ? [{ id: answer, words, smoothed: candidate.smoothed, themes: theirs }]
          : []
      }),
      quotes: (await listQuotes(db, coding)).map((quote) => {
        const approvals: readonly { id: string; name: string }[] = JSON.parse(quote.approvals)
        return {
          id: quote.id,
          answer: quote.answer,
          theme: becameOf(themes)(quote.theme),
          role: quote.role,
          words: quote.words,
          harmless: JSON.parse(quote.harmless),
          state: quote.state,
          proposedBy: quote.proposed_by_name,
          approvedBy: approvals.map(({ name }) => name),
          mine:
            quote.proposed_by === caller.id
              ? ('proposed' as const)
              : approvals.some(({ id }) => id === caller.id)
                ? ('approved' as const)
                : ('open' as const),
        }
      }),
    }
  },
})
