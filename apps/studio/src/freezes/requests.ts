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
    mutationFn: (order: { readonly study: string; readonly wave: string }) =>
      ask(FreezeSummary, '/v1/freezes', {
        method: 'POST',
        body: order satisfies Wire<FreezeOrder>,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['freezes'] }),
  })
}

/** The same shape before its ids are checked. */
type Wire<Shape> = { readonly [Key in keyof Shape]: string }
