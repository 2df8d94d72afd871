import { type Block, BlockReceipt, CaseList } from '@echolot/contract/mailings'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'

export type CaseFilter = 'to-remind' | 'all'

export type CaseQuestion = {
  readonly study: string
  readonly wave: string
  readonly filter: CaseFilter
  /** Parts of name, street or postcode; empty for everybody. */
  readonly search: string
  readonly page: number
}

/** One page of the trust office's own list of persons in a wave. */
export const casesQuery = ({ study, wave, filter, search, page }: CaseQuestion) =>
  queryOptions({
    queryKey: ['cases', study, wave, filter, search, page],
    queryFn: ({ signal }) =>
      ask(CaseList, `/v1/cases/${study}/${wave}?${partsOf({ filter, search, page })}`, { signal }),
    placeholderData: keepPreviousData,
  })

const partsOf = ({ filter, search, page }: Pick<CaseQuestion, 'filter' | 'search' | 'page'>) =>
  new URLSearchParams({ filter, ...(search !== '' && { search }), page: String(page) })

/** Nobody writes to this person again. */
export const blockPerson = (block: Block) =>
  ask(BlockReceipt, '/v1/blocks', { method: 'POST', body: block })
