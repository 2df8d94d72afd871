import { type CaseLine, CaseList } from '@echolot/contract/mailings'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import type { StudyId, WaveId } from '@echolot/study'
import * as z from 'zod'
import { BY_ROLE_PROBLEMS, byRole } from '../access/by-role.ts'
import { addressLinesOf } from '../frame/address-lines.ts'
import type { House } from '../house.ts'
import { countCases, listCases } from '../store/cases.ts'
import { addresseeOf } from '../store/persons.ts'
import { readStudy } from '../store/studies.ts'

const PAGE = 50

type Row = Awaited<ReturnType<typeof listCases>>[number]

const outcomeOf = ({ outcome, blocked_on, undeliverable_on }: Row): CaseLine['outcome'] => {
  if (outcome) return outcome
  if (blocked_on) return 'blocked'
  return undeliverable_on ? 'returned' : null
}

/** The trust office's own list: who was written to, and who needs no more letters. No answers, no moments. */
export const getCases = endpoint({
  method: 'get',
  path: '/v1/cases/:study/:wave',
  summary: 'Cases of a wave by name, fifty a page.',
  access: byRole('trust.clerk', 'trust.lead'),
  query: z.object({
    filter: z.enum(['to-remind', 'all']).default('all'),
    /** Parts of name, street or postcode. */
    search: z.string().max(100).default(''),
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  }),
  problems: [...BY_ROLE_PROBLEMS, notFound],
  answer: CaseList,
  run: async ({ params, query: { filter, search, page } }, { db }: House): Promise<CaseList> => {
    const { study, waves } = await readStudy(db, params.study as StudyId)
    if (!waves.some(({ wave }) => wave === params.wave)) throw notFound({ what: 'wave' })
    const place = { study, wave: params.wave as WaveId }
    const total = await countCases(db, place, { selection: filter, words: search })
    const rows = await listCases(db, place, {
      selection: filter,
      words: search,
      page,
      size: PAGE,
    })
    return {
      total,
      page,
      pages: Math.max(1, Math.ceil(total / PAGE)),
      cases: rows.map((row) => ({
        person: row.person,
        name: [row.title, row.given_name, row.family_name].filter(Boolean).join(' '),
        // Salutation and name stand in the first lines.
        address: addressLinesOf({ ...addresseeOf(row), salutation: '', title: '' })
          .slice(1)
          .join(', '),
        stratum: row.stratum,
        letters: row.letters,
        outcome: outcomeOf(row),
      })),
    }
  },
})
