import { type Block, BlockReceipt, CaseList } from '@echolot/contract/mailings'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'

export type CaseFilter = 'to-remind' | 'all'

export type CaseQuestion = {
  readonly study: string
  readonly wave: string
  readonly filter: CaseFilter
  readonly page: number
}

/** One page of the trust office's own list of persons in a wave. */
export const casesQuery = ({ study, wave, filter, page }: CaseQuestion) =>
  queryOptions({
    queryKey: ['cases', study, wave, filter, page],
    queryFn: ({ signal }) =>
      ask(CaseList, `/v1/cases/${study}/${wave}?filter=${filter}&page=${page}`, { signal }),
    placeholderData: keepPreviousData,
  })

/** Nobody writes to this person again. */
export const blockPerson = (block: Block) =>
  ask(BlockReceipt, '/v1/blocks', { method: 'POST', body: block })
