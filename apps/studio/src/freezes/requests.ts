import { FreezeList, type FreezeOrder, FreezeSummary } from '@echolot/contract/freezes'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../server/ask.ts'

export const freezesQuery = queryOptions({
  queryKey: ['freezes'],
  queryFn: async ({ signal }) => (await ask(FreezeList, '/v1/freezes', { signal })).freezes,
})

/** Cuts the data of one wave; the answer comes when all rows are written and digested. */
export const useMakeFreeze = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (order: Order) =>
      ask(FreezeSummary, '/v1/freezes', {
        method: 'POST',
        body: order,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['freezes'] }),
  })
}

/** The same shape before its ids are checked. */
type Order = { readonly [Key in 'study' | 'wave']: string } & Pick<FreezeOrder, 'plan'>

/** Where the plan that was fixed with a freeze can be fetched. */
export const planAddress = (id: string): string => `/v1/freezes/${encodeURIComponent(id)}/plan`
